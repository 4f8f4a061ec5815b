import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { quizOverview } from "@/records";
import { QuizDoor } from "../../../attempt/quiz-door";

interface Props {
  params: Promise<{ quiz: string }>;
}

const quizOf = cache(async (quizId: string) => {
  const viewer = await requireViewer(`/quizzes/${quizId}`);
  return { viewer, quiz: await found(quizOverview(viewer, { quizId })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { quiz } = await quizOf((await params).quiz);
  return { title: `Quiz: ${quiz.title}` };
}

/** The door of a quiz: begin, go on, and what was done before. */
export default async function QuizPage({ params }: Props) {
  const { viewer, quiz } = await quizOf((await params).quiz);
  const course = courses().includes(quiz.courseId) ? loadCourse(quiz.courseId) : undefined;
  const about = course?.quizzes.find(({ id }) => id === quiz.quizId)?.lessonIds ?? [quiz.lessonId];
  const lessons = (course?.lessons ?? []).flatMap(({ id, number, title }) =>
    about.includes(id) ? [{ id, number, title }] : [],
  );
  return (
    <main id="main" tabIndex={-1} className="page">
      <QuizDoor quiz={quiz} lessons={lessons} timeZone={viewer.timeZone} teaches={viewer.role !== "learner"} />
    </main>
  );
}
