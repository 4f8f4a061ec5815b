import { rulesFor } from "@/records";
import type { ChosenRules, QuizOverview } from "@/records";
import { AttemptsTable } from "./attempts-table";
import { CertaintyTable } from "./certainty-table";
import { dayText, timeText } from "./clock";
import { pointsText, scoreText } from "./points";
import styles from "./quiz-door.module.css";
import { certaintyInWords, extraTry, rulesInWords } from "./rules";
import { timesWords } from "./tries";

/** A lesson that a quiz is about, as its door names it. */
export interface AboutLesson {
  id: string;
  number: number;
  title: string;
}

/**
 * Begin or go on, how it is marked, ways to practise, and the attempts so far. `lessons`: what the quiz is about; of a
 * quiz that the course no longer has, the lesson that it follows.
 */
export function QuizDoor({
  quiz,
  lessons,
  timeZone,
  teaches,
}: {
  quiz: QuizOverview;
  lessons: readonly AboutLesson[];
  timeZone: string;
  /** True for who is offered the key to the printed quiz. */
  teaches: boolean;
}) {
  const done = quiz.attempts.filter((attempt) => attempt.submittedAt !== null);
  const open = quiz.attempts.find((attempt) => attempt.id === quiz.openAttemptId);
  const begun = done.some((attempt) => !attempt.practice && !attempt.assignment);
  return (
    <div className="col">
      <header className="pagehead">
        <p className="label">{doorWords[quiz.scope]}</p>
        <h1>{quiz.title}</h1>
        <p>
          {quiz.questions} questions, {pointsText(quiz.maxPoints)} points. There is no clock. Every change is saved as
          you make it: you can stop, and come back on another device.
        </p>
        {quiz.assigned.map(({ id, title, className }) => (
          <p key={id}>
            <b>It is set for {className}:</b> <a href={`/assignments/${id}`}>{title}</a>. What you begin here is your
            own practice, and does not count for it.
          </p>
        ))}
        {quiz.heldBack && (
          <p>
            {quiz.assigned.length > 0
              ? "Until that is handed in or closed, your practice does not tell what is right, and gives no hints."
              : "Another quiz that is set for you asks some of these questions. Until it is handed in or closed, your practice does not tell what is right, and gives no hints."}
          </p>
        )}
        <p>{rulesInWords(quiz.rules)}</p>
        {quiz.rules.certainty && <CertaintyTable />}
        {open && (
          <p>
            You began {open.practice ? "practising, " : ""}attempt {open.number}
            {open.practice ? "," : ""} on {dayText(open.startedAt, timeZone)} at {timeText(open.startedAt, timeZone)}.
            Your answers are kept.
          </p>
        )}
        <form method="post" action="/api/attempts" className="do">
          <input type="hidden" name="quizId" value={quiz.quizId} />
          <button className="btn go tall">
            {open ? `Go on with attempt ${open.number}` : begun ? "Try again" : "Begin the quiz"}
          </button>
          {quiz.scope === "lesson" && (
            <a className="btn quiet" href={`/lessons/${quiz.lessonId}`}>
              Read the lesson first
            </a>
          )}
        </form>
      </header>
      {quiz.scope !== "lesson" && <Lessons lessons={lessons} />}
      <Practise quiz={quiz} open={open?.number} />
      <p className={`${styles.paper} ui`}>
        On paper: <a href={`/quizzes/${quiz.quizId}/print`}>Print this quiz</a>
        {teaches && (
          <>
            {" "}
            <a href={`/quizzes/${quiz.quizId}/key`}>Print the key</a>
          </>
        )}
      </p>
      <AttemptsTable
        timeZone={timeZone}
        attempts={done.map(({ id, number, submittedAt, practice, assignment, held, points, maxPoints }) => ({
          id,
          number,
          submittedAt: submittedAt!,
          was: [...(practice ? ["practice"] : []), ...(assignment ? [assignment.title] : [])],
          points: held ? "not shown yet" : scoreText({ points: points!, maxPoints: maxPoints! }),
        }))}
      />
    </div>
  );
}

const doorWords: Record<QuizOverview["scope"], string> = {
  lesson: "Quiz",
  part: "Quiz on several lessons",
  course: "The final",
};

/** Where to read again what a long quiz asks. */
function Lessons({ lessons }: { lessons: readonly AboutLesson[] }) {
  if (lessons.length === 0) return null;
  return (
    <details className={styles.ways}>
      <summary>The {lessons.length} lessons that it is about</summary>
      <ol className={styles.lessons}>
        {lessons.map(({ id, number, title }) => (
          <li key={id} value={number}>
            <a href={`/lessons/${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Other rules than the quiz's own, for an attempt that counts in no class's scores. */
function Practise({ quiz, open }: { quiz: QuizOverview; open: number | undefined }) {
  const ways: { name: keyof ChosenRules; title: string; words: string }[] = [];
  const sure = rulesFor(quiz.rules, { certainty: true });
  if (sure.practice) ways.push({ name: "certainty", title: "Say how sure I am", words: certaintyInWords });
  const { rules, practice } = rulesFor(quiz.rules, { check: true });
  if (practice && !quiz.heldBack)
    ways.push({
      name: "check",
      title: "Check each answer as I go",
      words: `You can have each answer checked ${timesWords(rules.tries)}, and learn at once whether it is right. ${extraTry(rules.penalty, rules.tries)}`,
    });
  if (ways.length === 0) return null;
  return (
    <details className={styles.ways}>
      <summary>Practise another way</summary>
      <p>An attempt of this kind is for you: it does not count in your class’s scores.</p>
      {open !== undefined && (
        <p>Attempt {open} is still open, and there is one at a time: go on with it and hand it in first.</p>
      )}
      {ways.map(({ name, title, words }) => (
        <form key={name} method="post" action="/api/attempts" className={styles.way}>
          <input type="hidden" name="quizId" value={quiz.quizId} />
          <p id={`way-${name}`}>{words}</p>
          {name === "certainty" && <CertaintyTable />}
          <button className="btn" name={name} value="on" disabled={open !== undefined} aria-describedby={`way-${name}`}>
            {title}
          </button>
        </form>
      ))}
    </details>
  );
}
