import { handler, type Visit } from "@/auth";
import { beginAssignment, startAttempt } from "@/records";
import { sent } from "../sent";

/**
 * Begins an attempt at a quiz, or resumes the open one; `certainty` and `check` choose rules to practise by. With
 * `assignmentId` it is begun for that assignment, with its `password` where it asks for one.
 */
export const POST = handler(async (visit) => {
  const { quizId, certainty, check, assignmentId, password } = sent(visit, [
    ...(["quizId", "certainty", "check", "assignmentId", "password"] as const),
  ]);
  if (assignmentId) return assigned(visit, assignmentId, password);
  const rules = { certainty: certainty === "on", check: check === "on" };
  const { attemptId } = await startAttempt(visit.viewer, { quizId, rules });
  return visit.reply({ json: { attemptId }, to: `/attempts/${attemptId}` });
});

async function assigned(visit: Visit, assignmentId: string, password: string): Promise<Response> {
  const begun = await beginAssignment(visit.viewer, { assignmentId, password });
  if (begun.state === "begun")
    return visit.reply({ json: { attemptId: begun.attemptId }, to: `/attempts/${begun.attemptId}` });
  // The door says why: of a password, and otherwise by what it shows.
  const why = begun.why === "password" || begun.why === "wait" ? `?refused=${begun.why}` : "";
  return visit.reply({ json: begun, to: `/assignments/${assignmentId}${why}`, status: 409 });
}
