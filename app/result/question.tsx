import type { ReactNode } from "react";
import { kindOf } from "@/questions";
import { acceptedNote, otherwiseNote } from "@/questions/changed-key";
import type { AttemptResult, ResultQuestion } from "@/records";
import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { keepDates } from "@/ui/keep-dates";
import { standingOf, Verdict } from "@/ui/verdict";
import type { Standing } from "@/ui/verdict";
import { sameFields } from "../attempt/form";
import { checkedWords } from "../attempt/tries";
import { Points, type EarnedPoints } from "./earned";
import { QuestionReceipt } from "./receipt";
import styles from "./result.module.css";

/** The lesson lists the rest. */
const mostSources = 2;

/** How an answer stands: right, partly, not, or never answered. */
export function standing({ outcome }: ResultQuestion): Standing {
  return standingOf(outcome.state === "scored" ? outcome.fraction : outcome.state === "blank" ? null : 0);
}

/** One question of a result. What was said beside what is right is the kind's own review. */
export function Question({
  question,
  attempt,
  earned,
  told = false,
  beside,
}: {
  question: ResultQuestion;
  attempt: AttemptResult["attempt"];
  /** What it earns in place of its mark. */
  earned?: EarnedPoints | undefined;
  /** `beside` tells that it is marked anew. */
  told?: boolean | undefined;
  /** What a teacher said to it, and what can be done about it. */
  beside?: ReactNode;
}) {
  const { position, prompt, kind, body, answer, response, outcome, why } = question;
  const { Review } = kindOf(kind);
  const stands = standing(question);
  const says = whyOf(question, stands, told);
  return (
    <article className={styles.question} id={`q${position}`} aria-labelledby={`q${position}-prompt`}>
      <div className={styles.side}>
        <Verdict standing={stands} />
        <span>Question {position}</span>
        <span>
          <Points {...question} earned={earned} />
        </span>
      </div>
      <div className={styles.main}>
        <h2 id={`q${position}-prompt`}>{keepDates(prompt)}</h2>
        <Tries question={question} />
        <Review body={body} key_={answer} response={response} outcome={outcome} />
        <AnswerList>
          <HowPointsCame question={question} />
          <AnswerRow term="Why" tone={stands === "right" ? undefined : "note"}>
            {says.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </AnswerRow>
          <AnswerRow term="In the lesson" tone="source">
            <a href={`/lessons/${why.passage.lessonId}#${why.passage.id}`}>Passage {why.passage.number}</a>
            {attempt.scope === "lesson" && why.passage.lessonId === attempt.lessonId
              ? ""
              : ` of ${why.passage.lessonTitle}`}
            {why.sources.length > 0 && (
              <>
                , after{" "}
                {why.sources.slice(0, mostSources).map((source, index) => (
                  <span key={source.id}>
                    {index > 0 && "; "}
                    {source.url ? <a href={source.url}>{source.title}</a> : source.title}
                  </span>
                ))}
                {why.sources.length > mostSources && ` and ${why.sources.length - mostSources} more`}
              </>
            )}
          </AnswerRow>
        </AnswerList>
        <QuestionReceipt question={question} attempt={attempt} />
        {beside}
      </div>
    </article>
  );
}

/**
 * What is said to this answer, each sentence once: by the rule, to what was answered, why, and to everyone. `told`: that
 * it is marked anew is said elsewhere.
 */
function whyOf({ outcome, feedback, why }: ResultQuestion, stands: Standing, told: boolean): string[] {
  const said = outcome.state === "scored" ? outcome.receipt.notes : [];
  const notes = told ? said.filter((note) => note !== acceptedNote && note !== otherwiseNote) : said;
  const main = stands === "right" ? why.right : why.wrong;
  const { answers, band, general } = feedback;
  return [...new Set([...notes, ...answers, main, ...(band ? [band] : []), ...(general ? [general] : [])])];
}

/** The answers that were checked on the way to the one that stands. */
function Tries({ question: { tries, fields } }: { question: ResultQuestion }) {
  const others = tries.filter((each) => !sameFields(each.fields, fields));
  if (others.length === 0) return null;
  return (
    <AnswerList>
      <AnswerRow term="You tried">
        <AnswerItems>
          {others.map(({ number, fraction, read }) => (
            <AnswerItem key={number} standing={standingOf(fraction)} aside={checkedWords(fraction).toLowerCase()}>
              <bdi>{read}</bdi>
            </AnswerItem>
          ))}
        </AnswerItems>
      </AnswerRow>
    </AnswerList>
  );
}

/** Hints taken, and how tries, hints and certainty made the points; nothing when the fraction alone did. */
function HowPointsCame({ question: { hintsTaken, mark } }: { question: ResultQuestion }) {
  return (
    <>
      {hintsTaken.length > 0 && (
        <AnswerRow term={hintsTaken.length === 1 ? "Hint taken" : "Hints taken"}>
          {hintsTaken.map(({ text }, index) => (
            <p key={index}>{text}</p>
          ))}
        </AnswerRow>
      )}
      {mark.length > 1 && (
        <AnswerRow term="Points" tone="source">
          <ul className={styles.mark}>
            {mark.map(({ label, value }, index) => (
              <li key={index}>
                <span>{label}</span> <span>{value}</span>
              </li>
            ))}
          </ul>
        </AnswerRow>
      )}
    </>
  );
}
