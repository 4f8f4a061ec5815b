import type { CSSProperties, ReactNode } from "react";
import { columnFigure, totalFigure, type ShownForm } from "@/assessment/gradebook";
import type { GradebookAssignment, GradebookCategory, GradebookPage } from "@/records";
import { When } from "@/ui/when";
import table from "../score-table.module.css";
import { byCategory, turned, type Asked } from "./asked";
import { cellCode, totalCode } from "./coded";
import { Grid } from "./grid";
import { Rows, type Row } from "./rows";
import { Sign } from "../sign";
import styles from "./gradebook.module.css";

type GradebookRow = GradebookPage["learners"][number];

/** A column of the table: an assignment, or the total of the category that stands before it. */
type Across = { what: "assignment"; place: number; of: GradebookAssignment } | { what: "category"; place: number };

/** The table: one number in each cell, what else is to be said of it by mark and word. Every cell leads on. */
export function GradebookTable({ book, asked }: { book: GradebookPage; asked: Asked }) {
  const { class: group, categories, columns, learners, settings, count, from } = book;
  const named = categories.some(({ categoryId }) => categoryId !== null);
  const across = categories.flatMap((_, place): Across[] => [
    ...columns.flatMap((of, index): Across[] =>
      of.category === place ? [{ what: "assignment", place: index, of }] : [],
    ),
    ...(named ? [{ what: "category" as const, place }] : []),
  ]);
  const heads = named ? 2 : 1;

  return (
    <Grid label={`Gradebook of ${group.name}`} className={table.scroll}>
      <table
        className={`${table.scores} ${styles.book}`}
        aria-rowcount={count.found + heads + 2}
        style={{ "--columns": across.length + 1 } as CSSProperties}
      >
        <caption className="vh">Gradebook: learners down, assignments across</caption>
        <thead>
          {named && (
            <tr className={styles.categories}>
              <td />
              {categories.map((category, place) => (
                <th
                  key={category.categoryId}
                  scope="colgroup"
                  colSpan={across.filter((each) => isOf(each, place)).length}
                >
                  {categoryWords(category)}
                </th>
              ))}
              <td />
            </tr>
          )}
          <tr>
            <Head asked={asked} classId={group.id} by="">
              Learner
            </Head>
            {across.map((each) =>
              each.what === "assignment" ? (
                <AssignmentHead
                  key={each.of.assignmentId}
                  asked={asked}
                  classId={group.id}
                  of={each.of}
                  timeZone={group.timeZone}
                />
              ) : (
                <Head
                  key={`total ${each.place}`}
                  asked={asked}
                  classId={group.id}
                  by={byCategory(categories[each.place]!.categoryId)}
                  className="total"
                >
                  <span className="vh">{categories[each.place]!.name || "No category"}, </span>total
                </Head>
              ),
            )}
            <Head asked={asked} classId={group.id} by="total" className="total">
              Total
            </Head>
          </tr>
        </thead>
        <Rows
          classId={group.id}
          columns={across.map((each) => (each.what === "assignment" ? each.of.assignmentId : null))}
          rows={learners.map((learner) => rowOf(learner, across, settings.form))}
          from={heads + from}
        />
        <Foot book={book} across={across} />
      </table>
    </Grid>
  );
}

function rowOf({ personId, displayName, cells, total }: GradebookRow, across: readonly Across[], form: ShownForm): Row {
  const dropped = new Set(total.categories.flatMap((each) => each.dropped));
  const codes = across.map(({ what, place }) =>
    what === "assignment"
      ? cellCode(cells[place]!, form, dropped.has(place))
      : totalCode(total.categories[place]!, form),
  );
  return { personId, displayName, cells: [...codes, totalCode(total, form)] };
}

function isOf(each: Across, category: number): boolean {
  return each.what === "category" ? each.place === category : each.of.category === category;
}

function categoryWords({ categoryId, name, weight, dropLowest }: GradebookCategory): ReactNode {
  const more = [
    ...(weight === null ? [] : [weight === 0 ? "counts in no total" : `weight ${weight}`]),
    ...(dropLowest > 0 ? [`lowest ${dropLowest === 1 ? "" : `${dropLowest} `}dropped`] : []),
  ];
  return (
    <>
      {categoryId === null ? "No category" : name}
      {more.length > 0 && <small>{more.join(", ")}</small>}
    </>
  );
}

function Head({
  asked,
  classId,
  by,
  className,
  more,
  children,
}: {
  asked: Asked;
  classId: string;
  by: string;
  className?: string | undefined;
  more?: ReactNode;
  children: ReactNode;
}) {
  const here = asked.by === by;
  return (
    <th scope="col" className={className} aria-sort={here ? (asked.down ? "descending" : "ascending") : undefined}>
      <a href={turned(classId, asked, by)}>
        {children}
        {here && <span aria-hidden="true">{asked.down ? " ↓" : " ↑"}</span>}
      </a>
      {more}
    </th>
  );
}

function AssignmentHead({
  of: { assignmentId, title, maxPoints, dueAt, closesAt, group },
  timeZone,
  ...head
}: {
  of: GradebookAssignment;
  asked: Asked;
  classId: string;
  timeZone: string;
}) {
  const until = dueAt ?? closesAt;
  return (
    <Head
      {...head}
      by={assignmentId}
      more={
        <a className={table.open} href={`/classes/${head.classId}/assignments/${assignmentId}`}>
          Open<span className="vh"> the assignment {title}</span>
        </a>
      }
    >
      <span className={styles.title} title={title}>
        {title}
      </span>
      <small>
        {until ? <When at={until} timeZone={timeZone} form="short-day" /> : "no date"}
        <br />
        {group ?? `${columnFigure(1, maxPoints, { as: "points", outOf: null })} points`}
      </small>
    </Head>
  );
}

/** What the columns come to: of the class, or of the group that was asked for. */
function Foot({ book: { columns, settings, totals }, across }: { book: GradebookPage; across: readonly Across[] }) {
  const statistics = (each: Across) => (each.what === "assignment" ? columns[each.place]!.statistics : null);
  return (
    <tfoot>
      <tr>
        <th scope="row">Mean</th>
        {across.map((each, index) => {
          const mean = statistics(each)?.mean ?? null;
          return (
            <td key={index}>
              {each.what === "assignment" &&
                (mean === null ? (
                  <Sign sign="–" words="nothing handed in" />
                ) : (
                  columnFigure(mean, each.of.maxPoints, settings.form)
                ))}
            </td>
          );
        })}
        <td>
          {totals.mean !== null &&
            totalFigure({ share: totals.mean, maxPoints: 100 }, { as: "percent" })!.value.toFixed(1)}
          {totals.mean !== null && settings.form.as !== "percent" && <small> per cent</small>}
        </td>
      </tr>
      <tr>
        <th scope="row">Handed in</th>
        {across.map((each, index) => (
          <td key={index}>{statistics(each)?.scored}</td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
