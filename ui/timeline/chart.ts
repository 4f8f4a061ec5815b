import { monthsTo, monthsToEnd } from "./months";
import { place } from "./place";

/** How a chart is drawn, in units of a sixteenth of a rem, so that it grows with the text beside it. */
export interface ChartStyle {
  /** Height of a month. */
  month: number;
  /** Least distance of two rows' heads. */
  pitch: number;
  /** Where the axis stands; years begin left of it at 0, leaders end at `end`. */
  axis: number;
  end: number;
  /** Bars of the time that a row covers: width, and distance of two that overlap. */
  bar: number;
  lane: number;
  /** Height of the middle of a row's first line under its head. */
  head: number;
}

export const wideChart: ChartStyle = {
  month: 17,
  pitch: 132,
  axis: 176,
  end: 286,
  bar: 9,
  lane: 15,
  head: 17,
};
export const narrowChart: ChartStyle = { month: 16, pitch: 156, axis: 72, end: 96, bar: 5, lane: 8, head: 14 };

export interface ChartRow {
  /** Dates as year, year-month or year-month-day. */
  from: string;
  to: string;
}

export interface Chart {
  height: number;
  /** Where the axis begins and ends, and the years that begin on it. */
  top: number;
  bottom: number;
  ticks: { y: number; long: boolean }[];
  years: { y: number; year: number }[];
  rows: {
    /** Head of the row's text. */
    row: number;
    /** The row's date on the axis: where its leader begins. */
    date: number;
    /** Its bar. */
    x: number;
    y: number;
    height: number;
  }[];
}

const margin = 10;

/** A chart of these rows from the first month to the end of the last one's year; rows come in order of their dates. */
export function layOut(rows: readonly ChartRow[], origin: string, style: ChartStyle): Chart {
  const months = Math.max(12, ...rows.map((row) => monthsToEnd(row.to, origin)));
  const toYearEnd = 12 - ((months + monthOf(origin)) % 12 || 12);
  const length = Math.ceil(months + toYearEnd);
  const yOf = (month: number) => margin + month * style.month;
  const dates = rows.map((row) => yOf(monthsTo(row.from, origin)));
  const placed = place(
    dates.map((date) => date - style.head),
    style.pitch,
    { from: 0 },
  );
  const lanes = lanesOf(rows, origin);
  const bottom = yOf(length);
  return {
    height: Math.max(bottom + 46, (placed.at(-1) ?? 0) + style.pitch),
    top: margin,
    bottom,
    ticks: Array.from({ length: length + 1 }, (_, month) => ({
      y: yOf(month),
      long: (month + monthOf(origin)) % 3 === 0,
    })),
    years: Array.from({ length: length + 1 }, (_, month) => month)
      .filter((month) => month === 0 || (month < length && (month + monthOf(origin)) % 12 === 0))
      .map((month) => ({ y: yOf(month), year: yearOf(origin) + Math.floor((month + monthOf(origin)) / 12) })),
    rows: rows.map((row, index) => {
      const y = yOf(monthsTo(row.from, origin));
      return {
        row: placed[index]!,
        date: dates[index]!,
        x: style.axis - 2.5 * style.bar - lanes[index]! * style.lane,
        y,
        height: Math.max(3, yOf(monthsToEnd(row.to, origin)) - y),
      };
    }),
  };
}

/** For each row the first lane, counted from the axis, in which nothing stands at its time. */
function lanesOf(rows: readonly ChartRow[], origin: string): number[] {
  const ends: number[] = [];
  return rows.map((row) => {
    const from = monthsTo(row.from, origin);
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = monthsToEnd(row.to, origin);
    return lane;
  });
}

/** 0 for January. */
function monthOf(date: string): number {
  return Number(date.split("-")[1] ?? 1) - 1;
}

function yearOf(date: string): number {
  return Number(date.split("-")[0]);
}
