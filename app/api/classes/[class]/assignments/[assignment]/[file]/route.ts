import { quizFile } from "@/app/exports/quiz-files";
import { handler } from "@/auth";
import { exportChoices, NotFound } from "@/records";

/** The same files as of a quiz, of those attempts that count for one assignment. */
export const GET = handler(async ({ request, viewer, params }) => {
  const classId = params.class ?? "";
  const { assignments } = await exportChoices(viewer, { classId });
  const assignment = assignments.find(({ id }) => id === params.assignment);
  if (!assignment) throw new NotFound();
  const { id: assignmentId, quizId, title } = assignment;
  return quizFile(viewer, { classId, quizId, assignmentId }, { request, file: params.file, title });
});
