import { handler } from "@/auth";
import { quizResponses } from "@/records";

/**
 * Who earned what at a quiz, as a file: what `npm run -s analysis` reads. Learners are ids that say nothing, or names with
 * `?names=1`; `?of=mine` takes all classes of the teacher that follow the course.
 */
export const GET = handler(async ({ request, viewer, params }) => {
  const query = new URL(request.url).searchParams;
  const responses = await quizResponses(viewer, {
    classId: params.class ?? "",
    quizId: params.quiz ?? "",
    of: query.get("of") === "mine" ? "mine" : "class",
    names: query.get("names") === "1",
  });
  return new Response(`${JSON.stringify(responses, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${responses.quiz.id.replace(/[^a-z0-9-]/gi, "-")}-responses.json"`,
      "cache-control": "no-store",
    },
  });
});
