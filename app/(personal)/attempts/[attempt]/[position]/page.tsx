import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { attemptQuestion } from "@/records";
import { positionIn, questionAddress } from "../../../../attempt/form";
import { pricesOf } from "../../../../attempt/prices";
import { QuestionForm } from "../../../../attempt/question-form";

interface Props {
  params: Promise<{ attempt: string; position: string }>;
  searchParams: Promise<{ asked?: string | string[] }>;
}

const questionOf = cache(async (attemptId: string, position: string) => {
  const viewer = await requireViewer(`/attempts/${attemptId}/${position}`);
  return { viewer, ...(await found(attemptQuestion(viewer, { attemptId, position: positionIn(position) }))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt: id, position } = await params;
  const { attempt, question, of } = await questionOf(id, position);
  return { title: `Question ${question.number} of ${of}, ${attempt.title}` };
}

/** One question of an open attempt. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const { attempt: id, position } = await params;
  const { viewer, attempt, ticks, question } = await questionOf(id, position);
  const { title, rules, practice, clock, assignment } = attempt;
  const timeZone = assignment?.timeZone ?? viewer.timeZone;
  if (attempt.submittedAt) redirect(`/attempts/${attempt.id}/result#q${question.position}`);
  if (rules.onePage) redirect(questionAddress(attempt, question.position));
  return (
    <main id="main" tabIndex={-1} className="page">
      <QuestionForm
        attempt={{ id: attempt.id, title, rules, practice }}
        clock={clock && { endsAt: clock.endsAt.toISOString(), timeFactor: clock.timeFactor, timeZone }}
        timeZone={timeZone}
        ticks={ticks}
        prices={pricesOf(rules, question)}
        nothingToCheck={(await searchParams).asked === "unanswered" && !question.answered}
        question={{ ...question, savedAt: question.savedAt?.toISOString() ?? null }}
      />
    </main>
  );
}
