import type { Misconception } from "./misconceptions";
import { Who } from "./answers";
import styles from "./analysis.module.css";

/** As many stand there at once; the rest is folded. */
const SHOWN = 5;

/** What is confused with what, by whom, and which passages set it right. */
export function Confused({
  found,
  classId,
  practice,
}: {
  found: readonly Misconception[];
  classId: string | null;
  /** Where a practice quiz is made of one; null where it is not one class's learners that are seen. */
  practice: ((id: string) => string) | null;
}) {
  if (found.length === 0)
    return <p>No wrong answer that two learners share is the right answer to something else in the course.</p>;
  const line = (each: Misconception) => (
    <Line key={each.id} found={each} classId={classId} practice={practice?.(each.id) ?? null} />
  );
  return (
    <>
      <ul className={styles.confused}>{found.slice(0, SHOWN).map(line)}</ul>
      {found.length > SHOWN && (
        <details>
          <summary>{found.length - SHOWN} more</summary>
          <ul className={styles.confused}>{found.slice(SHOWN).map(line)}</ul>
        </details>
      )}
    </>
  );
}

function Line({ found, classId, practice }: { found: Misconception; classId: string | null; practice: string | null }) {
  const { says, askedName, learners, of, questions, passages } = found;
  return (
    <li>
      <p>
        <b>
          {learners.length} of {of}
        </b>{" "}
        {says}, for ‘{askedName}’.
      </p>
      <p className="meta">
        {questions.length === 1 ? "Question " : "Questions "}
        {questions.map((number, index) => (
          <span key={number}>
            {index > 0 && ", "}
            <a href={`#question-${number}`}>{number}</a>
          </span>
        ))}
        . Teach again:{" "}
        {passages.map(({ href, words }, index) => (
          <span key={href}>
            {index > 0 && "; "}
            <a href={href}>{words}</a>
          </span>
        ))}
        .
      </p>
      <Who learners={learners} classId={classId} words={`Who: ${learners.length} learners`} />
      {practice && (
        <p className={styles.practice}>
          <a className="btn" href={practice}>
            Make a practice quiz for these {learners.length}
          </a>
        </p>
      )}
    </li>
  );
}
