import type { OwnAssignmentLine } from "@/records";

/** How an assignment stands for its learner, in one word. */
export type OwnState = "in progress" | "to do" | "to come" | "handed in" | "missed";

export function ownState({ running, attempts, begin, excused, score }: OwnAssignmentLine): OwnState {
  if (running) return "in progress";
  // Nothing is left to do; they may still.
  if (excused || (attempts.length === 0 && score)) return "handed in";
  // What was taken out is to be done again, where it can be.
  if (attempts.length > 0 && attempts.every(({ voided }) => voided) && begin.may) return "to do";
  if (attempts.length > 0) return "handed in";
  if (begin.may) return "to do";
  return begin.why === "not-open" ? "to come" : "missed";
}
