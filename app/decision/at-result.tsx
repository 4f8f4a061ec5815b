import type { AttemptDecisions } from "@/records";
import { decideOn, undo } from "../(personal)/classes/[class]/assignments/[assignment]/learners/[person]/actions";
import { pointsText } from "../attempt/points";
import { DecisionForm } from "./decision-form";
import styles from "./decision.module.css";
import { Decisions, MarkChanges } from "./told";

/** What was decided about a whole attempt, under its points; to those who may decide with the way to its cell. */
export function OnWhole({
  attemptId,
  decided,
  timeZone,
}: {
  attemptId: string;
  decided: AttemptDecisions;
  timeZone: string;
}) {
  const { decides, decisions, changes } = decided;
  const lines = decisions.filter(({ question }) => question === null);
  if (!decides && lines.length === 0 && changes.length === 0) return null;
  return (
    <section className={styles.beside} aria-label="What was decided">
      {lines.length > 0 && (
        <Decisions
          lines={lines}
          timeZone={timeZone}
          {...(decides && { undo, hidden: hiddenOf(decides, attemptId) })}
          // What is about more than marks is taken back in the cell.
          mayUndo={({ what, attempt }) => attempt !== null && (what === "comment" || what === "void")}
        />
      )}
      {changes.length > 0 && <MarkChanges lines={changes} timeZone={timeZone} />}
      {decides && (
        <p className={styles.way}>
          <a href={`/classes/${decides.classId}/assignments/${decides.assignmentId}/learners/${decides.personId}`}>
            All attempts, and what can be decided
          </a>
        </p>
      )}
    </section>
  );
}

/** What was decided and said about one question, and for who may decide the forms. */
export function AtQuestion({
  attemptId,
  position,
  question,
  decided,
  timeZone,
}: {
  attemptId: string;
  position: number;
  /** Null while it is held back. */
  question: { itemId: string; maxPoints: number } | null;
  decided: AttemptDecisions;
  timeZone: string;
}) {
  const { decides, decisions, byHand } = decided;
  const lines = decisions.filter((line) => line.question?.position === position);
  if (lines.length === 0 && !(decides && question)) return null;
  const place = `q${position}`;
  const hidden = decides && { ...hiddenOf(decides, attemptId), place };
  return (
    <div className={styles.beside}>
      {lines.length > 0 && <Decisions lines={lines} timeZone={timeZone} {...(hidden && { undo, hidden })} />}
      {hidden && question && (
        <div className={styles.folds}>
          <DecisionForm
            action={decideOn}
            what="question"
            title="Points by hand"
            aside={`for question ${position}`}
            say="They count in place of the mark, for this learner alone. The receipt stays as it is."
            hidden={{ ...hidden, item: question.itemId }}
            number={{
              label: `Points, from 0 to ${pointsText(question.maxPoints)}`,
              ...(byHand[position] !== undefined && { value: pointsText(byHand[position]) }),
            }}
            submit="Give these points"
          />
          <DecisionForm
            action={decideOn}
            what="comment"
            title="Comment"
            aside={`on question ${position}`}
            say="The learner reads it as soon as they may know whether the answer was right."
            hidden={{ ...hidden, item: question.itemId }}
            submit="Say it"
          />
        </div>
      )}
    </div>
  );
}

function hiddenOf({ classId, assignmentId, personId }: NonNullable<AttemptDecisions["decides"]>, attemptId: string) {
  return { class: classId, assignment: assignmentId, person: personId, attempt: attemptId, at: "result" };
}
