import type { SignatureMatrix } from "@/content/compiled";
import { Table } from "@/ui/table";
import styles from "./pages.module.css";

/** The matrix as a list, for a narrow screen and for paper: each agreement with its people and their offices. */
export function SignatureList({
  matrix,
  hrefOf,
}: {
  matrix: SignatureMatrix;
  hrefOf: (factId: string) => string | undefined;
}) {
  const columns = matrix.states.flatMap((state) => state.people.map((person) => ({ state: state.name, person })));
  return (
    <details className={styles.list}>
      <summary>The same as a list</summary>
      <Table caption="Agreements with their signatories" captionHidden>
        <thead>
          <tr>
            <th scope="col">Agreement</th>
            <th scope="col">Date</th>
            <th scope="col">Signed by</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.factId}>
              <th scope="row">
                <a href={hrefOf(row.factId)}>{row.name}</a>
              </th>
              <td className={styles.date}>{row.dateText}</td>
              <td>
                <ul className={styles.people} role="list">
                  {columns.flatMap(({ state, person }, index) => {
                    const office = row.cells[index];
                    return office
                      ? [
                          <li key={`${state} ${person.id}`}>
                            {person.name} ({state}), {office}
                          </li>,
                        ]
                      : [];
                  })}
                </ul>
                {row.note && <p className="meta">* {row.note}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
