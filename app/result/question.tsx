import { createHash } from "node:crypto";
import { kindOf } from "@/questions";
import type { AttemptResult, ResultQuestion } from "@/records";
import { AnswerList, AnswerRow } from "@/ui/answer";
import { Receipt } from "@/ui/receipt";
import { standingOf, Verdict } from "@/ui/verdict";
import type { Standing } from "@/ui/verdict";
import { momentText } from "../attempt/clock";
import { pointsText } from "../attempt/points";
import styles from "./result.module.css";

/** The lesson lists the rest. */
const mostSources = 2;

/** How an answer stands: right, partly, not, or never answered. */
export function standing({ outcome }: ResultQuestion): Standing {
  return standingOf(outcome.state === "scored" ? outcome.fraction : outcome.state === "blank" ? null : 0);
}

/** One question of a result. What was said beside what is right is the kind's own review. */
export function Question({ question, attempt }: { question: ResultQuestion; attempt: AttemptResult["attempt"] }) {
  const { position, prompt, kind, body, answer, response, outcome, why } = question;
  const { Review } = kindOf(kind);
  const stands = standing(question);
  const notes = outcome.state === "scored" ? outcome.receipt.notes : [];
  return (
    <article className={styles.question} id={`q${position}`} aria-labelledby={`q${position}-prompt`}>
      <div className={styles.side}>
        <Verdict standing={stands} />
        <span>Question {position}</span>
        <span>
          {pointsText(question.points)} of {pointsText(question.maxPoints)}{" "}
          {question.maxPoints === 1 ? "point" : "points"}
        </span>
      </div>
      <div className={styles.main}>
        <h2 id={`q${position}-prompt`}>{prompt}</h2>
        <Review body={body} key_={answer} response={response} outcome={outcome} />
        <AnswerList>
          <AnswerRow term="Why" tone={stands === "right" ? undefined : "note"}>
            {[...notes, stands === "right" ? why.right : why.wrong].map((sentence, index) => (
              <p key={index}>{sentence}</p>
            ))}
          </AnswerRow>
          <AnswerRow term="In the lesson" tone="source">
            <a href={`/lessons/${why.passage.lessonId}#${why.passage.id}`}>Passage {why.passage.number}</a>
            {why.passage.lessonId === attempt.lessonId ? "" : ` of ${why.passage.lessonTitle}`}
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
      </div>
    </article>
  );
}

function QuestionReceipt({ question, attempt }: { question: ResultQuestion; attempt: AttemptResult["attempt"] }) {
  const { outcome, why, version, savedAt, maxPoints, points } = question;
  const receipt = outcome.state === "scored" ? outcome.receipt : null;
  const fraction = outcome.state === "scored" ? outcome.fraction : 0;
  return (
    <Receipt
      lines={receipt?.lines ?? [{ label: "No answer", value: "0" }]}
      total={{
        label: `Points: ${Number(fraction.toFixed(4))} × ${pointsText(maxPoints)}`,
        value: pointsText(points),
      }}
      notes={[
        ...(receipt ? [`Read as: ${receipt.read}`, `Rule: ${receipt.rule}`] : []),
        `Question version ${version}. Key taken from the fact ‘${why.fact.name}’, revision ${why.fact.revision}.`,
        savedAt
          ? `Answer saved ${momentText(savedAt, attempt.timeZone)}; marked ${momentText(attempt.submittedAt, attempt.timeZone)}.`
          : `Nothing was saved; marked ${momentText(attempt.submittedAt, attempt.timeZone)}.`,
        `Receipt ${receiptNumber(attempt.id, question.position)}.`,
      ]}
    />
  );
}

/** A short name for one mark, the same each time it is shown: 'A3F2-07'. */
function receiptNumber(attemptId: string, position: number): string {
  const hash = createHash("sha256").update(attemptId).digest("hex");
  return `${hash.slice(0, 4).toUpperCase()}-${String(position).padStart(2, "0")}`;
}
