import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { courseOfQuiz } from "@/content/course";
import { attemptDecisions, attemptMarks, attemptSlip, isNotFound } from "@/records";
import { Notice } from "@/ui/notice";
import { positionIn } from "../../../../attempt/form";
import { ChangeMarking, MarksAtQuestion } from "../../../../changes/at-question";
import { afterQuiz } from "../../../../course/after-quiz";
import { courseOutline } from "../../../../course/lessons";
import { AtQuestion, OnWhole, QuestionForms } from "../../../../decision/at-result";
import { doneWords } from "../../../../decision/words";
import { Deciding } from "../../../../result/deciding";
import type { Earned } from "../../../../result/earned";
import { HeldResult } from "../../../../result/held";
import { Result } from "../../../../result/result";

interface Props {
  params: Promise<{ attempt: string }>;
  searchParams: Promise<{ did?: string | string[]; question?: string | string[] }>;
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

/**
 * A submitted attempt, to its learner, as far as it is shown already, and to the teachers of their classes. `?question=`
 * names the one about which a teacher decides.
 */
export default async function ResultPage({ params, searchParams }: Props) {
  const [{ attempt: attemptId }, query] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/attempts/${attemptId}/result`);
  // It hands in what ran out, so it is first.
  const seen = await resultOf(attemptId);
  const [decided, marks] = await Promise.all([
    found(attemptDecisions(viewer, { attemptId })),
    // Until right and wrong are shown there is nothing to say of marks.
    attemptMarks(viewer, { attemptId }).catch((error: unknown) => {
      if (isNotFound(error)) return null;
      throw error;
    }),
  ]);
  const { attempt } = seen.state === "held" ? seen.slip : seen.result;
  const { timeZone } = attempt;
  const questions = new Map((seen.state === "held" ? [] : seen.result.questions).map((each) => [each.position, each]));
  const asked = positionIn(String(query.question ?? ""));
  const did = String(query.did ?? "");
  const words = Object.hasOwn(doneWords, did) ? doneWords[did as keyof typeof doneWords] : null;
  const earned: Earned = Object.fromEntries([
    ...Object.entries(decided.byHand).map(([position, points]) => [position, { points, by: "hand" }] as const),
    ...[...(marks?.questions ?? [])].flatMap(([position, { points, by }]) =>
      by === "marking" || points === null ? [] : [[position, { points, by }] as const],
    ),
  ]);
  const told = new Set(
    [...(marks?.questions ?? [])].flatMap(([position, { changes }]) =>
      changes.some(({ undone }) => !undone) ? [position] : [],
    ),
  );
  const shown = {
    earned,
    beside: (position: number) => {
      const question = questions.get(position);
      return (
        <>
          <AtQuestion attemptId={attemptId} position={position} decided={decided} timeZone={timeZone} />
          {marks && <MarksAtQuestion marks={marks} attemptId={attemptId} position={position} />}
          {question && (decided.decides || marks?.classId) && (
            <Deciding attemptId={attemptId} position={position} open={position === asked}>
              {decided.decides && (
                <QuestionForms
                  attemptId={attemptId}
                  question={question}
                  decides={decided.decides}
                  byHand={decided.byHand}
                />
              )}
              {marks?.classId && (
                <ChangeMarking
                  classId={marks.classId}
                  attemptId={attemptId}
                  assignmentId={attempt.assignment?.id}
                  position={position}
                  answered={question.outcome.state === "scored" && question.outcome.fraction < 1}
                />
              )}
            </Deciding>
          )}
        </>
      );
    },
    children: (
      <>
        {words && (
          <Notice id="done">
            <p>{words}</p>
          </Notice>
        )}
        <OnWhole
          attemptId={attemptId}
          // Where right and wrong are shown, a change of marking is told at its question.
          decided={seen.state === "held" ? decided : { ...decided, changes: [] }}
          timeZone={timeZone}
        />
      </>
    ),
  };
  if (seen.state === "held")
    return (
      <main id="main" tabIndex={-1} className="page">
        <HeldResult slip={seen.slip} {...shown} />
      </main>
    );
  const { result } = seen;
  const course = courseOfQuiz(result.attempt.quizId);
  const next = course && afterQuiz(courseOutline(course), result.attempt.quizId);
  return (
    <main id="main" tabIndex={-1} className="page">
      <Result result={result} next={next} told={told} {...shown} />
    </main>
  );
}
