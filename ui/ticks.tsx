import styles from "./ticks.module.css";

/** One question among its neighbours. */
export interface TickState {
  position: number;
  /** 1, 2, 3, … as it is shown. */
  number: number;
  answered: boolean;
  flagged: boolean;
}

/**
 * Numbered ticks: answered is filled, flagged has a diamond on its corner, `here` a bar beneath. Inside a form each is
 * a submit button named `go` whose value is its position, so that going anywhere saves first; with `within`, a link to a
 * place of the same page.
 */
export function Ticks({
  ticks,
  here,
  within,
}: {
  ticks: readonly TickState[];
  here?: number;
  within?: (position: number) => string;
}) {
  return (
    <nav aria-label="Questions">
      <ol className={styles.ticks}>
        {ticks.map(({ position, number, answered, flagged }) => {
          const said = {
            className: [answered && styles.done, flagged && styles.flag, position === here && styles.here]
              .filter(Boolean)
              .join(" "),
            "aria-current": position === here ? ("step" as const) : undefined,
            "aria-label": `Question ${number}, ${answered ? "answered" : "not answered"}${flagged ? ", flagged" : ""}`,
          };
          return (
            <li key={position}>
              {within ? (
                <a href={within(position)} {...said}>
                  {number}
                </a>
              ) : (
                <button type="submit" name="go" value={position} {...said}>
                  {number}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
