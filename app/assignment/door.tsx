import type { AssignmentDoor } from "@/records";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { When } from "@/ui/when";
import { AttemptsTable, type AttemptRow } from "../attempt/attempts-table";
import { CertaintyTable } from "../attempt/certainty-table";
import { pointsText, scoreText, shareText } from "../attempt/points";
import { rulesInWords } from "../attempt/rules";
import styles from "./door.module.css";
import { TimeOver } from "./time-over";
import {
  attemptsWords,
  lateByWords,
  lateWords,
  lengthWords,
  limitWords,
  practiceWords,
  promiseWords,
  questionsWords,
  showWords,
} from "./words";

/** An assignment before it is begun: when, how long, how often, what is shown, and what came of it so far. */
export function Door({ door, refused }: { door: AssignmentDoor; refused: "password" | "wait" | null }) {
  const { terms, timeZone, begin, running, quiz, rules, counts } = door;
  const limit = limitWords(terms);
  const late = lateWords(terms.late, terms);
  const own = ownTerms(door);
  return (
    <div className="col">
      <header className="pagehead">
        <p className="label">
          {door.practice ? "Practice" : "Assignment"}, {door.className}
        </p>
        <h1>{door.title}</h1>
        {door.practice && <p>{practiceWords(door.practice.about)}</p>}
        <p>
          {quiz.questions} questions, {pointsText(quiz.maxPoints)} points. {questionsWords(rules)}{" "}
          {limit ?? "There is no time limit."} Every change is saved as you make it.
        </p>
        <dl className={styles.dates}>
          <DateLine name="Opens" at={terms.opensAt} timeZone={timeZone} />
          <DateLine name="Due" at={terms.dueAt} timeZone={timeZone} />
          <DateLine name="Closes" at={terms.closesAt} timeZone={timeZone} />
          <div>
            <dt>Attempts</dt>
            <dd>{attemptsWords(terms.attempts, counts)}</dd>
          </div>
          {late && (
            <div>
              <dt>Late</dt>
              <dd>{late}</dd>
            </div>
          )}
          <div>
            <dt>What you see</dt>
            <dd>
              {showWords(door.show).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </dd>
          </div>
        </dl>
        {own.length > 0 && (
          <p className="ui">
            <b>For you:</b> your teacher has set {own.join(", ")} for you.
          </p>
        )}
        <p>{rulesInWords(rules)}</p>
        {rules.certainty && <CertaintyTable />}
        {refused === "password" && (
          <Notice bad>
            <p>That is not the password of this assignment. Your teacher has it.</p>
          </Notice>
        )}
        {refused === "wait" && (
          <Notice bad>
            <p>Those were many passwords. Wait two minutes, then try again.</p>
          </Notice>
        )}
        <Begin door={door} />
        {door.withLesson && !running && (
          <p className="ui">
            <a href={`/lessons/${quiz.lessonId}`}>Read the lesson first</a>: it belongs to this work.
          </p>
        )}
      </header>
      <div className={styles.came}>
        {door.excused && (
          <Notice>
            <p>Your teacher has excused you: it counts nowhere, whether you do it or not.</p>
          </Notice>
        )}
        {begin.may && begin.late && (
          <Notice>
            <p>It was due: what you hand in now is late.</p>
          </Notice>
        )}
        <Attempts door={door} />
      </div>
    </div>
  );
}

function DateLine({ name, at, timeZone }: { name: string; at: Date | null; timeZone: string }) {
  if (!at) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <When at={at} timeZone={timeZone} />
      </dd>
    </div>
  );
}

/** What an exception changed for this learner. */
function ownTerms({ terms: { origin } }: AssignmentDoor): string[] {
  return ownWords.flatMap(([field, words]) => (origin[field] === "everyone" ? [] : [words]));
}

const ownWords = [
  ["opensAt", "when it opens"],
  ["dueAt", "when it is due"],
  ["closesAt", "when it closes"],
  ["attempts", "how often"],
] as const;

function Begin({ door }: { door: AssignmentDoor }) {
  const { id, begin, running, asksPassword, attempts, timeZone } = door;
  if (running)
    return (
      <p className="do">
        <a className="btn go tall" href={`/attempts/${running.attemptId}`}>
          Go on
        </a>
        {running.clock && (
          <span className="hint">
            {running.clock.secondsLeft > 0 ? (
              <>
                It ends <When at={running.clock.endsAt} timeZone={timeZone} />.
              </>
            ) : (
              <TimeOver endsAt={running.clock.endsAt} timeZone={timeZone} />
            )}
          </span>
        )}
      </p>
    );
  if (!begin.may)
    return (
      <p>
        <b>{closedWords[begin.why]}</b>
        {begin.when && (
          <>
            {" "}
            {begin.why === "not-open" ? "It opens" : "It closed"} <When at={begin.when} timeZone={timeZone} />.
          </>
        )}
      </p>
    );
  return (
    <form method="post" action="/api/attempts" className={styles.begin}>
      <input type="hidden" name="assignmentId" value={id} />
      {asksPassword && (
        <Field
          name="password"
          label="Password"
          hint="Your teacher says it when it is time."
          type="password"
          autoComplete="off"
          required
        />
      )}
      <div className="do">
        <button className="btn go tall">{attempts.length > 0 ? "Begin another attempt" : "Begin"}</button>
        {begin.seconds !== null && begin.cutByClose && (
          <span className="hint">It closes in {lengthWords(begin.seconds)}: you will have no longer than that.</span>
        )}
      </div>
    </form>
  );
}

const closedWords = {
  "not-open": "It is not open yet.",
  closed: "It is closed.",
  "no-attempts-left": "You have used all your attempts.",
  "in-progress": "An attempt is still open.",
};

function Attempts({ door }: { door: AssignmentDoor }) {
  const { attempts, score, timeZone } = door;
  if (attempts.length === 0 && !score) return null;
  return (
    <>
      <AttemptsTable attempts={attempts.map((attempt) => attemptRow(attempt, timeZone))} timeZone={timeZone} />
      {score && (
        <p className="ui">
          What counts: <b>{scoreText(score, " points")}</b>
          {score.maxPoints > 0 && score.deduction > 0 && `, after ${shareText(score.deduction)} for lateness`}
          {score.overridden && ", given by your teacher"}.
        </p>
      )}
      <p className="ui">
        <a href="/scores">All your scores, and what was decided about them</a>
      </p>
    </>
  );
}

function attemptRow(attempt: AssignmentDoor["attempts"][number], timeZone: string): AttemptRow {
  const { id, number, submittedAt, lateBy, points, maxPoints, deduction, voided, when } = attempt;
  const earned =
    points === null || maxPoints === null
      ? promiseWords(when.score, timeZone)
      : `${scoreText({ points, maxPoints })}${maxPoints > 0 && deduction > 0 ? `, less ${shareText(deduction)}` : ""}`;
  return {
    ...{ id, number, submittedAt },
    late: lateBy > 0 ? `${lateByWords(lateBy)} late` : null,
    points: voided ? `${earned}, taken out: it does not count` : earned,
  };
}
