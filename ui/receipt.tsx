"use client";

// The client's though it does nothing there: a page carries what it shows once more as data, and this is its data alone.

import type { ReactNode } from "react";
import styles from "./receipt.module.css";

export interface ReceiptLine {
  label: string;
  value: string;
}

/** A line of the small print: 'Rule', and what it is. */
export interface ReceiptNote {
  term: string;
  says: ReactNode;
}

/**
 * How points came about, shown on request under 'How this was marked': for each answer that was marked what was read,
 * what of it met what of the key and its arithmetic, then the arithmetic down to the points (the last of `lines` is
 * their total), and the small print.
 */
export function Receipt({
  answers,
  lines,
  notes,
}: {
  /** `title` when there are several: 'Try 1'. */
  answers: readonly { title?: string; notes: readonly ReceiptNote[]; lines: readonly ReceiptLine[] }[];
  lines: readonly ReceiptLine[];
  notes: readonly ReceiptNote[];
}) {
  return (
    <details className={styles.receipt}>
      <summary>How this was marked</summary>
      <div className={styles.slip}>
        {answers.map(({ title, notes, lines }, index) => (
          <section key={index}>
            {title && <h3>{title}</h3>}
            <Notes notes={notes} />
            <table>
              <caption className="vh">{title ?? "The answer"}, as a fraction</caption>
              <tbody>
                <Lines lines={lines} />
              </tbody>
            </table>
          </section>
        ))}
        <section>
          {answers.length > 1 && <h3>Points</h3>}
          <table>
            <caption className="vh">From the fraction to the points</caption>
            <tbody>
              <Lines lines={lines} total />
            </tbody>
          </table>
        </section>
        <Notes notes={notes} small />
      </div>
    </details>
  );
}

function Lines({ lines, total = false }: { lines: readonly ReceiptLine[]; total?: boolean }) {
  return lines.map((line, index) => (
    <tr key={index} className={total && index === lines.length - 1 ? styles.total : undefined}>
      {/* A line without a value is a heading of those after it, and may be as wide. */}
      <th scope="row" colSpan={line.value === "" ? 2 : undefined}>
        {line.label}
      </th>
      {line.value !== "" && <td>{line.value}</td>}
    </tr>
  ));
}

function Notes({ notes, small = false }: { notes: readonly ReceiptNote[]; small?: boolean }) {
  if (notes.length === 0) return null;
  return (
    <dl className={small ? `${styles.notes} ${styles.small}` : styles.notes}>
      {notes.map(({ term, says }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
