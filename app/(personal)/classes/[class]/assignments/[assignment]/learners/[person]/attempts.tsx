import type { ScoreLine, SheetAttempt } from "@/records";
import { When } from "@/ui/when";
import { lateByWords } from "../../../../../../../assignment/words";
import { scoreText, shareText } from "../../../../../../../attempt/points";
import { DecisionForm } from "../../../../../../../decision/decision-form";
import styles from "../../../../../../../decision/decision.module.css";
import { decideOn } from "./actions";

/** Every attempt with its score and lateness, and what can be decided about it. */
export function Attempts({
  line,
  timeZone,
  hidden,
}: {
  line: ScoreLine;
  timeZone: string;
  hidden: Readonly<Record<string, string>>;
}) {
  if (line.attempts.length === 0) return <p className="hint">None is begun.</p>;
  return (
    <ol className={styles.attempts}>
      {line.attempts.map((attempt) => (
        <li key={attempt.id}>
          <h3>
            {attempt.submittedAt ? (
              <a href={`/attempts/${attempt.id}/result`}>Attempt {attempt.number}</a>
            ) : (
              `Attempt ${attempt.number}`
            )}
          </h3>
          <p className="ui">
            <State attempt={attempt} timeZone={timeZone} />
          </p>
          {attempt.submittedAt && <AboutAttempt attempt={attempt} hidden={{ ...hidden, attempt: attempt.id }} />}
        </li>
      ))}
    </ol>
  );
}

function State({ attempt, timeZone }: { attempt: SheetAttempt; timeZone: string }) {
  const { submittedAt, endsAt, lateBy, deduction, points, maxPoints, voided, counts } = attempt;
  if (!submittedAt)
    return (
      <>
        In progress
        {endsAt && (
          <>
            , until <When at={endsAt} timeZone={timeZone} />
          </>
        )}
      </>
    );
  return (
    <>
      {points !== null && maxPoints !== null && (
        <>
          <b>{scoreText({ points, maxPoints }, " points")}</b>, handed in{" "}
        </>
      )}
      <When at={submittedAt} timeZone={timeZone} />
      {lateBy > 0 && `, ${lateByWords(lateBy)} late`}
      {deduction > 0 && maxPoints !== 0 && `, less ${shareText(deduction)}`}
      {voided ? ", taken out" : counts ? ", counts" : ""}
    </>
  );
}

function AboutAttempt({ attempt, hidden }: { attempt: SheetAttempt; hidden: Readonly<Record<string, string>> }) {
  const aside = `attempt ${attempt.number}`;
  return (
    <div className={styles.folds}>
      {!attempt.voided && (
        <>
          <DecisionForm
            action={decideOn}
            what="reopen"
            title="Open it again"
            aside={aside}
            say="Its answers stay and can be changed, and its marks go until it is handed in again. Who has seen the right answers has seen them."
            hidden={hidden}
            number={{
              label: "Open for so many minutes",
              hint: "Empty: as long as the assignment’s own terms allow.",
            }}
            submit="Open it again"
            confirm={{ title: `Open attempt ${attempt.number} again?`, yes: "Open it again" }}
          />
          <DecisionForm
            action={decideOn}
            what="void"
            title="Take it out"
            aside={aside}
            say="It counts nowhere and uses up no attempt. It stays on record, and you can undo this."
            hidden={hidden}
            submit="Take it out"
          />
        </>
      )}
      <DecisionForm
        action={decideOn}
        what="comment"
        title="Comment on it"
        aside={aside}
        say="The learner reads it at once, on their scores and beside the result."
        hidden={hidden}
        submit="Say it"
      />
    </div>
  );
}
