import type { CompiledFigure } from "@/content/compiled";
import { MapFigure, MapKey } from "@/ui/map";
import styles from "./lesson.module.css";

/** A map with the finding that it shows, what its hues mean, and the same as a table. */
export function Figure({ figure, names }: { figure: CompiledFigure; names: Readonly<Record<string, string>> }) {
  return (
    <figure className={styles.figure} id={`figure-${figure.id}`}>
      <MapFigure figure={figure} names={names} />
      <figcaption>
        <p className={styles.finding}>
          <b>{figure.caption}</b> {figure.captionRest}
        </p>
        <MapKey figure={figure} />
        {figure.note && <p className="meta">{figure.note}</p>}
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={figure.table.caption}>
          <table className={styles.same}>
            <caption>{figure.table.caption}</caption>
            <thead>
              <tr>
                {figure.table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figure.table.rows.map(([head, ...cells]) => (
                <tr key={head}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </figcaption>
    </figure>
  );
}
