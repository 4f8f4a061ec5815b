import { notFound } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { questionAnalysis, type Viewer } from "@/records";
import { misconceptions, type Misconception } from "../misconceptions";

/** What a practice quiz is made of: a confusion of the analysis, found again in it, so that nothing of it is taken on trust. */
export interface PracticeAsked {
  classId: string;
  quizId: string;
  assignment: string | null;
  about: string;
}

export async function confusionOf(asked: PracticeAsked): Promise<{
  viewer: Viewer;
  className: string;
  quizTitle: string;
  confusion: Misconception;
}> {
  const { classId, quizId, assignment, about } = asked;
  const viewer = await requireViewer(analysisAddress(asked));
  const {
    places,
    class: group,
    quiz,
  } = await found(
    questionAnalysis(viewer, { classId, quizId, ...(assignment !== null && { assignmentId: assignment }) }),
  );
  if (!courses().includes(group.courseId)) notFound();
  const confusion = misconceptions(places, loadCourse(group.courseId)).find(({ id }) => id === about);
  if (!confusion) notFound();
  return { viewer, className: group.name, quizTitle: quiz.title, confusion };
}

/** The page on which the confusion stands. */
export function analysisAddress({ classId, quizId, assignment }: Omit<PracticeAsked, "about">): string {
  const search = assignment === null ? "" : `?${new URLSearchParams({ assignment })}`;
  return `/classes/${classId}/quizzes/${quizId}${search}`;
}
