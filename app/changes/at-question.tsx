import { Fragment } from "react";
import type { AppealState, AttemptMarks, ChangeWords, MarkChange } from "@/records";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { pointsText } from "../attempt/points";
import { ActionForm } from "../forms/action-form";
import { ask, withdrawAsk } from "./actions";
import { previewPath } from "./wanted";
import { byWords } from "./words";
import styles from "./changes.module.css";

/** What changes did to a mark, and the learner's 'my answer should count'. */
export function MarksAtQuestion({
  marks,
  attemptId,
  position,
}: {
  marks: AttemptMarks;
  attemptId: string;
  position: number;
}) {
  const question = marks.questions.get(position);
  if (!question) return null;
  const { classId } = marks;
  const { changes, appeal, mayAppeal, by } = question;
  const held = changes.filter(({ undone }) => !undone);
  const forEveryone = held.length === 0 && (by === "everyone" || by === "dropped");
  if (held.length === 0 && !appeal && !mayAppeal && !(forEveryone && classId !== null)) return null;
  return (
    <div className={styles.beside}>
      {held.length > 0 && (
        <Notice>
          {held.map((each) => (
            <Fragment key={each.id}>
              <p>
                {byWords[each.what]}
                {/* Of what is for everyone the question's own points tell the mark. */}
                {each.what !== "full" && each.what !== "drop" && ` ${became(each)}`}
              </p>
              <Said words={each} />
            </Fragment>
          ))}
        </Notice>
      )}
      {forEveryone && (
        <>
          <p>{byWords[by === "everyone" ? "full" : "drop"]}</p>
          {question.forEveryone && <Said words={question.forEveryone} />}
        </>
      )}
      {appeal && appeal.state !== "withdrawn" && (
        <p>
          {appealWords(appeal.state, classId === null)}
          {appeal.state === "accepted" && held.length === 0 && changes.length > 0 && " That was taken back since."}
          {/* The note of the change that answers it stands above. */}
          {appeal.answer && changes.every(({ note }) => note !== appeal.answer) && ` “${appeal.answer}”`}
        </p>
      )}
      {appeal?.state === "open" && classId === null && (
        <form action={withdrawAsk}>
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="position" value={position} />
          <button className="btn">Take it back</button>
        </form>
      )}
      {mayAppeal && (
        <ActionForm
          action={ask}
          hidden={{ attempt: attemptId, position: String(position) }}
          submit="My answer should count"
          button="btn"
        >
          <details className={styles.fold}>
            <summary>
              Say why<span className="vh"> the answer to question {position} should count</span>, if you like
            </summary>
            <Field
              name="text"
              id={`why-${position}`}
              label={`Why (question ${position})`}
              maxLength={500}
              autoComplete="off"
            />
          </details>
        </ActionForm>
      )}
    </div>
  );
}

/** Why a change was made, and what its learners are told besides. */
function Said({ words: { reason, note } }: { words: ChangeWords }) {
  return (
    <>
      {reason && <p>Why: {reason}</p>}
      {note && <p>“{note}”</p>}
    </>
  );
}

/** A teacher's ways to change how a question is marked, for everyone. */
export function ChangeMarking({
  classId,
  attemptId,
  assignmentId,
  position,
  answered,
}: {
  classId: string;
  attemptId: string;
  assignmentId: string | undefined;
  position: number;
  /** There is an answer that is not wholly right, and could be accepted. */
  answered: boolean;
}) {
  const about = { attempt: attemptId, position: String(position), assignment: assignmentId };
  return (
    <details className={styles.fold}>
      <summary>
        Change the marking<span className="vh"> of question {position}</span> for everyone
      </summary>
      <div className={styles.row}>
        {answered && (
          <a className="btn" href={previewPath(classId, { what: "accept", ...about })}>
            Accept this answer for everyone
          </a>
        )}
        <a className="btn" href={previewPath(classId, { what: "full", ...about })}>
          Give everyone the points
        </a>
        <a className="btn" href={previewPath(classId, { what: "drop", ...about })}>
          Drop this question
        </a>
      </div>
    </details>
  );
}

const became = ({ before, after, maxBefore, maxAfter }: MarkChange) =>
  `${pointsText(before)} of ${pointsText(maxBefore)} became ${pointsText(after)} of ${pointsText(maxAfter)}.`;

function appealWords(state: AppealState, own: boolean): string {
  if (state === "open")
    return own ? "You asked your teacher to look at this again." : "The learner asks for this to be looked at again.";
  return `${own ? "Your" : "The learner’s"} appeal was ${state}.`;
}
