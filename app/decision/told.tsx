import type { DecisionLine, MarkChangeLine } from "@/records";
import { When } from "@/ui/when";
import { byWords } from "../changes/words";
import styles from "./decision.module.css";
import { byPoints, changeWords, decisionWords } from "./words";

/** Decisions and comments: what, by whom, when, why. `undo`: the form's action, for who may take them back. */
export function Decisions({
  lines,
  timeZone,
  undo,
  hidden = {},
  mayUndo = () => true,
}: {
  lines: readonly DecisionLine[];
  timeZone: string;
  undo?: ((form: FormData) => Promise<void>) | undefined;
  hidden?: Readonly<Record<string, string>>;
  mayUndo?: (line: DecisionLine) => boolean;
}) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => {
        const { id, by, at, reason, comment, undone } = line;
        const words = decisionWords(line);
        return (
          <li key={id} className={undone ? styles.gone : undefined}>
            <div>
              <p>{undone ? <s>{words}</s> : <b>{words}</b>}</p>
              {reason && <p>Why: {reason}</p>}
              {comment && <p className={styles.said}>{comment}</p>}
              <p className="meta">
                {by}, <When at={at} timeZone={timeZone} />
                {undone && (
                  <>
                    . {undone.replaced ? "Replaced" : "Undone"} by {undone.by},{" "}
                    <When at={undone.at} timeZone={timeZone} />
                  </>
                )}
              </p>
            </div>
            {undo && !undone && mayUndo(line) && (
              <form action={undo}>
                {Object.entries({ ...hidden, decision: id }).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" className="btn quiet" aria-label={`${takesBack(line)}: ${words}`}>
                  {takesBack(line)}
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function takesBack({ what }: DecisionLine): string {
  return what === "comment" ? "Take back" : "Undo";
}

/** What changes of marking did, why, and what was said of it. `how`: with what was changed, where nothing else says so. */
export function MarkChanges({
  lines,
  timeZone,
  how = true,
}: {
  lines: readonly MarkChangeLine[];
  timeZone: string;
  how?: boolean;
}) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => {
        const { changeId, what, attemptId, reason, note, by, at, undo, undone } = line;
        const words = changeWords(line);
        return (
          <li key={`${changeId} ${attemptId}`} className={undone ? styles.gone : undefined}>
            <div>
              <p>{undone ? <s>{words}</s> : <b>{words}</b>}</p>
              {how && what !== "drop" && !undone && !undo && <p>{byWords[what]}</p>}
              {reason && <p>Why: {reason}</p>}
              {note && <p className={styles.said}>{note}</p>}
              <p className="meta">
                {by}, <When at={at} timeZone={timeZone} />
                {undone && (
                  <>
                    . Taken back by {undone.by}, <When at={undone.at} timeZone={timeZone} />: {byPoints(undone.points)}
                  </>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
