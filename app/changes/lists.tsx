import type { AppealLine, ChangeAudit, ChangeLine, Proposal } from "@/records";
import { Confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { pointsText } from "../attempt/points";
import { ActionForm } from "../forms/action-form";
import { decline, letPass, takeBackChange } from "./actions";
import { fromTo } from "./preview";
import { previewPath } from "./wanted";
import { attemptsWords, changeTitle, holdsWords, longAnswer } from "./words";
import styles from "./changes.module.css";

/** What learners ask to be looked at again. */
export function Appeals({ appeals, classId }: { appeals: readonly AppealLine[]; classId: string }) {
  const open = appeals.filter(({ state }) => state === "open");
  const answered = appeals.filter(({ state }) => state !== "open");
  return (
    <section className="section" aria-labelledby="appeals">
      <h2 id="appeals">Appeals{open.length > 0 && ` (${open.length})`}</h2>
      {open.length === 0 && <p>Nobody asks for a mark to be looked at again.</p>}
      <ul className={styles.list}>
        {open.map((each) => (
          <li key={each.id}>
            <h3>{each.prompt}</h3>
            <p>
              <a href={`/attempts/${each.attemptId}/result#q${each.position}`}>{each.learner.displayName}</a> answered ‘
              <bdi>{each.said}</bdi>’: {pointsText(each.points)} of {pointsText(each.maxPoints)} points.
            </p>
            {each.text && <p>“{each.text}”</p>}
            <div className={styles.row}>
              <a
                className="btn"
                href={previewPath(classId, {
                  what: "accept",
                  attempt: each.attemptId,
                  position: String(each.position),
                  assignment: each.assignment?.id,
                  appeal: each.id,
                })}
              >
                Accept this answer for everyone
              </a>
              <details className={styles.fold}>
                <summary>Decline</summary>
                <ActionForm
                  action={decline}
                  hidden={{ class: classId, appeal: each.id }}
                  fields={[
                    { name: "answer", label: "Your answer to the learner", maxLength: 2000, autoComplete: "off" },
                  ]}
                  submit="Decline"
                  button="btn"
                />
              </details>
            </div>
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>{answered.length} answered</summary>
          <ul className={styles.list}>
            {answered.map((each) => (
              <li key={each.id}>
                <p>
                  <a href={`/attempts/${each.attemptId}/result#q${each.position}`}>{each.learner.displayName}</a>, ‘
                  <bdi>{each.said}</bdi>’: {each.state}
                  {each.answeredBy && ` by ${each.answeredBy}`}.
                </p>
                {each.answer && <p>“{each.answer}”</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Keys that a published course has corrected. */
export function Proposals({ proposals, classId }: { proposals: readonly Proposal[]; classId: string | null }) {
  if (proposals.length === 0) return null;
  return (
    <section className="section" aria-labelledby="proposals">
      <h2 id="proposals">The course has corrected a key ({proposals.length})</h2>
      <ul className={styles.list}>
        {proposals.map((each) => (
          <li key={each.itemVersionId}>
            <h3>{each.prompt}</h3>
            <p>
              {each.quizTitle}. Right is now ‘{each.right.now}’; {attemptsWords(each.attempts)}{" "}
              {each.attempts === 1 ? "was" : "were"} marked by another key
              {each.right.before !== each.right.now && ` (‘${each.right.before}’)`}.
            </p>
            <div className={styles.row}>
              <a
                className="btn"
                href={previewPath(classId, { what: "version", item: each.itemId, version: each.itemVersionId })}
              >
                See who would change
              </a>
              <form action={letPass}>
                <input type="hidden" name="class" value={classId ?? ""} />
                <input type="hidden" name="version" value={each.itemVersionId} />
                <button className="btn">Leave the marks as they are</button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The changes that were made, the newest first. */
export function Changes({
  changes,
  classId,
  timeZone,
}: {
  changes: readonly ChangeLine[];
  classId: string | null;
  timeZone: string;
}) {
  return (
    <section className="section" aria-labelledby="made">
      <h2 id="made">Changes made</h2>
      {changes.length === 0 ? (
        <EmptyState title="No marks have been changed.">
          <p>
            {classId === null
              ? "Find a question above, or begin at a learner’s result."
              : "An answer is accepted, a question dropped or given to everyone from a learner’s result or from a quiz’s questions."}{" "}
            You see who changes before anything does.
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {changes.map((each) => (
            <li key={each.id} className={each.undoneAt ? styles.undone : undefined}>
              <h3>
                <a href={`${classId === null ? "/school" : `/classes/${classId}`}/changes/${each.id}`}>
                  {changeTitle(each)}
                </a>
              </h3>
              <p>{each.prompt}</p>
              {longAnswer(each) && <p>{longAnswer(each)}</p>}
              <p className="meta">
                {each.madeBy}, <When at={each.madeAt} timeZone={timeZone} />. {holdsWords(each)}.{" "}
                {attemptsWords(each.changed)} changed.
                {each.undoneAt && ` Undone by ${each.undoneBy ?? ""}.`}
              </p>
              {each.mayUndo && <Undo change={each} classId={classId} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Undo({ change, classId }: { change: ChangeLine; classId: string | null }) {
  return (
    <form action={takeBackChange}>
      <input type="hidden" name="class" value={classId ?? ""} />
      <input type="hidden" name="change" value={change.id} />
      <Confirm label="Undo" title="Undo this change?" yes="Undo it">
        <p>Every mark that it changed is computed again by what still holds.</p>
      </Confirm>
    </form>
  );
}

/** One change with every mark that it changed. */
export function Audit({
  audit: { change, scores, more },
  classId,
  timeZone,
}: {
  audit: ChangeAudit;
  classId: string | null;
  timeZone: string;
}) {
  return (
    <div className={styles.change}>
      <header>
        <h2>{changeTitle(change)}</h2>
        <p>{change.prompt}</p>
        {longAnswer(change) && <p>{longAnswer(change)}</p>}
      </header>
      <dl className={styles.terms}>
        <dt>Made</dt>
        <dd>
          {change.madeBy}, <When at={change.madeAt} timeZone={timeZone} />
        </dd>
        <dt>Holds</dt>
        <dd>{holdsWords(change)}</dd>
        <dt>Reason</dt>
        <dd>{change.reason}</dd>
        {change.note && (
          <>
            <dt>Note to the learners</dt>
            <dd>{change.note}</dd>
          </>
        )}
        {change.neverLower && (
          <>
            <dt>Never lower</dt>
            <dd>What was handed in before lost nothing by it.</dd>
          </>
        )}
        {change.undoneAt && (
          <>
            <dt>Undone</dt>
            <dd>
              {change.undoneBy}, <When at={change.undoneAt} timeZone={timeZone} />
            </dd>
          </>
        )}
      </dl>
      {change.mayUndo && <Undo change={change} classId={classId} />}
      {scores.length === 0 ? (
        <p>It changed nobody’s marks. Whoever hands in from then on is marked by it.</p>
      ) : (
        <Table caption="Marks that it changed">
          <thead>
            <tr>
              <th scope="col">Learner</th>
              <th scope="col">Work</th>
              <th scope="col" className="num">
                Question
              </th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {scores.map((each) => (
              <tr key={`${each.attemptId} ${each.position} ${each.undo}`}>
                <th scope="row">
                  {classId === null ? (
                    each.learner.displayName
                  ) : (
                    <a href={`/attempts/${each.attemptId}/result#q${each.position}`}>{each.learner.displayName}</a>
                  )}
                </th>
                <td className={styles.work}>
                  {each.assignmentTitle ?? each.quizTitle}, attempt {each.number}, question {each.position}
                </td>
                <td className="num">
                  {fromTo([each.before.points, each.before.maxPoints], [each.after.points, each.after.maxPoints])}
                </td>
                <td>
                  {each.undo && "Undone, "}
                  <When at={each.changedAt} timeZone={timeZone} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {more > 0 && <p>{more} more.</p>}
    </div>
  );
}
