import { orderedRows, type RowOrder } from "@/assessment";
import type { Cell, ClassScores } from "@/records";
import type { Order } from "./order";
import { perCent, shade } from "../per-cent";
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
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Scores">
        <table className={styles.scores} style={{ "--quizzes": quizzes.length } as React.CSSProperties}>
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
                  <a className={styles.byQuestion} href={`/classes/${group.id}/quizzes/${quiz.quizId}`}>
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
                <td className={styles.mean}>{learner.mean === null ? <NoFigure /> : perCent(learner.mean)}</td>
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
      <p className={`meta ${styles.legend}`}>
        {["90 and over", "75", "60", "45", "under 45"].map((words, level) => (
          <span key={words}>
            <i className={styles[`l${level}`]} />
            {words}
          </span>
        ))}
        <span>
          <span aria-hidden="true">•</span> not tried
        </span>
        <span>
          <i className={styles.opened} />
          in progress, answered of all
        </span>
      </p>
    </div>
  );
}

function ScoreCell({ cell, said, href, open }: { cell: Cell; said: string; href: string; open: boolean }) {
  switch (cell.state) {
    case "not tried":
      return (
        <td className={styles.none}>
          <span aria-hidden="true">•</span>
          <span className="vh">not tried</span>
        </td>
      );
    case "in progress":
      return (
        <td className={styles.opened}>
          <a href={href} aria-label={`${said}: in progress, ${cell.answered} of ${cell.of} answered`}>
            {cell.answered}/{cell.of}
          </a>
        </td>
      );
    case "scored":
      return (
        <td className={[styles[`l${shade(cell.fraction)}`], open && styles.selected].filter(Boolean).join(" ")}>
          <a
            href={href}
            aria-current={open ? "true" : undefined}
            aria-label={`${said}: ${perCent(cell.fraction)} per cent, best of ${cell.attempts}${cell.inProgress ? ", another in progress" : ""}`}
          >
            {perCent(cell.fraction)}
            {cell.inProgress && <small aria-hidden="true">…</small>}
          </a>
        </td>
      );
  }
}

function NoFigure() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="vh">nothing handed in</span>
    </>
  );
}

function opens(cell: Cell, attemptId: string | null): boolean {
  return cell.state === "scored" && cell.attemptId === attemptId;
}
