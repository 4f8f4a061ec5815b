import type { ReactNode } from "react";
import styles from "./result.module.css";

/**
 * What a teacher can decide about one question. The address names the question whose forms are there: at every one of
 * them they would be most of the page.
 */
export function Deciding({
  attemptId,
  position,
  open,
  children,
}: {
  attemptId: string;
  position: number;
  open: boolean;
  /** The forms. */
  children: ReactNode;
}) {
  const here = `/attempts/${attemptId}/result`;
  if (!open)
    return (
      <p className={styles.decide}>
        {/* The fragment moves focus to the forms. */}
        <a href={`${here}?question=${position}#decide`}>
          Decide…<span className="vh"> about question {position}</span>
        </a>
      </p>
    );
  return (
    <section id="decide" tabIndex={-1} className={styles.deciding} aria-label={`Decide about question ${position}`}>
      {children}
      <p className={styles.decide}>
        <a href={`${here}#q${position}`}>
          Close<span className="vh"> what can be decided about question {position}</span>
        </a>
      </p>
    </section>
  );
}
