import type { ChangePreview, PreviewLine } from "@/records";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { pointsText } from "../attempt/points";
import { ActionForm } from "../forms/action-form";
import { confirmChange } from "./actions";
import { carried, type Sent } from "./wanted";
import { attemptsWords, changeTitle, longAnswer } from "./words";
import styles from "./changes.module.css";

/** As many stand on the page; the rest is told as a number. */
const SHOWN = 300;

/** Who is marked otherwise, from what to what; then the choices, and the button. */
export function Preview({
  preview,
  sent,
  classId,
  administrator,
}: {
  preview: ChangePreview;
  sent: Sent;
  /** Null: an administrator's, for the whole school. */
  classId: string | null;
  administrator: boolean;
}) {
  const { prompt, lines, unchanged, open, slips, what } = preview;
  const learners = new Set(lines.map(({ learner }) => learner.personId)).size;
  const kept = Object.fromEntries(carried.flatMap((name) => (sent(name) ? [[name, sent(name)]] : [])));
  const chosen = { what, scope: preview.scope, "never-lower": sent("never-lower") };
  const narrower = sent("assignment") !== "";
  const choosable = narrower || administrator;
  return (
    <div className={styles.change}>
      <header>
        <h2>{changeTitle(preview)}</h2>
        <p>{prompt}</p>
        {longAnswer(preview) && <p>{longAnswer(preview)}</p>}
      </header>
      <form method="get" className={styles.choices}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {what === "accept" || what === "replace" ? (
          <fieldset>
            <legend>What is right</legend>
            <Radio name="what" value="accept" chosen={what}>
              This answer too
            </Radio>
            <Radio name="what" value="replace" chosen={what}>
              This answer instead of what was right before
            </Radio>
          </fieldset>
        ) : (
          <input type="hidden" name="what" value={what} />
        )}
        {classId !== null && !choosable && <p className="ui">It holds in all your classes, now and later.</p>}
        {classId !== null && choosable && (
          <fieldset>
            <legend>Where it holds</legend>
            <Radio name="scope" value="mine" chosen={preview.scope}>
              All my classes, now and later
            </Radio>
            {narrower && (
              <Radio name="scope" value="assignment" chosen={preview.scope}>
                This assignment only
              </Radio>
            )}
            {administrator && (
              <Radio name="scope" value="school" chosen={preview.scope}>
                The whole school
              </Radio>
            )}
          </fieldset>
        )}
        <label className="check">
          <input type="checkbox" name="never-lower" value="yes" defaultChecked={sent("never-lower") === "yes"} />
          <span>Never lower what was handed in before</span>
        </label>
        <div>
          <button className="btn">Show who changes</button>
        </div>
      </form>
      {slips.length > 0 ? (
        <Notice bad>
          {slips.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      ) : (
        <>
          <h3>
            {lines.length === 0
              ? "Nobody’s marks change"
              : `${attemptsWords(lines.length)} of ${learners === 1 ? "1 learner" : `${learners} learners`} ${lines.length === 1 ? "changes" : "change"}`}
          </h3>
          <p>
            {attemptsWords(unchanged)} at this question {unchanged === 1 ? "stays as it is" : "stay as they are"}.
            {open > 0 &&
              ` ${attemptsWords(open)} ${open === 1 ? "is" : "are"} open now: nothing in ${open === 1 ? "it" : "them"} is touched, and ${open === 1 ? "it is" : "they are"} marked by this when handed in.`}
          </p>
          {lines.length > 0 && <Lines lines={lines} />}
          <section className="section" aria-labelledby="confirm">
            <h2 id="confirm">Make this change</h2>
            <ActionForm
              action={confirmChange}
              hidden={{ ...kept, ...chosen, class: classId ?? "" }}
              fields={[
                {
                  name: "reason",
                  label: "Reason",
                  hint: "The learners concerned read it, and it stays on record.",
                  maxLength: 300,
                  autoComplete: "off",
                },
                {
                  name: "note",
                  label: "Note to the learners concerned",
                  hint: "Optional. They read it beside the reason, with their result.",
                  maxLength: 500,
                  autoComplete: "off",
                },
              ]}
              submit={lines.length === 0 ? "Make the change" : `Change ${attemptsWords(lines.length)}`}
            >
              <p className="hint">You can undo it: marks are then computed by what still holds.</p>
            </ActionForm>
          </section>
        </>
      )}
    </div>
  );
}

function Radio({
  name,
  value,
  chosen,
  children,
}: {
  name: string;
  value: string;
  chosen: string;
  children: React.ReactNode;
}) {
  return (
    <label className="radio">
      <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
      <span>{children}</span>
    </label>
  );
}

function Lines({ lines }: { lines: readonly PreviewLine[] }) {
  const [seen, more] = [lines.slice(0, SHOWN), Math.max(0, lines.length - SHOWN)];
  return (
    <>
      <Table caption="Attempts that change" captionHidden className="stacks">
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Class</th>
            <th scope="col">Work</th>
            <th scope="col" className="num">
              Question
            </th>
            <th scope="col" className="num">
              Attempt
            </th>
            <th scope="col" className="num">
              What counts
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.map((line) => (
            <tr key={line.attemptId}>
              <th scope="row">{line.learner.displayName}</th>
              <td>{line.assignment?.className ?? "Practice"}</td>
              <td className={styles.work}>
                {line.assignment?.title ?? line.quizTitle}, attempt {line.number}
              </td>
              <td className="num" data-of="Question">
                {line.question
                  ? fromTo(
                      [line.question.before, line.question.maxBefore],
                      [line.question.after, line.question.maxAfter],
                    )
                  : "as before"}
              </td>
              <td className="num" data-of="Attempt">
                {both(line.attempt)}
              </td>
              <td className="num" data-of="What counts">
                {line.counted ? both(line.counted) : "nothing"}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && <p>{more} more, not shown here: each is on record once the change is made.</p>}
    </>
  );
}

type Score = { points: number; maxPoints: number };

function both({ before, after }: { before: Score; after: Score }): string {
  return fromTo([before.points, before.maxPoints], [after.points, after.maxPoints]);
}

/** '2 → 4 of 6'; with both maxima where they differ. */
export function fromTo([before, maxBefore]: [number, number], [after, maxAfter]: [number, number]): string {
  return maxBefore === maxAfter
    ? `${pointsText(before)} → ${pointsText(after)} of ${pointsText(maxAfter)}`
    : `${pointsText(before)} of ${pointsText(maxBefore)} → ${pointsText(after)} of ${pointsText(maxAfter)}`;
}
