import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { courseOfQuiz } from "@/content/course";
import { attemptResult } from "@/records";
import { afterQuiz } from "../../../../course/after-quiz";
import { courseOutline } from "../../../../course/lessons";
import { Result } from "../../../../result/result";

interface Props {
  params: Promise<{ attempt: string }>;
}

const resultOf = cache(async (attemptId: string) => {
  const viewer = await requireViewer(`/attempts/${attemptId}/result`);
  return found(attemptResult(viewer, { attemptId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt, own } = await resultOf((await params).attempt);
  return { title: own ? `Result: ${attempt.title}` : `${attempt.learner.displayName}: ${attempt.title}` };
}

/** A submitted attempt, to its learner and to the teachers of their classes. */
export default async function ResultPage({ params }: Props) {
  const result = await resultOf((await params).attempt);
  const course = courseOfQuiz(result.attempt.quizId);
  const next = course && afterQuiz(courseOutline(course), result.attempt.quizId);
  return (
    <main id="main" tabIndex={-1} className="page">
      <Result result={result} next={next} />
    </main>
  );
}
