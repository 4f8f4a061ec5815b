import { handler } from "@/auth";
import { startAttempt } from "@/records";
import { sent } from "../sent";

/** Begins an attempt at a quiz, or resumes the open one; `certainty` and `check` choose rules to practise by. */
export const POST = handler(async (visit) => {
  const { quizId, certainty, check } = sent(visit, ["quizId", "certainty", "check"]);
  const rules = { certainty: certainty === "on", check: check === "on" };
  const { attemptId } = await startAttempt(visit.viewer, { quizId, rules });
  return visit.reply({ json: { attemptId }, to: `/attempts/${attemptId}` });
});
