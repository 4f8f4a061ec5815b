import { handler } from "@/auth";
import { attemptTime } from "@/records";

/** How much of an attempt's time is left, by the server's clock. */
export const GET = handler(async (visit) => {
  const attemptId = visit.params.attempt ?? "";
  const told = await attemptTime(visit.viewer, { attemptId });
  return visit.reply({ json: told, to: `/attempts/${attemptId}` });
});
