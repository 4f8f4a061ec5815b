import type { LiveView } from "@/records";
import { Table } from "@/ui/table";
import styles from "./board.module.css";
import { stuckWords, tookText } from "./words";

/** The questions in their order; what is stuck says why. */
export function Questions({ view: { questions } }: { view: LiveView }) {
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className={styles.head}>
        Questions
      </h2>
      <Table
        className={`stacks ${styles.table}`}
        caption="‘Takes’: the median of the time from the save before to its own last one"
      >
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answered</th>
            <th scope="col" className="num">
              Here now
            </th>
            <th scope="col" className="num">
              Takes
            </th>
          </tr>
        </thead>
        <tbody>
          {questions.map((each) => (
            <tr key={each.place} id={`question-${each.number}`} tabIndex={-1} className={styles.question}>
              <th scope="row">
                {each.number}. {each.prompt}
                {stuckWords(each).map((words) => (
                  <span key={words} className={`${styles.mark} ${styles.why}`}>
                    Stuck: {words}
                  </span>
                ))}
              </th>
              <td>
                <progress className={styles.bar} max={each.asked || 1} value={each.answered} aria-hidden="true" />{" "}
                <span className="nb">
                  {each.answered} of {each.asked}
                </span>
              </td>
              <td className="num" data-of="Here now">
                {each.here}
              </td>
              <td className="num nb" data-of="Takes">
                {each.seconds === null ? (
                  <>
                    <span aria-hidden="true">–</span>
                    <span className="vh">not known yet</span>
                  </>
                ) : (
                  tookText(each.seconds)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
