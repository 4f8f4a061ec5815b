import { shareOf } from "@/assessment";
import type { OwnAssignmentLine } from "@/records";
import { When } from "@/ui/when";
import { scoreText } from "../attempt/points";
import { ownState } from "./line";
import styles from "./own-list.module.css";
import { TimeOver } from "./time-over";
import { practiceWords, promiseWords } from "./words";

/** What is due, and when; and what came back. Nothing where there are no assignments. */
export function OwnAssignments({ lines }: { lines: readonly OwnAssignmentLine[] }) {
  if (lines.length === 0) return null;
  const due = lines.filter((line) => ["in progress", "to do", "to come"].includes(ownState(line)));
  // The latest first.
  const back = lines.filter((line) => !due.includes(line)).reverse();
  return (
    <section className={styles.lists} aria-label="Your assignments">
      <div>
        <h2>{due.length === 0 ? "Nothing is due" : "What is due"}</h2>
        {due.length > 0 && (
          <ul role="list">
            {due.map((line) => (
              <li key={line.id}>
                <a href={`/assignments/${line.id}`}>{line.title}</a>
                <span className="meta">{line.className}</span>
                <span className="meta">
                  <Due line={line} />
                </span>
                {line.practice && <span className="meta">{practiceWords(line.practice.about)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
      {back.length > 0 && (
        <div>
          <h2>
            <a href="/scores">What came back</a>
          </h2>
          <ul role="list">
            {back.slice(0, shown).map((line) => (
              <BackLine key={line.id} line={line} />
            ))}
          </ul>
          {back.length > shown && (
            <details>
              <summary className="ui">{back.length - shown} earlier</summary>
              <ul role="list">
                {back.slice(shown).map((line) => (
                  <BackLine key={line.id} line={line} />
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** So many are in view at once. */
const shown = 5;

function BackLine({ line }: { line: OwnAssignmentLine }) {
  return (
    <li>
      <a href={`/assignments/${line.id}`}>{line.title}</a>
      <span className="meta">{line.className}</span>
      <span className="meta">
        <Back line={line} />
      </span>
    </li>
  );
}

/** When it has to be done, or how far it is. */
export function Due({ line }: { line: OwnAssignmentLine }) {
  const { terms, timeZone, running, begin } = line;
  if (running)
    return (
      <>
        <b>Begun</b>
        {running.clock &&
          (running.clock.secondsLeft > 0 ? (
            <>
              , ends <When at={running.clock.endsAt} timeZone={timeZone} />
            </>
          ) : (
            <>
              . <TimeOver endsAt={running.clock.endsAt} timeZone={timeZone} />
            </>
          ))}
      </>
    );
  if (!begin.may && begin.why === "not-open" && terms.opensAt)
    return (
      <>
        Opens <When at={terms.opensAt} timeZone={timeZone} />
      </>
    );
  if (terms.dueAt)
    return (
      <>
        {begin.may && begin.late ? (
          <>
            <b>Late</b>: it was due
          </>
        ) : (
          "Due"
        )}{" "}
        <When at={terms.dueAt} timeZone={timeZone} />
      </>
    );
  if (terms.closesAt)
    return (
      <>
        Closes <When at={terms.closesAt} timeZone={timeZone} />
      </>
    );
  return <>No date</>;
}

/** What came of it. */
function Back({ line }: { line: OwnAssignmentLine }) {
  const { score, attempts, timeZone, terms } = line;
  const last = attempts.at(-1);
  if (line.excused) return <>Excused</>;
  if (!last && !score)
    return (
      <>
        Not handed in{terms.closesAt && ", closed "}
        {terms.closesAt && <When at={terms.closesAt} timeZone={timeZone} />}
      </>
    );
  if (!score && attempts.every(({ voided }) => voided)) return <>Taken out by your teacher</>;
  if (!score) return <>Handed in. Your score: {promiseWords(last!.when.score, timeZone)}</>;
  return (
    <>
      <b>{scoreText(score)}</b>
      {score.maxPoints > 0 && `, ${Math.round(100 * shareOf(score))} per cent`}
      {score.late && ", late"}
      {score.overridden && ", by hand"}
    </>
  );
}
