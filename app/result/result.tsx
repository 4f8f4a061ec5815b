import type { ReactNode } from "react";
import type { AttemptResult } from "@/records";
import { ReadBy } from "@/ui/answer";
import { StandingMark, standingWords } from "@/ui/verdict";
import { shuffledWords } from "../assignment/words";
import { pointsText } from "../attempt/points";
import type { After } from "../course/after-quiz";
import type { Earned } from "./earned";
import { Question, standing } from "./question";
import { SlipHead } from "./slip-head";
import styles from "./result.module.css";

/** The slip: points, then each question with what was said, what is right, why, and how it was marked. */
export function Result({
  result,
  next,
  earned = {},
  told,
  beside,
  children,
}: {
  result: AttemptResult;
  next?: After | undefined;
  earned?: Earned;
  /** Questions of which `beside` tells that they are marked anew. */
  told?: ReadonlySet<number> | undefined;
  /** What else stands at a question. */
  beside?: (position: number) => ReactNode;
  /** Under the points. */
  children?: ReactNode;
}) {
  const { attempt, own, questions } = result;
  return (
    <div className={styles.slip}>
      <SlipHead label="Result" attempt={attempt} />
      {attempt.band && <p className={styles.band}>{attempt.band}</p>}
      {attempt.practice && (
        <p className="hint">Practice: this result does not count in {own ? "your class’s" : "class"} scores.</p>
      )}
      {attempt.rules.shuffle && <p className="hint">{shuffledWords(own)}</p>}
      {!own && <p className="hint">The explanations are written to {attempt.learner.displayName}.</p>}
      {children}
      <nav aria-label="Points for each question">
        <ol className={styles.each}>
          {questions.map((question) => (
            <li key={question.position}>
              <a href={`#q${question.position}`}>
                <span className={styles.name}>Question {question.position}</span>
                <span className={`${styles.points} verdict ${standing(question)}`}>
                  <StandingMark standing={standing(question)} />
                  {earned[question.position]?.by === "dropped"
                    ? "dropped"
                    : `${pointsText(earned[question.position]?.points ?? question.points)} of ${pointsText(question.maxPoints)}`}
                  <span className="vh">, {standingWords[standing(question)].toLowerCase()}</span>
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <ReadBy others={!own}>
        {questions.map((question) => (
          <Question
            key={question.position}
            question={question}
            attempt={attempt}
            earned={earned[question.position]}
            told={told?.has(question.position)}
            beside={beside?.(question.position)}
          />
        ))}
      </ReadBy>
      {own && <Then result={result} next={next} />}
      <p className={styles.data}>
        <a href={`/api/attempts/${attempt.id}/export`} download>
          This result as data (JSON)
        </a>
      </p>
    </div>
  );
}

/** What to do with it: read again, try again, go on. */
function Then({ result, next }: { result: AttemptResult; next?: After | undefined }) {
  const { attempt, questions } = result;
  const missed = questions.filter((question) => standing(question) !== "right").length;
  return (
    <div className={styles.then}>
      <p>{sentence(missed, questions.length)}</p>
      <div className="do">
        {attempt.assignment?.there ? (
          <a className={next ? "btn" : "btn go"} href={`/assignments/${attempt.assignment.id}`}>
            To the assignment
          </a>
        ) : attempt.practice && attempt.assignment ? null : attempt.practice || attempt.assignment ? (
          <a className={next ? "btn" : "btn go"} href={`/quizzes/${attempt.quizId}`}>
            To the quiz
          </a>
        ) : (
          <form method="post" action="/api/attempts">
            <input type="hidden" name="quizId" value={attempt.quizId} />
            <button className={next ? "btn" : "btn go"}>Try again</button>
          </form>
        )}
        {next && (
          <a className="btn go" href={next.href}>
            Go on to {next.what}
          </a>
        )}
      </div>
    </div>
  );
}

function sentence(missed: number, of: number): string {
  if (missed === 0) return "Every answer was right.";
  if (missed === of) return "Each question above leads to the passage that answers it. Read them, then try again.";
  return `${missed === 1 ? "One question" : `${missed} questions`} can still be won. Each leads to the passage that answers it.`;
}
