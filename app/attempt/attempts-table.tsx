import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import styles from "./attempts-table.module.css";

/** An attempt that was handed in, as its learner is told of it. */
export interface AttemptRow {
  id: string;
  number: number;
  submittedAt: Date;
  /** What it was: 'practice', the assignment it was for. */
  was?: readonly string[];
  /** After when it came in: '2 days late'. */
  late?: string | null;
  /** Or why there are none to be seen. */
  points: string;
}

/** The attempts so far, each with the way to its result. Nothing where there are none. */
export function AttemptsTable({ attempts, timeZone }: { attempts: readonly AttemptRow[]; timeZone: string }) {
  if (attempts.length === 0) return null;
  return (
    <Table caption="Your attempts">
      <thead>
        <tr>
          <th scope="col">Attempt</th>
          <th scope="col">Handed in</th>
          <th scope="col" className="num">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ id, number, submittedAt, was = [], late, points }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/attempts/${id}/result`}>Attempt&nbsp;{number}</a>
              {was.length > 0 && <span className={styles.was}>, {was.join(", ")}</span>}
            </th>
            <td>
              <When at={submittedAt} timeZone={timeZone} />
              {late && `, ${late}`}
            </td>
            <td className="num">{points}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
