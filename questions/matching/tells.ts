import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";
import type { Body } from "./schema";

/** What was put to a stem, and the stem that it was put to, in their words. */
export function tells({ id }: Part, { stems, choices }: Body): Tells | null {
  const [stemId, choiceId] = id.split(">");
  const stem = stems.find((each) => each.id === stemId);
  const choice = choices.find((each) => each.id === choiceId);
  return stem && choice ? { told: { text: choice.text }, about: { text: stem.text } } : null;
}
