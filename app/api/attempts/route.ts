import { handler } from "@/auth";
import { startAttempt } from "@/records";
import { sent } from "../sent";

/** Begins an attempt at a quiz, or resumes the open one. */
export const POST = handler(async (visit) => {
  const { quizId } = sent(visit, ["quizId"]);
  const { attemptId } = await startAttempt(visit.viewer, { quizId });
  return visit.reply({ json: { attemptId }, to: `/attempts/${attemptId}` });
});
