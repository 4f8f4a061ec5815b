import styles from "./bars.module.css";
import { percentOf, piecesOf, ticksTo } from "./scale";

export interface Bar {
  label: string;
  /** The number, or the ends of a range; `best` lies within it. */
  low: number;
  high: number;
  best?: number;
  /** The number in words. */
  text: string;
  /** Drawn hatched, and marked. */
  unsure: boolean;
  /** A share of it, drawn darker. */
  part?: { value: number };
}

/**
 * Bars to one scale that begins at nothing: a picture with its name and description. A range goes on beyond its low end,
 * dotted, with a whisker to its high end. Who draws it says below what the mark † means. No script.
 */
export function Bars({
  id,
  title,
  description,
  bars,
  tickText,
}: {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  bars: readonly Bar[];
  /** How a number of the scale is written. */
  tickText: (value: number) => string;
}) {
  const ticks = ticksTo(Math.max(...bars.map((bar) => bar.high)));
  const end = ticks.at(-1)!;
  return (
    <div className={styles.frame}>
      <div className={styles.bars} role="img" aria-label={title} aria-describedby={`${id}-desc`}>
        <p className="vh" id={`${id}-desc`}>
          {description}
        </p>
        <svg className={styles.defs} aria-hidden="true">
          <Patterns id={id} />
        </svg>
        {bars.map((bar) => (
          <div key={bar.label} className={styles.row}>
            <span className={styles.label}>{bar.label}</span>
            <svg className={styles.bar} aria-hidden="true">
              <Grid ticks={ticks} end={end} />
              <BarShape id={id} bar={bar} end={end} />
            </svg>
            <span className={styles.number}>
              {bar.text}
              {bar.unsure && <span className={styles.mark}> †</span>}
            </span>
          </div>
        ))}
        <div className={styles.row}>
          <span />
          <svg className={styles.axis} aria-hidden="true">
            {ticks.map((tick, index) => (
              <text
                key={tick}
                x={`${percentOf(tick, end)}%`}
                y="1em"
                // The first and the last stay within the drawing; of the others every second one goes when it is narrow.
                textAnchor={index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle"}
                className={index > 0 && index < ticks.length - 1 ? styles.between : undefined}
              >
                {tickText(tick)}
              </text>
            ))}
          </svg>
          <span />
        </div>
      </div>
    </div>
  );
}

function Grid({ ticks, end }: { ticks: readonly number[]; end: number }) {
  return ticks.map((tick) => (
    <line
      key={tick}
      className={tick === 0 ? styles.zero : styles.grid}
      x1={`${percentOf(tick, end)}%`}
      x2={`${percentOf(tick, end)}%`}
      y1="0"
      y2="100%"
    />
  ));
}

function BarShape({ id, bar, end }: { id: string; bar: Bar; end: number }) {
  const ranged = bar.high > bar.low;
  return (
    <>
      {piecesOf(bar, end).map(({ kind, from, to }) => {
        const box = { x: `${from}%`, width: `${Math.round((to - from) * 100) / 100}%`, y: "20%", height: "60%" };
        const pattern = kind === "range" ? "range" : bar.unsure ? `${kind}-unsure` : undefined;
        return pattern ? (
          <g key={kind}>
            <rect {...box} className={styles.under} />
            <rect {...box} className={styles.outlined} fill={`url(#${id}-${pattern})`} />
          </g>
        ) : (
          <rect key={kind} {...box} className={kind === "part" ? styles.part : styles.rest} />
        );
      })}
      {ranged && (
        <g className={styles.whisker}>
          <line x1={`${percentOf(bar.low, end)}%`} x2={`${percentOf(bar.high, end)}%`} y1="50%" y2="50%" />
          <line x1={`${percentOf(bar.low, end)}%`} x2={`${percentOf(bar.low, end)}%`} y1="30%" y2="70%" />
          <line x1={`${percentOf(bar.high, end)}%`} x2={`${percentOf(bar.high, end)}%`} y1="30%" y2="70%" />
        </g>
      )}
    </>
  );
}

function Patterns({ id }: { id: string }) {
  const tile = { patternUnits: "userSpaceOnUse" as const, width: 6, height: 6 };
  return (
    <defs>
      <pattern id={`${id}-rest-unsure`} {...tile} patternTransform="rotate(45)">
        <path className={styles.hatch} d="M1 0V6" strokeWidth="1.6" />
      </pattern>
      <pattern id={`${id}-part-unsure`} {...tile} patternTransform="rotate(45)">
        <path className={styles.hatch} d="M0 2H6M2 0V6" strokeWidth="2.6" />
      </pattern>
      <pattern id={`${id}-range`} {...tile}>
        <circle className={styles.dots} cx="1.5" cy="1.5" r=".9" />
        <circle className={styles.dots} cx="4.5" cy="4.5" r=".9" />
      </pattern>
    </defs>
  );
}

/** A swatch of the darker part, for the key. */
export function PartSwatch({ id, unsure }: { id: string; unsure: boolean }) {
  return (
    <svg className={styles.swatch} aria-hidden="true">
      <rect width="100%" height="100%" className={unsure ? styles.under : styles.part} />
      {unsure && <rect width="100%" height="100%" className={styles.outlined} fill={`url(#${id}-part-unsure)`} />}
    </svg>
  );
}
