import { shareOf } from "@/assessment";
import { found, requireViewer } from "@/auth";
import { kindOf } from "@/questions";
import { attemptResult, type ClassScores } from "@/records";
import { standingOf, StandingMark, standingWords } from "@/ui/verdict";
import { When } from "@/ui/when";
import { nothingCounts, pointsText } from "../../../../attempt/points";
import { Escape } from "./escape";
import { perCent } from "../per-cent";
import styles from "./scores.module.css";

/** An attempt beside the table: every question with its points and what was answered. */
export async function AttemptPanel({
  attemptId,
  close,
  page,
}: {
  attemptId: string;
  close: string;
  page: ClassScores;
}) {
  const { attempt, questions } = await found(attemptResult(await requireViewer(), { attemptId }));
  const place = page.quizzes.findIndex((quiz) => quiz.quizId === attempt.quizId);
  const mean = page.quizMeans[place];
  const minutes = Math.max(1, Math.round((attempt.submittedAt.getTime() - attempt.startedAt.getTime()) / 60_000));

  return (
    <aside className={styles.panel} id="attempt" aria-labelledby="panel-title" tabIndex={-1}>
      <header>
        <h2 id="panel-title">{attempt.learner.displayName}</h2>
        <p className="meta">
          {attempt.title}, attempt {attempt.number}
        </p>
        <a href={close} className={`btn icon ${styles.close}`} aria-label="Close (Escape)">
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </a>
      </header>
      <Escape to={close} />
      <p className={styles.score}>
        <b>{attempt.maxPoints > 0 ? pointsText(attempt.points) : "–"}</b>
        <span>
          {attempt.maxPoints > 0
            ? `of ${pointsText(attempt.maxPoints)} points, ${perCent(shareOf(attempt))} per cent.`
            : `${nothingCounts}.`}
          {mean != null && <> Class mean {perCent(mean)}</>}
        </span>
      </p>
      <ol>
        {questions.map((question) => {
          const standing = standingOf(question.outcome.state === "scored" ? question.outcome.fraction : null);
          return (
            <li key={question.position}>
              <span className={styles[standing]}>
                <StandingMark standing={standing} />
                <span className="vh">{standingWords[standing]}: </span>
              </span>
              <span>
                {question.position}. {question.prompt}
              </span>
              <span className={styles.points}>
                {pointsText(question.points)} of {pointsText(question.maxPoints)}
              </span>
              <p>
                {question.response === null
                  ? "Not answered"
                  : kindOf(question.kind).summary(question.response, question.body)}
              </p>
            </li>
          );
        })}
      </ol>
      <p className={`meta ${styles.foot}`}>
        Handed in <When at={attempt.submittedAt} timeZone={attempt.timeZone} />, after {minutes}{" "}
        {minutes === 1 ? "minute" : "minutes"}.
      </p>
      <div className="do">
        <a className="btn go" href={`/attempts/${attempt.id}/result`}>
          Open the attempt
        </a>
        <a className="btn" href={`/classes/${page.class.id}/learners/${attempt.learner.id}`}>
          All attempts
        </a>
      </div>
    </aside>
  );
}
