import type { ScoreLine } from "@/records";
import { pointsText } from "../../../../../../../attempt/points";
import { DecisionForm } from "../../../../../../../decision/decision-form";
import styles from "../../../../../../../decision/decision.module.css";
import { decideOn } from "./actions";

/** What a teacher can decide about a learner's whole assignment. */
export function Decide({
  line,
  hidden,
  removed,
}: {
  line: ScoreLine;
  hidden: Readonly<Record<string, string>>;
  removed: boolean;
}) {
  const { cell, terms } = line;
  const of = line.counted?.maxPoints ?? line.maxPoints;
  return (
    <div className={styles.folds}>
      <DecisionForm
        action={decideOn}
        what="score"
        title="Give points by hand"
        say="They count in place of the attempts, also where there is none, and lateness takes nothing off them."
        hidden={hidden}
        number={{
          label: `Points, from 0 to ${pointsText(of)}`,
          ...(cell.score && { value: pointsText(Math.max(0, cell.score.points)) }),
        }}
        submit="Give these points"
      />
      {cell.state !== "excused" && (
        <DecisionForm
          action={decideOn}
          what="excuse"
          title="Excuse them"
          say="It counts in no total, whatever was handed in. It can still be done."
          hidden={hidden}
          submit="Excuse them"
        />
      )}
      {terms.attempts !== null && !removed && (
        <DecisionForm
          action={decideOn}
          what="add"
          title="Add attempts"
          say={`They have ${terms.attempts} in all. Dates stay as they are: once it is closed for them, give them other dates too.`}
          hidden={hidden}
          number={{ label: "Attempts more", value: "1" }}
          submit="Add them"
        />
      )}
      <DecisionForm
        action={decideOn}
        what="comment"
        title="Comment to the learner"
        say="They read it at once, on their scores."
        hidden={hidden}
        submit="Say it"
      />
    </div>
  );
}
