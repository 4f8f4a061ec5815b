import { nameKey } from "@/facts/names";
import type { Body } from "./schema";
import { nameOf } from "./sort";

/** Who may be meant by a text that several bear; none when it names one, or nobody. */
export function namesakesOf(text: string, { asks, namesakes }: Body): Body["namesakes"][number]["of"] {
  if (namesakes.length === 0 || text.length > 200) return [];
  const key = nameKey(text, nameOf(asks));
  return namesakes.find((each) => each.key === key)?.of ?? [];
}
