import type { CSSProperties, ReactNode } from "react";
import { layOut, narrowChart, wideChart } from "./chart";
import type { Chart, ChartStyle } from "./chart";
import styles from "./timeline.module.css";

/** How far the reader has come with a row. */
export type Progress = "done" | "here" | "todo";

export interface TimelineRow {
  id: string;
  number: number;
  title: string;
  href: string;
  /** Short lines under the title. */
  summary: readonly string[];
  /** Dates as year, year-month or year-month-day, for the chart. */
  from: string;
  to: string;
  /** The same in words. */
  dateText: ReactNode;
  progress: Progress;
  /** What is said at the end of the row: how long it takes, or how far the reader has come. */
  state: ReactNode;
}

/**
 * Rows hung at their dates on a line drawn to scale, the line inked as far as the reader has come. The list is the
 * content; the chart beside it is drawn for the eye. It is measured in rem, so that large text spreads the rows, and
 * becomes a plain list before they could touch. `origin` is the month in which the line begins: '1938-09';
 * `beyond` is said where the line goes on after the last row.
 */
export function Timeline({
  rows,
  origin,
  beyond,
  legend = true,
}: {
  rows: readonly TimelineRow[];
  origin: string;
  beyond?: ReactNode;
  legend?: boolean;
}) {
  const wide = layOut(rows, origin, wideChart);
  const narrow = layOut(rows, origin, narrowChart);
  return (
    <div className={styles.frame}>
      <div
        className={styles.line}
        style={{ "--wide": rem(wide.height), "--narrow": rem(narrow.height) } as CSSProperties}
      >
        <Drawing chart={wide} style={wideChart} rows={rows} className={styles.wide!} yearOf={(year) => `${year}`} />
        <Drawing
          chart={narrow}
          style={narrowChart}
          rows={rows}
          className={styles.narrow!}
          yearOf={(year) => `’${String(year).slice(2)}`}
        />
        <ol className={styles.rows}>
          {rows.map((row, index) => (
            <li
              key={row.id}
              className={styles[row.progress]}
              style={
                { "--wide": rem(wide.rows[index]!.row), "--narrow": rem(narrow.rows[index]!.row) } as CSSProperties
              }
            >
              <a href={row.href} aria-current={row.progress === "here" ? "step" : undefined}>
                <span className={styles.number}>{row.number}</span>
                <span className={styles.title}>{row.title}</span>
              </a>
              <p className={styles.about}>{row.summary.join(" ")}</p>
              <p className={styles.date}>{row.dateText}</p>
              <p className={styles.state}>{row.state}</p>
            </li>
          ))}
        </ol>
      </div>
      {beyond && <p className={styles.beyond}>{beyond}</p>}
      {legend && <TimelineLegend />}
    </div>
  );
}

/** What the bars mean; of several timelines on a page one has it, or the page has it after them. */
export function TimelineLegend() {
  return (
    <p className={`${styles.legend} meta`}>
      <span>
        <i className={styles.keyDone} />
        Lesson done
      </span>
      <span>
        <i className={styles.keyHere} />
        You are here
      </span>
      <span>
        <i />
        Still to come
      </span>
      <span>The bars show the time each lesson covers. One small tick is a month.</span>
    </p>
  );
}

function Drawing({
  chart,
  style,
  rows,
  className,
  yearOf,
}: {
  chart: Chart;
  style: ChartStyle;
  rows: readonly TimelineRow[];
  className: string;
  yearOf: (year: number) => string;
}) {
  const { axis, end, bar } = style;
  const wide = style === wideChart;
  const inked = inkEnd(chart, rows);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${end} ${chart.height}`}
      style={{ inlineSize: rem(end), blockSize: rem(chart.height) }}
      aria-hidden="true"
    >
      {chart.years.map(({ y, year }) => (
        <g key={year}>
          <path className={styles.year} d={`M0 ${n(y)}H${axis - 6}`} />
          <text className={styles.yearText} x={wide ? 2 : 0} y={n(y + (wide ? 19 : 15))}>
            {yearOf(year)}
          </text>
        </g>
      ))}
      <path
        className={styles.tick}
        d={chart.ticks.map(({ y, long }) => `M${axis - (long ? 6 : 3)} ${n(y)}h${long ? 6 : 3}`).join("")}
      />
      {chart.rows.map(({ x, y, height }, index) => (
        <rect
          key={rows[index]!.id}
          className={`${styles.span} ${styles[rows[index]!.progress]}`}
          x={x}
          y={n(y)}
          width={bar}
          height={n(height)}
        />
      ))}
      {chart.rows.map(({ date, row }, index) => (
        <path
          key={rows[index]!.id}
          className={`${styles.leader} ${styles[rows[index]!.progress]}`}
          d={`M${axis} ${n(date)}h${wide ? 14 : 5}L${end - (wide ? 22 : 6)} ${n(row + style.head)}H${end}`}
        />
      ))}
      <path className={styles.axis} d={`M${axis} ${chart.top}V${n(chart.bottom)}`} />
      <path className={styles.onward} d={`M${axis} ${n(chart.bottom)}v34`} />
      {inked !== null && <path className={styles.ink} d={`M${axis} ${chart.top}V${n(inked)}`} />}
      {chart.rows.map(({ date }, index) => {
        const progress = rows[index]!.progress;
        return (
          <circle
            key={rows[index]!.id}
            className={`${styles.node} ${styles[progress]}`}
            cx={axis}
            cy={n(date)}
            r={progress === "here" ? (wide ? 8 : 6) : wide ? 4.5 : 3.6}
          />
        );
      })}
    </svg>
  );
}

/** How far down the line is inked: to where the reader is, or to the end of what is done; null when not begun. */
function inkEnd(chart: Chart, rows: readonly TimelineRow[]): number | null {
  const here = rows.findIndex((row) => row.progress === "here");
  if (here > 0) return chart.rows[here]!.date;
  const done = chart.rows.filter((_, index) => rows[index]!.progress === "done");
  return here === 0 || done.length === 0 ? null : Math.max(...done.map(({ y, height }) => y + height));
}

function rem(units: number): string {
  return `${n(units / 16)}rem`;
}

/** Three decimals are enough to draw with. */
function n(number: number): number {
  return Math.round(number * 1000) / 1000;
}
