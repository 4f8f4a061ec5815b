import type { ReactNode } from "react";
import type { Showable } from "@/assessment/show-rules";
import { kindOf } from "@/questions";
import type { HeldQuestion, HeldSlip } from "@/records";
import { AnswerList, AnswerRow } from "@/ui/answer";
import { keepDates } from "@/ui/keep-dates";
import { standingOf, Verdict } from "@/ui/verdict";
import { promiseWords, shuffledWords } from "../assignment/words";
import { pointsText } from "../attempt/points";
import { Points, type Earned, type EarnedPoints } from "./earned";
import { SlipHead } from "./slip-head";
import styles from "./result.module.css";

const names: Record<Showable, string> = {
  score: "Your score",
  correctness: "Which answers were right",
  key: "The right answers",
  feedback: "The explanations",
};

/** The slip of an attempt of which an assignment holds something back: what was handed in, and when the rest comes. */
export function HeldResult({
  slip,
  earned = {},
  beside,
  children,
}: {
  slip: HeldSlip;
  earned?: Earned;
  /** What else stands at a question. */
  beside?: (position: number) => ReactNode;
  /** Under what waits. */
  children?: ReactNode;
}) {
  const { attempt, questions, when } = slip;
  const { timeZone } = attempt;
  return (
    <div className={styles.slip}>
      <SlipHead label="Handed in" attempt={attempt} />
      <div className={`notice ${styles.waits}`}>
        {(!attempt.assignment || attempt.practice) && (
          <p>
            {attempt.assignment
              ? "Some of these questions are set for your class, so this waits for that:"
              : "This quiz, or one that asks some of its questions, is set for your class, so this waits for that:"}
          </p>
        )}
        {(Object.keys(names) as Showable[])
          .filter((what) => when[what] !== "now")
          .map((what) => (
            <p key={what}>
              {names[what]}: {promiseWords(when[what], timeZone)}.
            </p>
          ))}
      </div>
      {children}
      {attempt.rules.shuffle && <p className="hint">{shuffledWords(true)}</p>}
      {questions.map((question) => (
        <Held
          key={question.position}
          question={question}
          earned={earned[question.position]}
          beside={beside?.(question.position)}
        />
      ))}
      <p className="do">
        <Back attempt={attempt} />
      </p>
    </div>
  );
}

/** To where it was begun. */
function Back({ attempt: { assignment, practice, quizId } }: { attempt: HeldSlip["attempt"] }) {
  const [href, words] = assignment?.there
    ? [`/assignments/${assignment.id}`, "To the assignment"]
    : practice && assignment
      ? // A paper that was taken back has no page of its own.
        ["/home", "Back to your course"]
      : [`/quizzes/${quizId}`, "To the quiz"];
  return (
    <a className="btn" href={href}>
      {words}
    </a>
  );
}

function Held({
  question,
  earned,
  beside,
}: {
  question: HeldQuestion;
  earned: EarnedPoints | undefined;
  beside: ReactNode;
}) {
  const { position, prompt, kind, body, response, points, maxPoints, standing, key, why, passage } = question;
  const known = kindOf(kind);
  const { Review } = known;
  return (
    <article className={styles.question} id={`q${position}`} aria-labelledby={`q${position}-prompt`}>
      <div className={styles.side}>
        {standing && <Verdict standing={standingOf(standing.fraction)} />}
        <span>Question {position}</span>
        <span>
          {points === null ? (
            `${pointsText(maxPoints)} ${maxPoints === 1 ? "point" : "points"}`
          ) : (
            <Points points={points} maxPoints={maxPoints} earned={earned} />
          )}
        </span>
      </div>
      <div className={styles.main}>
        <h2 id={`q${position}-prompt`}>{keepDates(prompt)}</h2>
        {key && <Review body={body} key_={key.answer} response={response} outcome={key.outcome} />}
        <AnswerList>
          {!key && (
            <AnswerRow term="You said">{response === null ? "No answer" : known.summary(response, body)}</AnswerRow>
          )}
          {why && (
            <AnswerRow term="Why">
              {why.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </AnswerRow>
          )}
          {passage && (
            <AnswerRow term="In the lesson" tone="source">
              <a href={`/lessons/${passage.lessonId}#${passage.id}`}>Passage {passage.number}</a>
            </AnswerRow>
          )}
        </AnswerList>
        {beside}
      </div>
    </article>
  );
}
