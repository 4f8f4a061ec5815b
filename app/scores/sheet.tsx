import { perCent, totalFigure } from "@/assessment/gradebook";
import type { ScoreLine, ScoreSheet } from "@/records";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { pointsText } from "../attempt/points";
import decided from "../decision/decision.module.css";
import { Decisions, MarkChanges } from "../decision/told";
import { pointsCell, standsWords } from "./line-words";
import styles from "./sheet.module.css";

/** One learner's scores in one class. `linked`: to the assignments as their learner, or their teacher, finds them. */
export function Scores({ sheet, linked }: { sheet: ScoreSheet; linked: (line: ScoreLine) => string | null }) {
  const { class: group, lines, categories } = sheet;
  const named = categories.some(({ name }) => name !== "");
  if (lines.length === 0) return <p className="hint">Nothing is set yet.</p>;
  return (
    <div className={styles.sheet}>
      <TotalLine sheet={sheet} />
      <Table caption={`Scores in ${group.name}`} captionHidden className={`stacks ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Assignment</th>
            <th scope="col">Due</th>
            <th scope="col">How it stands</th>
            <th scope="col" className="num">
              Points
            </th>
            <th scope="col" className="num">
              Per cent
            </th>
          </tr>
        </thead>
        {categories.map((category, place) => {
          const own = lines.filter((line) => line.category === place);
          if (own.length === 0) return null;
          const total = totalFigure(category, sheet.settings.form);
          return (
            <tbody key={category.name}>
              {named && (
                <tr className={styles.category}>
                  <th scope="rowgroup" colSpan={5}>
                    {category.name || "In no category"}
                    {category.weight !== null && `, weight ${pointsText(category.weight)}`}
                    {total && `: ${figure(total)}`}
                  </th>
                </tr>
              )}
              {own.map((line) => (
                <Row key={line.assignmentId} line={line} timeZone={group.timeZone} href={linked(line)} />
              ))}
            </tbody>
          );
        })}
      </Table>
      <Said sheet={sheet} />
    </div>
  );
}

function Row({ line, timeZone, href }: { line: ScoreLine; timeZone: string; href: string | null }) {
  const points = pointsCell(line);
  const due = line.terms.dueAt ?? line.terms.closesAt;
  return (
    <tr>
      <th scope="row">{href ? <a href={href}>{line.title}</a> : line.title}</th>
      <td data-of="Due">{due ? <When at={due} timeZone={timeZone} form="day" /> : "No date"}</td>
      <td>{standsWords(line, timeZone)}</td>
      <td className="num" data-of="Points">
        {points ?? <None />}
      </td>
      <td className="num" data-of="Per cent">
        {points && line.cell.score ? perCent(line.cell.score.share) : <None />}
      </td>
    </tr>
  );
}

function None() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="vh">none</span>
    </>
  );
}

function TotalLine({ sheet: { total, settings, partial, class: group } }: { sheet: ScoreSheet }) {
  const shown = totalFigure(total, settings.form);
  return (
    <p className={styles.total}>
      {shown ? (
        <>
          Total so far: <b>{figure(shown)}</b>
        </>
      ) : (
        "Nothing counts yet."
      )}
      {partial && <span className="hint"> Scores that are not shown yet are not in it.</span>}
      {group.archived && <span className="hint"> The class is put away.</span>}
    </p>
  );
}

function figure({ value, of, grade }: NonNullable<ReturnType<typeof totalFigure>>): string {
  const number = of === 100 ? `${value} per cent` : `${pointsText(value)} of ${pointsText(of)} points`;
  return grade === null ? number : `${grade}, ${number}`;
}

/** What teachers decided and said, and what changes of marking did, by assignment. */
function Said({ sheet }: { sheet: ScoreSheet }) {
  const { timeZone } = sheet.class;
  const some = sheet.lines
    // What was undone is nothing to a learner or a parent.
    .map((line) => ({ ...line, decisions: line.decisions.filter(({ undone }) => undone === null) }))
    .filter(({ decisions, changes }) => decisions.length > 0 || changes.length > 0);
  if (some.length === 0) return null;
  return (
    <section className={styles.said} aria-label={`What was decided and said in ${sheet.class.name}`}>
      <h3>What was decided and said</h3>
      {some.map((line) => (
        <div key={line.assignmentId} className={decided.beside}>
          <h4>{line.title}</h4>
          {line.decisions.length > 0 && <Decisions lines={line.decisions} timeZone={timeZone} />}
          {line.changes.length > 0 && <MarkChanges lines={line.changes} timeZone={timeZone} />}
        </div>
      ))}
    </section>
  );
}
