import type { AttemptOverview } from "@/records";
import { Confirm } from "@/ui/confirm";
import styles from "./check.module.css";

/** Every question in a line, and the button that hands in, which asks first when something is unanswered. */
export function Check({ attempt, of, answered, flagged, ticks }: AttemptOverview) {
  const open = of - answered;
  const first = ticks.find((tick) => !tick.answered);
  return (
    <div className="col">
      <header className="pagehead">
        <p className="label">Quiz: {attempt.title}</p>
        <h1>Before you hand in</h1>
        <p>{summary(open, flagged)}</p>
      </header>
      <ol className={styles.list}>
        {ticks.map(({ position, answered, flagged, prompt, points }) => (
          <li key={position}>
            <a href={`/attempts/${attempt.id}/${position}#question`}>
              <span className={styles.number}>{position}</span>
              <span className={styles.prompt}>{prompt}</span>
              <span className={styles.state}>
                <span className={answered ? undefined : styles.open}>{answered ? "Answered" : "Not answered"}</span>
                {flagged && <span className={styles.flag}>Flagged</span>}
                <span>{points === 1 ? "1 point" : `${points} points`}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <form method="post" action={`/api/attempts/${attempt.id}/submit`} className={styles.end}>
        {first ? (
          <>
            <a className="btn go" href={`/attempts/${attempt.id}/${first.position}#question`}>
              Go to question {first.position}
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
                Once handed in, this attempt cannot be changed. You can always try the quiz again.
              </p>
            </Confirm>
          </>
        ) : (
          <>
            <button className="btn go tall">Hand in</button>
            <p className="hint">You see the result at once. This attempt cannot be changed after that.</p>
          </>
        )}
      </form>
    </div>
  );
}

function summary(open: number, flagged: number): string {
  const marked = flagged === 0 ? "" : flagged === 1 ? " One is flagged." : ` ${flagged} are flagged.`;
  if (open === 0) return `Every question has an answer.${marked}`;
  return (open === 1 ? "One question has no answer yet." : `${open} questions have no answer yet.`) + marked;
}
