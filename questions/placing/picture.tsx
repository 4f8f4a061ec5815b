import { marksOf, percentOf, placeOf, type Axis } from "./axis";
import styles from "./placing.module.css";

/** Something that stands on the axis. */
export interface Pin {
  /** What tells it from others: its event's id. */
  id: string;
  letter: string;
  at: string;
}

/** 'A' for the first event shown, and so on: what names it on the axis. */
export const letterOf = (index: number) => String.fromCharCode(65 + index);

/** Pixels from one row of pins to the next, and from a row to the line. */
const ROW = 26;
const FOOT = 14;
const LABELS = 26;
/** Pins nearer than this share of the axis do not fit beside each other. */
const APART = 9;

/**
 * The axis with its marks; above it what was placed, and under it, when `right` is given, where things belong. Drawn in
 * per cent of its width, so that letters keep their size on any screen.
 */
export function AxisPicture({
  axis,
  placed,
  right = [],
  label,
  rows = 1,
}: {
  axis: Axis;
  placed: readonly Pin[];
  right?: readonly Pin[];
  /** What the picture shows, for who cannot see it. */
  label: string;
  /** Rows kept free above the line, so that nothing moves when pins come. */
  rows?: number;
}) {
  const above = stacked(placed, axis);
  const below = stacked(right, axis);
  const line = Math.max(rows, ...above.map(({ row }) => row + 1)) * ROW + FOOT;
  const belowRows = below.length > 0 ? Math.max(...below.map(({ row }) => row + 1)) : 0;
  const height = line + LABELS + (belowRows > 0 ? belowRows * ROW + FOOT : 0);
  const aboveMarks = above.map(({ row, ...pin }) => ({ ...pin, right: false, to: line - FOOT - row * ROW - 11 }));
  const belowMarks = below.map(({ row, ...pin }) => ({
    ...pin,
    right: true,
    to: line + LABELS + FOOT + row * ROW + 7,
  }));
  return (
    <div className={styles.picture}>
      <svg width="100%" height={height} role="img" aria-label={label}>
        <Scale axis={axis} line={line} labels />
        {/* Every stem before any letter, so that none runs through one. */}
        {[...belowMarks, ...aboveMarks].map((mark) => (
          <Stem key={`${mark.right} ${mark.id}`} {...mark} from={line} />
        ))}
        {[...belowMarks, ...aboveMarks].map((mark) => (
          <Head key={`${mark.right} ${mark.id}`} {...mark} />
        ))}
      </svg>
    </div>
  );
}

/** The line and its marks, to stand inside an svg that is as wide as the axis. */
export function Scale({ axis, line, labels = false }: { axis: Axis; line: number; labels?: boolean }) {
  return (
    <g className={styles.scale}>
      <line x1="0" x2="100%" y1={line} y2={line} />
      {marksOf(axis).map(({ percent, label }) => (
        <line
          key={percent}
          x1={`${percent}%`}
          x2={`${percent}%`}
          y1={line - (label ? 6 : 3)}
          y2={line + (label ? 6 : 3)}
        />
      ))}
      {labels &&
        marksOf(axis).map(({ percent, label }) =>
          label ? (
            <text
              key={percent}
              x={`${percent}%`}
              y={line + 21}
              textAnchor={percent < 4 ? "start" : percent > 96 ? "end" : "middle"}
            >
              {label}
            </text>
          ) : null,
        )}
    </g>
  );
}

interface Mark extends Pin {
  percent: number;
  /** Where it belongs, and not where it was put. */
  right: boolean;
  /** The middle of its letter. */
  to: number;
}

function Stem({ percent, right, from, to }: Mark & { from: number }) {
  return (
    <g className={right ? styles.belongs : styles.pin}>
      <line x1={`${percent}%`} x2={`${percent}%`} y1={from} y2={to} />
    </g>
  );
}

function Head({ id, letter, percent, right, to }: Mark) {
  const x = `${percent}%`;
  return (
    <g className={right ? styles.belongs : styles.pin} data-event={right ? undefined : id}>
      {right ? (
        <rect x={x} y={to - 11} width="22" height="22" transform="translate(-11 0)" />
      ) : (
        <circle cx={x} cy={to} r="12" />
      )}
      <text x={x} y={to + 5} textAnchor="middle">
        {letter}
      </text>
    </g>
  );
}

/** In rows, so that no pin hides another; the same pins always stand the same way. */
function stacked(pins: readonly Pin[], axis: Axis): (Pin & { percent: number; row: number })[] {
  const ends: number[] = [];
  return pins
    .flatMap((pin) => {
      const place = placeOf(pin.at, axis);
      return place === null ? [] : [{ ...pin, percent: percentOf(place, axis) }];
    })
    .sort((a, b) => a.percent - b.percent || (a.letter < b.letter ? -1 : 1))
    .map((pin) => {
      const free = ends.findIndex((end) => pin.percent - end >= APART);
      const row = free === -1 ? ends.length : free;
      ends[row] = pin.percent;
      return { ...pin, row };
    });
}
