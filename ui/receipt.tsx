import styles from "./receipt.module.css";

/**
 * How points came about, as a table that adds up: shown on request under 'How this was marked'.
 * `lines` are the arithmetic, `total` its last line; `notes` the small print: rule, versions, times, number.
 */
export function Receipt({
  lines,
  total,
  notes,
}: {
  lines: readonly { label: string; value: string }[];
  total: { label: string; value: string };
  notes: readonly string[];
}) {
  return (
    <details className={styles.receipt}>
      <summary>How this was marked</summary>
      <div className={styles.slip}>
        <table>
          <caption className="vh">How this was marked</caption>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <th scope="row">{line.label}</th>
                <td>{line.value}</td>
              </tr>
            ))}
            <tr className={styles.total}>
              <th scope="row">{total.label}</th>
              <td>{total.value}</td>
            </tr>
          </tbody>
        </table>
        <div className={styles.notes}>
          {notes.map((note, index) => (
            <p key={index}>{note}</p>
          ))}
        </div>
      </div>
    </details>
  );
}
