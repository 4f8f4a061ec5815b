import type { ReactNode } from "react";
import styles from "./paper.module.css";

/**
 * What a question on paper is made of: lines, boxes, cells. On the sheet to be answered they are empty; on a teacher's,
 * what belongs there stands in them.
 */

/** A line to write on: in running text, or `wide` on a line of its own. */
export function PaperLine({ children, wide = false }: { children?: ReactNode; wide?: boolean }) {
  return (
    <span className={`${styles.line} ${wide ? styles.wide : ""} ${children ? styles.written : ""}`}>
      {/* Something, so that an empty line has the height of a written one. */}
      {children || <span aria-label="a line to write on" role="img" />}
      {!children && "\u00a0"}
    </span>
  );
}

/** A square for one letter or number. */
export function PaperCell({ children }: { children?: ReactNode }) {
  return <span className={styles.cell}>{children || <span aria-label="a square to write in" role="img" />}</span>;
}

export interface PaperOption {
  id: string;
  text: ReactNode;
  ticked: boolean;
}

/** One thing a row, each with a box to tick, or with a ring when only one is right. */
export function PaperOptions({
  options,
  one = false,
  columns = false,
}: {
  options: readonly PaperOption[];
  one?: boolean;
  /** Short things stand side by side. */
  columns?: boolean;
}) {
  return (
    <ul className={`${styles.options} ${columns ? styles.columns : ""}`}>
      {options.map(({ id, text, ticked }) => (
        <li key={id} className={ticked ? styles.ticked : undefined}>
          <svg viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
            {one ? <circle cx="9" cy="9" r="8" /> : <rect x="1" y="1" width="16" height="16" />}
            {ticked && <path d="M4.5 9.2l3.2 3.4 6-7.4" strokeWidth="2.4" />}
          </svg>
          <span>
            {text}
            {ticked && <span className="vh"> (right)</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How to answer with a pen, and how it is marked. */
export function PaperHint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
