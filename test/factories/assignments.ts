import type { ShowRule } from "@/assessment/show-rules";
import { localTimeOf } from "@/assessment/time-rules";
import { createAssignment, type AssignmentWanted } from "@/records";

import type { SomePerson } from "./people";

/** What an assignment is like when a test says nothing else: open to everyone, without dates, everything shown after. */
export const plainAssignment: Omit<AssignmentWanted, "quizId"> = {
  title: "Homework",
  groupId: null,
  withLesson: false,
  opensAt: "",
  dueAt: "",
  closesAt: "",
  timeLimit: null,
  grace: 60,
  late: { accept: true, deduction: 0, per: "once", atMost: 1 },
  attempts: null,
  counts: "best",
  show: { score: "after", correctness: "after", key: "after", feedback: "after", closedMeans: "learner" },
  certainty: null,
  shuffle: false,
  onePage: false,
};

/** Everything is shown from the same moment on, to everyone at once. */
export const allShownFrom = (from: "after" | "closed" | "never"): ShowRule => {
  return { score: from, correctness: from, key: from, feedback: from, closedMeans: "everyone" };
};

/** So many minutes from now, as a clock in a test school's zone shows it. */
export function localIn(minutes: number, zone = "Europe/Riga"): string {
  return localTimeOf(new Date(Date.now() + minutes * 60_000), zone);
}

/** An assignment of that teacher's class; dates in minutes from now, or as a clock shows them. */
export async function anAssignment({
  teacher,
  classId,
  quizId,
  opensAt,
  dueAt,
  closesAt,
  ...more
}: {
  teacher: SomePerson;
  classId: string;
  quizId: string;
  opensAt?: number | string;
  dueAt?: number | string;
  closesAt?: number | string;
} & Partial<Omit<AssignmentWanted, "quizId" | "opensAt" | "dueAt" | "closesAt">>): Promise<{ assignmentId: string }> {
  const local = (at: number | string | undefined) => (typeof at === "number" ? localIn(at) : (at ?? ""));
  const made = await createAssignment(teacher.viewer, {
    classId,
    wanted: {
      ...plainAssignment,
      ...{ quizId, opensAt: local(opensAt), dueAt: local(dueAt), closesAt: local(closesAt) },
      ...more,
    },
  });
  if (made.state !== "saved") throw new Error(JSON.stringify(made.slips));
  return { assignmentId: made.assignmentId };
}
