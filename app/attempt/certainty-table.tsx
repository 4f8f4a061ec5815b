import { stakes } from "./prices";
import styles from "./quiz-door.module.css";

/** What each certainty gives and takes, for each point of a question. */
export function CertaintyTable() {
  return (
    <table className={`table ${styles.certainty}`}>
      <caption>For each point of a question</caption>
      <thead>
        <tr>
          <th scope="col">How sure</th>
          <th scope="col">Right</th>
          <th scope="col">Not right</th>
        </tr>
      </thead>
      <tbody>
        {stakes(1).map(({ name, right, wrong }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{right}</td>
            <td>{wrong}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
