import type { CSSProperties, ReactNode } from "react";
import {
  cellFigure,
  columnFigure,
  totalFigure,
  type GradebookCell,
  type ShownForm,
  type Total,
} from "@/assessment/gradebook";
import type { GradebookAssignment, GradebookCategory, GradebookPage } from "@/records";
import { When } from "@/ui/when";
import { shade } from "../per-cent";
import { byCategory, turned, type Asked } from "./asked";
import { Grid } from "./grid";
import styles from "./gradebook.module.css";

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
    <Grid label={`Gradebook of ${group.name}`} className={styles.scroll}>
      <table
        className={styles.book}
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
                  className={styles.total}
                >
                  <span className="vh">{categories[each.place]!.name || "No category"}, </span>total
                </Head>
              ),
            )}
            <Head asked={asked} classId={group.id} by="total" className={styles.total}>
              Total
            </Head>
          </tr>
        </thead>
        <tbody>
          {learners.map(({ personId, displayName, cells, total }, index) => {
            const dropped = new Set(total.categories.flatMap((each) => each.dropped));
            return (
              <tr key={personId} aria-rowindex={heads + from + index}>
                <th scope="row">
                  <a href={`/classes/${group.id}/learners/${personId}`} title={displayName}>
                    {displayName}
                  </a>
                </th>
                {across.map((each) =>
                  each.what === "assignment" ? (
                    <Cell
                      key={each.of.assignmentId}
                      cell={cells[each.place]!}
                      form={settings.form}
                      dropped={dropped.has(each.place)}
                      href={`/classes/${group.id}/assignments/${each.of.assignmentId}/learners/${personId}`}
                    />
                  ) : (
                    <TotalCell key={each.place} total={total.categories[each.place]!} form={settings.form} />
                  ),
                )}
                <TotalCell total={total} form={settings.form} />
              </tr>
            );
          })}
        </tbody>
        <Foot book={book} across={across} />
      </table>
    </Grid>
  );
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
        <a className={styles.open} href={`/classes/${head.classId}/assignments/${assignmentId}`}>
          Open<span className="vh"> the assignment {title}</span>
        </a>
      }
    >
      <span className={styles.title} title={title}>
        {title}
      </span>
      <small>
        {until ? <When at={until} timeZone={timeZone} form="day" /> : "no date"}
        <br />
        {group ?? `${columnFigure(1, maxPoints, { as: "points", outOf: null })} points`}
      </small>
    </Head>
  );
}

/** State by shape and word before colour: a figure with what is to be said of it, or a word. */
function Cell({ cell, form, dropped, href }: { cell: GradebookCell; form: ShownForm; dropped: boolean; href: string }) {
  const { state, score, running } = cell;
  if (state === "exempt")
    return (
      <td className={styles.none}>
        <small>not for them</small>
      </td>
    );
  if (state === "scored" || state === "late") {
    const late = state === "late";
    const figure = cellFigure(score!, form);
    return (
      <td className={late ? `${levels[shade(score!.share)]} ${styles.late}` : levels[shade(score!.share)]}>
        <a href={href}>
          {dropped ? (
            <s>
              {figure}
              <span className="vh"> dropped</span>
            </s>
          ) : (
            figure
          )}
          {late && <small>late</small>}
          {score!.overridden && <Mark sign="*" words="given by hand" />}
          {running && <Mark sign="…" words="another in progress" />}
        </a>
      </td>
    );
  }
  if (state === "in progress")
    return (
      <td className={styles.running}>
        <a href={href}>
          {running!.answered}/{running!.of}
          <span className="vh"> in progress</span>
        </a>
      </td>
    );
  return (
    <td className={styles.none}>
      <a href={href}>{words[state]}</a>
    </td>
  );
}

const levels = [styles.l0, styles.l1, styles.l2, styles.l3, styles.l4];

const words = {
  missing: <b>missing</b>,
  excused: <small>excused</small>,
  voided: <small>voided</small>,
  open: <Sign sign="–" words="open" />,
  "not open": <Sign sign="·" words="not open yet" />,
};

function Sign({ sign, words }: { sign: string; words: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="vh">{words}</span>
    </>
  );
}

function Mark({ sign, words }: { sign: string; words: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="vh"> {words}</span>
    </>
  );
}

function TotalCell({ total, form }: { total: Pick<Total, "share" | "maxPoints">; form: ShownForm }) {
  const figure = totalFigure(total, form);
  return (
    <td className={styles.total}>
      {figure === null ? (
        <Sign sign="–" words="nothing counts yet" />
      ) : form.as === "scale" ? (
        <>
          {figure.grade ?? <Sign sign="–" words="below the scale" />} <small>{figure.value}</small>
        </>
      ) : (
        <>
          {form.as === "percent" ? figure.value.toFixed(1) : figure.value}
          {form.as === "points" && form.outOf === null && <small> of {figure.of}</small>}
        </>
      )}
    </td>
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
