import type { Learner, PlaceAnalysis, VersionAnalysis } from "@/records";
import { ShareBar } from "@/ui/chart/small";
import { StandingMark } from "@/ui/verdict";
import { previewPath } from "../../../../../changes/wanted";
import styles from "./analysis.module.css";

/** As many wrong answers stand there at once; the rest is folded. */
const SHOWN = 8;

/** What was answered at a place, by how many, with their names folded away. */
export function Answers({ place, classId }: { place: PlaceAnalysis; classId: string | null }) {
  return (
    <section
      className={styles.answers}
      id={`question-${place.number}`}
      tabIndex={-1}
      aria-label={`Question ${place.number}`}
    >
      {place.versions.map((version) => (
        <VersionAnswers
          key={version.question}
          version={version}
          classId={classId}
          title={`${place.number}. ${version.prompt}`}
          several={place.versions.length > 1}
        />
      ))}
    </section>
  );
}

function VersionAnswers({
  version: { itemId, answers, attempts, blank, kindTitle, version, passage },
  title,
  several,
  classId,
}: {
  version: VersionAnalysis;
  title: string;
  several: boolean;
  classId: string | null;
}) {
  const wrong = answers.filter(({ right }) => !right);
  const [seen, folded] = [wrong.slice(0, SHOWN), wrong.slice(SHOWN)];
  const line = ({ id, text, right, learners, from }: (typeof answers)[number]) => (
    <AnswerLine
      key={id}
      text={text}
      standing={right ? "right" : "wrong"}
      learners={learners}
      of={attempts}
      classId={classId}
      accept={
        right || classId === null
          ? undefined
          : previewPath(classId, {
              what: "accept",
              attempt: from.attemptId,
              position: String(from.position),
              part: from.part ?? undefined,
            })
      }
    />
  );
  return (
    <>
      <h3>{title}</h3>
      <p className="meta">
        {kindTitle}
        {several && `, version ${version}`}, asked {attempts} {attempts === 1 ? "time" : "times"}.{" "}
        <a href={`/lessons/${passage.lessonId}#${passage.id}`}>
          {passage.lessonTitle}, passage {passage.number}
        </a>
      </p>
      <ul className={styles.given}>
        {answers.filter(({ right }) => right).map(line)}
        {seen.map(line)}
        {blank.length > 0 && (
          <AnswerLine text="Nothing answered" standing="blank" learners={blank} of={attempts} classId={classId} />
        )}
      </ul>
      {folded.length > 0 && (
        <details>
          <summary>{folded.length} more wrong answers</summary>
          <ul className={styles.given}>{folded.map(line)}</ul>
        </details>
      )}
      {classId !== null && (
        <details>
          <summary>
            Change the marking for everyone<span className="vh">: {title}</span>
          </summary>
          <p className="do">
            <a className="btn" href={previewPath(classId, { what: "full", item: itemId })}>
              Give everyone the points<span className="vh"> of: {title}</span>
            </a>
            <a className="btn" href={previewPath(classId, { what: "drop", item: itemId })}>
              Drop this question<span className="vh">: {title}</span>
            </a>
          </p>
        </details>
      )}
      {wrong.length === 0 && attempts > blank.length && <p className="meta">Nobody gave a wrong answer.</p>}
    </>
  );
}

function AnswerLine({
  text,
  standing,
  learners,
  of,
  classId,
  accept,
}: {
  text: string;
  standing: "right" | "wrong" | "blank";
  learners: readonly Learner[];
  of: number;
  classId: string | null;
  /** Where it is accepted for everyone. */
  accept?: string | undefined;
}) {
  return (
    <li>
      <span className={styles.answer}>
        <span className={styles[standing]}>
          <StandingMark standing={standing} />
          <span className="vh">{{ right: "Right: ", wrong: "Not right: ", blank: "" }[standing]}</span>
        </span>
        <span>
          {text}
          {accept && (
            <a className={styles.accept} href={accept}>
              Accept<span className="vh"> ‘{text}’ for everyone</span>
            </a>
          )}
        </span>
      </span>
      <ShareBar count={learners.length} of={of} right={standing === "right"} />
      <Who learners={learners} classId={classId} />
    </li>
  );
}

/** How many, and who when it is opened. Names lead to the learner where they are of the class. */
export function Who({
  learners,
  classId,
  words,
}: {
  learners: readonly Learner[];
  classId: string | null;
  words?: string;
}) {
  return (
    <details className={styles.who}>
      <summary>
        {words ?? learners.length}
        <span className="vh"> who gave it: show the names</span>
      </summary>
      <ul>
        {learners.map(({ personId, displayName }) => (
          <li key={personId}>
            {classId === null ? displayName : <a href={`/classes/${classId}/learners/${personId}`}>{displayName}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}
