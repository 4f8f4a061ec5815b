import { quizFile } from "@/app/exports/quiz-files";
import { handler } from "@/auth";

/**
 * `responses` and `analysis` of a quiz as .csv, .xlsx and .json: the JSON and the CSV of responses are what
 * `npm run -s analysis` reads. Learners are ids that say nothing, or names with `?names=1`; `?of=mine` takes all classes of
 * the teacher that follow the course, `?group=` a group, `?mark=0` leaves out the mark of UTF-8.
 */
export const GET = handler(({ request, viewer, params }) =>
  quizFile(viewer, { classId: params.class ?? "", quizId: params.quiz ?? "" }, { request, file: params.file }),
);
