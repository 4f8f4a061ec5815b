import { randomUUID } from "node:crypto";

import { beginAssignment, saveResponse, startAttempt, submitAttempt } from "@/records";

import type { SomePerson } from "./people";
import type { SomeQuiz } from "./quizzes";

/** Begins an attempt for an assignment, or at a quiz for oneself. */
export async function begun(
  { viewer }: SomePerson,
  what: { assignmentId: string } | { quizId: string },
): Promise<string> {
  const answer = "assignmentId" in what ? await beginAssignment(viewer, what) : await startAttempt(viewer, what);
  if (!("attemptId" in answer)) throw new Error(JSON.stringify(answer));
  return answer.attemptId as string;
}

/** Begins one and saves a letter a question: R a right answer, W one worth nothing, - none; none of those after. */
export async function answered(
  who: SomePerson,
  quiz: SomeQuiz,
  letters: string,
  assignmentId?: string,
): Promise<string> {
  const attemptId = await begun(who, assignmentId === undefined ? quiz : { assignmentId });
  for (const [index, letter] of [...letters].entries())
    if (letter !== "-")
      await saveResponse(who.viewer, {
        ...{ attemptId, position: index + 1, revisionId: randomUUID() },
        fields: (letter === "R" ? quiz.right : quiz.wrong)[index],
      });
  return attemptId;
}

/** The same, handed in. */
export async function handedIn(...work: Parameters<typeof answered>): Promise<string> {
  const attemptId = await answered(...work);
  await submitAttempt(work[0].viewer, { attemptId });
  return attemptId;
}
