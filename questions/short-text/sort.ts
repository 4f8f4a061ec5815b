import type { NameOf } from "@/facts/names";
import type { Asks } from "./schema";

/** How names of this sort are compared. */
export function nameOf(asks: Asks): NameOf {
  if (asks === "person") return "person";
  return asks === "event" || asks === "text" ? "phrase" : "thing";
}

const WORDS: Record<Asks, string> = {
  person: "person",
  state: "state",
  territory: "territory",
  agreement: "agreement",
  event: "event",
  place: "place",
  text: "answer",
};

/** 'Person', 'agreement': what is asked, in a word. */
export function sortName(asks: Asks): string {
  return WORDS[asks];
}
