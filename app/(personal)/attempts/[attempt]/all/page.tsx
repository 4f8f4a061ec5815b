import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { attemptQuestions } from "@/records";
import { allAddress, positionIn } from "../../../../attempt/form";
import { OnePageForm } from "../../../../attempt/one-page-form";
import { pricesOf } from "../../../../attempt/prices";

interface Props {
  params: Promise<{ attempt: string }>;
  searchParams: Promise<{ asked?: string | string[] }>;
}

const questionsOf = cache(async (attemptId: string) => {
  const viewer = await requireViewer(allAddress(attemptId));
  return { viewer, ...(await found(attemptQuestions(viewer, { attemptId }))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt, of } = await questionsOf((await params).attempt);
  return { title: `${of} questions, ${attempt.title}` };
}

/** All questions of an open attempt, where its assignment has them on one page. */
export default async function AllQuestionsPage({ params, searchParams }: Props) {
  const { viewer, attempt, questions } = await questionsOf((await params).attempt);
  const { id, title, rules, practice, clock, assignment } = attempt;
  if (attempt.submittedAt) redirect(`/attempts/${id}/result`);
  if (!rules.onePage) redirect(`/attempts/${id}`);
  const timeZone = assignment?.timeZone ?? viewer.timeZone;
  const asked = positionIn(String((await searchParams).asked ?? ""));
  return (
    <main id="main" tabIndex={-1} className="page">
      <OnePageForm
        attempt={{ id, title, rules, practice }}
        clock={clock && { endsAt: clock.endsAt.toISOString(), timeFactor: clock.timeFactor, timeZone }}
        timeZone={timeZone}
        nothingToCheck={questions.some(({ position, answered }) => position === asked && !answered) ? asked : null}
        questions={questions.map((question) => ({
          ...question,
          savedAt: question.savedAt?.toISOString() ?? null,
          prices: pricesOf(rules, question),
        }))}
      />
    </main>
  );
}
