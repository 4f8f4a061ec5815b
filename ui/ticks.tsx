import styles from "./ticks.module.css";

/** One question among its neighbours. */
export interface TickState {
  position: number;
  answered: boolean;
  flagged: boolean;
}

/**
 * Numbered ticks: answered is filled, flagged has a diamond on its corner, `here` a bar beneath. Inside a form each is
 * a submit button named `go` whose value is its number, so that going anywhere saves first.
 */
export function Ticks({ ticks, here }: { ticks: readonly TickState[]; here?: number }) {
  return (
    <nav aria-label="Questions">
      <ol className={styles.ticks}>
        {ticks.map(({ position, answered, flagged }) => (
          <li key={position}>
            <button
              type="submit"
              name="go"
              value={position}
              className={[answered && styles.done, flagged && styles.flag, position === here && styles.here]
                .filter(Boolean)
                .join(" ")}
              aria-current={position === here ? "step" : undefined}
              aria-label={`Question ${position}, ${answered ? "answered" : "not answered"}${flagged ? ", flagged" : ""}`}
            >
              {position}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
