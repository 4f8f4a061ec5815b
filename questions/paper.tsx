import { PaperLine } from "@/ui/paper";
import type { PaperProps } from "./contract";

/** A question that is answered in a few words: a line for them. */
export function LinePaper({ fields }: PaperProps) {
  return <PaperLine wide>{fields.text?.[0]}</PaperLine>;
}
