import { handler } from "@/auth";
import { attemptExport } from "@/records";

/** The evidence of a submitted attempt as a file: what `npm run -s regrade` recomputes each mark from. */
export const GET = handler(async ({ viewer, params }) => {
  const evidence = await attemptExport(viewer, { attemptId: params.attempt ?? "" });
  const name = `${evidence.quiz.id}-attempt-${evidence.attempt.number}.json`;
  return new Response(`${JSON.stringify(evidence, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
      "cache-control": "no-store",
    },
  });
});
