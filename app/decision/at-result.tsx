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
      {changes.length > 0 && <MarkChanges lines={changes} timeZone={timeZone} how={false} />}
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

/** What was decided and said about one question. */
export function AtQuestion({
  attemptId,
  position,
  decided: { decides, decisions },
  timeZone,
}: {
  attemptId: string;
  position: number;
  decided: AttemptDecisions;
  timeZone: string;
}) {
  const lines = decisions.filter((line) => line.question?.position === position);
  if (lines.length === 0) return null;
  return (
    <div className={styles.beside}>
      <Decisions
        lines={lines}
        timeZone={timeZone}
        {...(decides && { undo, hidden: hiddenOf(decides, attemptId, position) })}
      />
    </div>
  );
}

/** The forms of who may decide about one question. */
export function QuestionForms({
  attemptId,
  question: { position, itemId, maxPoints },
  decides,
  byHand,
}: {
  attemptId: string;
  question: { position: number; itemId: string; maxPoints: number };
  decides: Decides;
  byHand: AttemptDecisions["byHand"];
}) {
  const hidden = { ...hiddenOf(decides, attemptId, position), item: itemId };
  return (
    <div className={styles.folds}>
      <DecisionForm
        action={decideOn}
        what="question"
        title="Points by hand"
        aside={`for question ${position}`}
        say="They count in place of the mark, for this learner alone. The receipt stays as it is."
        hidden={hidden}
        number={{
          label: `Points, from 0 to ${pointsText(maxPoints)}`,
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
        hidden={hidden}
        submit="Say it"
      />
    </div>
  );
}

type Decides = NonNullable<AttemptDecisions["decides"]>;

function hiddenOf({ classId, assignmentId, personId }: Decides, attemptId: string, position?: number) {
  return {
    ...{ class: classId, assignment: assignmentId, person: personId, attempt: attemptId, at: "result" },
    ...(position !== undefined && { place: `q${position}` }),
  };
}
