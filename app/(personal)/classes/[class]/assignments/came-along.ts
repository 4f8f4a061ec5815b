import type { AssignmentLine } from "@/records";

/** What a copied class says of the assignments it was made with. Those without dates are open to whoever joins. */
export function cameAlongWords(assignments: readonly Pick<AssignmentLine, "opensAt" | "dueAt" | "closesAt">[]): string {
  const all = assignments.length;
  if (all === 0) return "No assignments came along.";
  const came = `${all} ${all === 1 ? "assignment" : "assignments"} came along`;
  const undated = assignments.filter(({ opensAt, dueAt, closesAt }) => !opensAt && !dueAt && !closesAt).length;
  if (undated === 0) return `${came} with ${all === 1 ? "its" : "their"} dates.`;
  const they =
    undated < all
      ? `${undated} of them ${undated === 1 ? "has" : "have"} no dates`
      : `${all === 1 ? "It has" : "They have"} no dates yet`;
  return `${came}. ${they}: set them before learners join.`;
}
