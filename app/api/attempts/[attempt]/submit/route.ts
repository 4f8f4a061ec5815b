import { handler } from "@/auth";
import { submitAttempt } from "@/records";

/** Hands an attempt in. A second time gives the first result. */
export const POST = handler(async (visit) => {
  const { attemptId, points, maxPoints } = await submitAttempt(visit.viewer, { attemptId: visit.params.attempt ?? "" });
  return visit.reply({ json: { attemptId, points, maxPoints }, to: `/attempts/${attemptId}/result` });
});
