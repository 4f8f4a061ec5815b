import type { AttemptOverview } from "@/records";
import { Confirm } from "@/ui/confirm";
import { keepDates } from "@/ui/keep-dates";
import { pointsWords } from "./points";
import styles from "./check.module.css";
import { ClockFace } from "./clock-face";
import { questionAddress } from "./form";

/** Every question in a line, and the button that hands in, which asks first when something is unanswered. */
export function Check({ attempt, of, answered, flagged, ticks, timeZone }: AttemptOverview & { timeZone: string }) {
  const open = of - answered;
  const first = ticks.find((tick) => !tick.answered);
  const unsaid = attempt.rules.certainty ? ticks.filter((tick) => tick.answered && tick.certainty === null).length : 0;
  return (
    <div className="col">
      <header className="pagehead">
        <p className="label">
          {attempt.practice ? "Practice" : "Quiz"}: {attempt.title}
        </p>
        <h1>Before you hand in</h1>
        {attempt.clock && (
          <div className={styles.clock}>
            <ClockFace
              attemptId={attempt.id}
              endsAt={attempt.clock.endsAt.toISOString()}
              timeFactor={attempt.clock.timeFactor}
              timeZone={timeZone}
            />
          </div>
        )}
        <p>{summary(open, flagged)}</p>
        {unsaid > 0 && <p>{unsaidWords(unsaid)}</p>}
      </header>
      <ol className={styles.list}>
        {ticks.map(({ position, number, answered, flagged, certainty, prompt, points }) => (
          <li key={position}>
            <a href={questionAddress(attempt, position)}>
              <span className={styles.number}>{number}</span>
              <span className={styles.prompt}>{keepDates(prompt)}</span>
              <span className={styles.state}>
                <span className={answered ? undefined : styles.open}>{answered ? "Answered" : "Not answered"}</span>
                {attempt.rules.certainty && answered && certainty === null && (
                  <span className={styles.open}>How sure: not said</span>
                )}
                {flagged && <span className={styles.flag}>Flagged</span>}
                <span>{pointsWords(points)}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <form method="post" action={`/api/attempts/${attempt.id}/submit`} className={styles.end}>
        {first ? (
          <>
            <a className="btn go" href={questionAddress(attempt, first.position)}>
              Go to question {first.number}
            </a>
            <Confirm
              label={`Hand in with ${open} unanswered`}
              title={`Hand in with ${open} unanswered?`}
              yes="Hand in"
              no="Go on answering"
            >
              <p>
                {open === 1
                  ? "One question has no answer and earns nothing."
                  : `${open} questions have no answer and earn nothing.`}{" "}
                Once handed in, this attempt cannot be changed.
                {!attempt.assignment && " You can always try the quiz again."}
              </p>
            </Confirm>
          </>
        ) : (
          <>
            <button className="btn go tall">Hand in</button>
            <p className="hint">
              {!attempt.assignment && "You see the result at once. "}This attempt cannot be changed after that.
            </p>
          </>
        )}
      </form>
    </div>
  );
}

function unsaidWords(unsaid: number): string {
  const which = unsaid === 1 ? "one answer you have" : `${unsaid} answers you have`;
  return `For ${which} not said how sure you are: that counts as low.`;
}

function summary(open: number, flagged: number): string {
  const marked = flagged === 0 ? "" : flagged === 1 ? " One is flagged." : ` ${flagged} are flagged.`;
  if (open === 0) return `Every question has an answer.${marked}`;
  return (open === 1 ? "One question has no answer yet." : `${open} questions have no answer yet.`) + marked;
}
