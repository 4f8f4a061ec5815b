import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
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
  return (
    <main id="main" tabIndex={-1} className="page">
      <QuizDoor quiz={quiz} timeZone={viewer.timeZone} />
    </main>
  );
}
