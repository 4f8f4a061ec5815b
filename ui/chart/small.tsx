"use client";

// The client's, though they do nothing there: a page carries what it shows once more as data, and this is their numbers alone.
import styles from "./small.module.css";

/** How many earned none, less than half, half or more, all of the points: four bars, said in words to who cannot see them. */
export function Spread({ points, max }: { points: readonly number[]; max: number }) {
  const bins = [
    { words: "none", holds: (each: number) => each <= 0 },
    { words: "less than half", holds: (each: number) => each > 0 && each < max / 2 },
    { words: "half or more", holds: (each: number) => each > 0 && each >= max / 2 && each < max },
    { words: "all", holds: (each: number) => each > 0 && each >= max },
  ].map(({ words, holds }) => ({ words, count: points.filter(holds).length }));
  return <Histogram bins={bins} className={styles.spread} label="Points earned" />;
}

/** The scores of a test in ten equal parts of its points. */
export function Totals({ totals, max }: { totals: readonly number[]; max: number }) {
  const bin = (total: number) => Math.max(0, Math.min(9, Math.floor((10 * total) / (max || 1))));
  const bins = Array.from({ length: 10 }, (_, index) => ({
    words: `${10 * index} to ${10 * (index + 1)} per cent`,
    count: totals.filter((total) => bin(total) === index).length,
  }));
  return <Histogram bins={bins} className={styles.totals} label="Scores" />;
}

const WIDTH = 18;
const HEIGHT = 30;

function Histogram({
  bins,
  className,
  label,
}: {
  bins: readonly { words: string; count: number }[];
  className: string | undefined;
  label: string;
}) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const said = bins.map(({ words, count }) => `${words}: ${count}`).join(", ");
  return (
    <svg
      className={className}
      viewBox={`0 0 ${WIDTH * bins.length} ${HEIGHT + 14}`}
      width={WIDTH * bins.length}
      height={HEIGHT + 14}
      role="img"
      aria-label={`${label}. ${said}`}
    >
      {bins.map(({ words, count }, index) => {
        const height = (HEIGHT * count) / most;
        return (
          <g key={words}>
            <rect
              className={index === 0 ? styles.none : index === bins.length - 1 ? styles.all : styles.some}
              x={WIDTH * index + 2}
              y={HEIGHT - height}
              width={WIDTH - 4}
              height={height}
            />
            <text x={WIDTH * (index + 0.5)} y={HEIGHT + 11} textAnchor="middle">
              {count}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={WIDTH * bins.length} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  );
}

/** A value with its interval on a scale: a dot, a line, the ends; a tick at nothing where the scale has it inside. */
export function IntervalMark({
  value,
  low,
  high,
  from,
  to,
}: {
  value: number;
  low: number;
  high: number;
  /** The scale's ends. */
  from: number;
  to: number;
}) {
  const at = (each: number) => 4 + (92 * (Math.min(to, Math.max(from, each)) - from)) / (to - from);
  return (
    <svg className={styles.interval} viewBox="0 0 100 14" width="100" height="14" aria-hidden="true">
      <line className={styles.scale} x1="4" x2="96" y1="7" y2="7" />
      {from < 0 && to > 0 && <line className={styles.zero} x1={at(0)} x2={at(0)} y1="1" y2="13" />}
      <path className={styles.reach} d={`M${at(low)} 3V11M${at(low)} 7H${at(high)}M${at(high)} 3V11`} />
      <circle cx={at(value)} cy="7" r="3" />
    </svg>
  );
}

/** One bar of several, as long as its share. */
export function ShareBar({ count, of, right }: { count: number; of: number; right: boolean }) {
  return (
    <svg className={styles.share} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className={right ? styles.all : styles.some}
        x="0"
        y="0"
        width={of > 0 ? (100 * count) / of : 0}
        height="10"
      />
      <line x1="0" x2="100" y1="10" y2="10" />
    </svg>
  );
}
