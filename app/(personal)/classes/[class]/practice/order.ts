import type { RowOrder } from "@/assessment";

/** The order of the scores, as the address has it. */
export interface Order {
  by: RowOrder;
  descending: boolean;
  /** The address of the scores in this order, with an attempt opened if there is one. */
  address(classId: string, attemptId?: string): string;
  /** Where a column's heading leads: that column, and once more the other way round. Figures begin with the lowest. */
  turned(classId: string, by: RowOrder): string;
}

/** Reads `by` (name, mean or a quiz's id) and `down`; what does not fit is the order by name. */
export function orderFrom(query: { by?: string; down?: string }, quizzes: readonly { quizId: string }[]): Order {
  const place = quizzes.findIndex((quiz) => quiz.quizId === query.by);
  const by: RowOrder = query.by === "mean" ? "mean" : place >= 0 ? place : "name";
  const descending = query.down === "1";
  const address = (classId: string, of: RowOrder, down: boolean, attemptId?: string) => {
    const search = new URLSearchParams();
    if (of !== "name") search.set("by", of === "mean" ? "mean" : quizzes[of]!.quizId);
    if (down) search.set("down", "1");
    if (attemptId) search.set("attempt", attemptId);
    return `/classes/${classId}/practice${search.size > 0 ? `?${search}` : ""}`;
  };
  return {
    by,
    descending,
    address: (classId, attemptId) => address(classId, by, descending, attemptId),
    turned: (classId, of) => address(classId, of, of === by && !descending),
  };
}
