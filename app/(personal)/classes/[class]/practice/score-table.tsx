import { orderedRows, type RowOrder } from "@/assessment";
import type { Cell, ClassScores } from "@/records";
import type { Order } from "./order";
import { Sign } from "../sign";
import { perCent, shade } from "../per-cent";
import table from "../score-table.module.css";
import styles from "./scores.module.css";

/** The table among the class scores. Not tried, in progress and 0 look different, and are said differently. */
export function ScoreTable({
  scores,
  order,
  openAttempt,
}: {
  scores: ClassScores;
  order: Order;
  openAttempt: string | null;
}) {
  const { class: group, quizzes, learners, quizMeans, handedIn } = scores;
  const heading = (by: RowOrder, words: React.ReactNode, more?: React.ReactNode) => (
    <th key={by} scope="col" aria-sort={order.by === by ? (order.descending ? "descending" : "ascending") : undefined}>
      <a href={order.turned(group.id, by)}>
        {words}
        {order.by === by && <span aria-hidden="true">{order.descending ? " ↓" : " ↑"}</span>}
      </a>
      {more}
    </th>
  );

  return (
    <div>
      <div className={table.scroll} tabIndex={0} role="region" aria-label="Scores">
        <table className={table.scores} style={{ "--columns": quizzes.length + 1 } as React.CSSProperties}>
          <caption className="vh">Best score by learner and quiz, in per cent of the points</caption>
          <thead>
            <tr>
              {heading("name", "Learner")}
              {quizzes.map((quiz, index) =>
                heading(
                  index,
                  <>
                    {quiz.shortTitle}
                    <small>{quiz.maxPoints} points</small>
                  </>,
                  <a className={table.open} href={`/classes/${group.id}/quizzes/${quiz.quizId}`}>
                    Questions<span className="vh"> of {quiz.shortTitle}, one by one</span>
                  </a>,
                ),
              )}
              {heading("mean", "Mean")}
            </tr>
          </thead>
          <tbody>
            {orderedRows(learners, order.by, order.descending).map((learner) => (
              <tr
                key={learner.personId}
                className={learner.cells.some((cell) => opens(cell, openAttempt)) ? styles.current : undefined}
              >
                <th scope="row">
                  <a href={`/classes/${group.id}/learners/${learner.personId}`} title={learner.displayName}>
                    {learner.displayName}
                  </a>
                </th>
                {learner.cells.map((cell, index) => (
                  <ScoreCell
                    key={quizzes[index]!.quizId}
                    cell={cell}
                    said={`${learner.displayName}, ${quizzes[index]!.shortTitle}`}
                    href={
                      cell.state === "scored"
                        ? `${order.address(group.id, cell.attemptId)}#attempt`
                        : `/classes/${group.id}/learners/${learner.personId}`
                    }
                    open={opens(cell, openAttempt)}
                  />
                ))}
                <td className="total">{learner.mean === null ? <NoFigure /> : perCent(learner.mean)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Mean</th>
              {quizMeans.map((mean, index) => (
                <td key={quizzes[index]!.quizId}>{mean === null ? <NoFigure /> : perCent(mean)}</td>
              ))}
              <td />
            </tr>
            <tr>
              <th scope="row">Handed in</th>
              {handedIn.map((number, index) => (
                <td key={quizzes[index]!.quizId}>{number}</td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <div className={`meta ${table.legend}`}>
        <p>
          {["90 and over", "75", "60", "45", "under 45"].map((words, level) => (
            <span key={words}>
              <i className={`l${level}`} />
              {words}
            </span>
          ))}
          <span>
            <span aria-hidden="true">•</span> not tried
          </span>
          <span>
            <i className="running" />
            in progress, answered of all
          </span>
        </p>
      </div>
    </div>
  );
}

function ScoreCell({ cell, said, href, open }: { cell: Cell; said: string; href: string; open: boolean }) {
  switch (cell.state) {
    case "not tried":
      return (
        <td className="none">
          <Sign sign="•" words="not tried" />
        </td>
      );
    case "in progress":
      return (
        <td className="running">
          <a href={href} aria-label={`${said}: in progress, ${cell.answered} of ${cell.of} answered`}>
            {cell.answered}/{cell.of}
          </a>
        </td>
      );
    case "scored":
      return (
        <td className={`l${shade(cell.fraction)}${open ? ` ${styles.selected}` : ""}`}>
          <a
            href={href}
            aria-current={open ? "true" : undefined}
            aria-label={`${said}: ${perCent(cell.fraction)} per cent, best of ${cell.attempts}${cell.inProgress ? ", another in progress" : ""}`}
          >
            {perCent(cell.fraction)}
            {cell.inProgress && <span aria-hidden="true">…</span>}
          </a>
        </td>
      );
  }
}

function NoFigure() {
  return <Sign sign="–" words="nothing handed in" />;
}

function opens(cell: Cell, attemptId: string | null): boolean {
  return cell.state === "scored" && cell.attemptId === attemptId;
}
