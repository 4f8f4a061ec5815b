import type { Certainty } from "@/records";
import styles from "./certainty.module.css";
import type { Stake } from "./prices";

/**
 * How sure are you: three radios, each with what a right and a wrong answer give. `settled` once an answer was checked:
 * what was said then stays.
 */
export function CertaintyChoice({
  said,
  settled,
  stakes,
  name: field = "certainty",
}: {
  said: Certainty | null;
  settled: boolean;
  stakes: readonly Stake[];
  /** Of the form's field. */
  name?: string;
}) {
  return (
    <fieldset className={styles.choice} disabled={settled} aria-describedby={`${field}-note`}>
      <legend>How sure are you?</legend>
      <div className={styles.three}>
        {stakes.map(({ certainty, name, right, wrong }) => (
          <label key={certainty} className="radio">
            <input type="radio" name={field} value={certainty} defaultChecked={certainty === said} />
            <span>
              {name}
              {!settled && (
                <small>
                  : {right} or {wrong}
                </small>
              )}
            </span>
          </label>
        ))}
      </div>
      <p className="hint" id={`${field}-note`}>
        {settled
          ? "What you said before your first check counts. If you said nothing, it counts as low."
          : "Points for a right answer, or for a wrong one. A partly right one lies between."}
      </p>
    </fieldset>
  );
}
