import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { courseOfQuiz } from "@/content/course";
import { attemptSlip } from "@/records";
import { afterQuiz } from "../../../../course/after-quiz";
import { courseOutline } from "../../../../course/lessons";
import { HeldResult } from "../../../../result/held";
import { Result } from "../../../../result/result";

interface Props {
  params: Promise<{ attempt: string }>;
}

const resultOf = cache(async (attemptId: string) => {
  const viewer = await requireViewer(`/attempts/${attemptId}/result`);
  return found(attemptSlip(viewer, { attemptId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const seen = await resultOf((await params).attempt);
  if (seen.state === "held") return { title: `Handed in: ${seen.slip.attempt.title}` };
  const { attempt, own } = seen.result;
  return { title: own ? `Result: ${attempt.title}` : `${attempt.learner.displayName}: ${attempt.title}` };
}

/** A submitted attempt, to its learner, as far as it is shown already, and to the teachers of their classes. */
export default async function ResultPage({ params }: Props) {
  const seen = await resultOf((await params).attempt);
  if (seen.state === "held")
    return (
      <main id="main" tabIndex={-1} className="page">
        <HeldResult slip={seen.slip} />
      </main>
    );
  const { result } = seen;
  const course = courseOfQuiz(result.attempt.quizId);
  const next = course && afterQuiz(courseOutline(course), result.attempt.quizId);
  return (
    <main id="main" tabIndex={-1} className="page">
      <Result result={result} next={next} />
    </main>
  );
}
