import type { OwnAssignmentLine } from "@/records";

/** How an assignment stands for its learner, in one word. */
export type OwnState = "in progress" | "to do" | "to come" | "handed in" | "missed";

export function ownState({ running, attempts, begin }: OwnAssignmentLine): OwnState {
  if (running) return "in progress";
  if (attempts.length > 0) return "handed in";
  if (begin.may) return "to do";
  return begin.why === "not-open" ? "to come" : "missed";
}
