import type { Origin, TermField } from "@/assessment/time-rules";
import type { LearnerCell } from "@/records";
import { When } from "@/ui/when";
import { lengthWords } from "../../../../../../../assignment/words";
import styles from "../../../../../../../decision/decision.module.css";

const whose: Readonly<Record<Origin, string>> = {
  everyone: "",
  group: ", for their group",
  learner: ", for them alone",
  profile: ", by their extra time",
};

/** By what terms a learner works, and whose each of them is. */
export function OwnTerms({ page, exceptions }: { page: LearnerCell; exceptions: string }) {
  const { class: group, learner, line, exceptionReason } = page;
  const { terms } = line;
  const date = (name: string, field: "opensAt" | "dueAt" | "closesAt", none: string) => (
    <>
      <dt>{name}</dt>
      <dd>
        {terms[field] ? <When at={terms[field]} timeZone={group.timeZone} /> : none}
        {said(field)}
      </dd>
    </>
  );
  const said = (field: TermField) => whose[terms.origin[field]];
  return (
    <div className={styles.list}>
      <dl className={styles.terms}>
        {date("Opens", "opensAt", "at once")}
        {date("Due", "dueAt", "never")}
        {date("Closes", "closesAt", "never")}
        <dt>Time limit</dt>
        <dd>
          {terms.timeLimit === null ? "none" : lengthWords(terms.timeLimit)}
          {said("timeLimit")}
        </dd>
        <dt>Attempts</dt>
        <dd>
          {terms.attempts ?? "any number"}
          {said("attempts")}
        </dd>
        {learner.timeFactor > 1 && (
          <>
            <dt>Extra time</dt>
            <dd>time × {learner.timeFactor}, at every assignment</dd>
          </>
        )}
        {exceptionReason && (
          <>
            <dt>Why</dt>
            <dd>{exceptionReason}</dd>
          </>
        )}
      </dl>
      {!learner.removedAt && (
        <p className={styles.way}>
          <a href={exceptions}>Give other dates, time or attempts</a>
        </p>
      )}
      <p className="meta">Dates are in the class’s time zone, {group.timeZone.replaceAll("_", " ")}.</p>
    </div>
  );
}
