import type { ReactNode } from "react";
import styles from "./matrix.module.css";

export interface MatrixGroup {
  id: string;
  name: string;
  /** `short` is what stands at the head of the column, when the name is long. */
  columns: { id: string; name: string; short?: string }[];
}

export interface MatrixRow {
  id: string;
  head: ReactNode;
  /** As the columns stand: what is said of a mark, or nothing where there is none. */
  cells: (string | null)[];
}

/**
 * What goes with whom: a table with a mark where two go together. What there is to say about a mark opens on focus and
 * under the pointer, and is read out with it. Heads stay in sight; the table scrolls in its own box.
 */
export function Matrix({
  caption,
  corner,
  groups,
  rows,
  markWord,
}: {
  caption: string;
  /** Head of the rows' heads. */
  corner: string;
  groups: readonly MatrixGroup[];
  rows: readonly MatrixRow[];
  /** What a mark means: 'signed'. */
  markWord: string;
}) {
  // The first column of each group carries the line that parts it from the one before.
  const firsts = new Set(groups.map((group) => group.columns[0]?.id && `${group.id} ${group.columns[0].id}`));
  const columns = groups.flatMap((group) => group.columns.map(({ id }) => `${group.id} ${id}`));
  return (
    <div className={styles.box} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.matrix}>
        <caption className="vh">{caption}</caption>
        <colgroup span={1} />
        {groups.map((group) => (
          <colgroup key={group.id} span={group.columns.length} />
        ))}
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.corner}>
              {corner}
            </th>
            {groups.map((group) => (
              <th
                key={group.id}
                scope="colgroup"
                colSpan={group.columns.length}
                className={`${styles.group} ${styles.first} ${group.columns.length * 2 < group.name.length / 2.4 ? styles.upright : ""}`}
              >
                <span>{group.name}</span>
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap((group) =>
              group.columns.map((column, index) => (
                <th key={`${group.id} ${column.id}`} scope="col" className={index === 0 ? styles.first : undefined}>
                  {column.short && <span className="vh">{column.name}</span>}
                  <span
                    className={styles.person}
                    title={column.short && column.name}
                    aria-hidden={column.short ? true : undefined}
                  >
                    {column.short ?? column.name}
                  </span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} className={firsts.has(columns[index]!) ? styles.first : undefined}>
                  {cell !== null && (
                    <span className={styles.mark} tabIndex={0}>
                      <span className="vh">{markWord}, </span>
                      <span className={styles.said}>{cell}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
