import type { ReactNode } from "react";
import { shape, unit, type View } from "./geometry";
import { letter, type Lettering, type Wanted } from "./lettering";
import styles from "./map.module.css";

/** A hue and a pattern: of other states until 1940, or of the year in which land became Soviet. */
export type MapStyle = "y38" | "y39" | "y40" | "y44" | "y45";

/** Land that is laid over the base map in one hue and pattern. */
export interface MapLayer {
  style: MapStyle;
  /** Left out: held. Occupied land is hatched without a hue; returned land has a broken outline alone. */
  manner?: "held" | "occupied" | "returned";
  /** Ids of territories, then of whole states. */
  territories: readonly string[];
  states?: readonly string[];
}

/** Sizes of type, in pixels of a map 680 px wide: on a wide screen, in a figure beside text, on a narrow screen. */
const TYPE = { page: 13, figure: 18, narrow: 24 };

/** Without script and on the server: the map of Europe in 1938, in the part that `view` shows. */
export function MapCanvas({
  id,
  view,
  title,
  description,
  layers = [],
  type = "page",
  wanted = {},
  interactive = false,
  strong = [],
  land,
  children,
  over,
}: {
  /** Unique on the page; letters, digits and hyphens. Ids of patterns begin with it. */
  id: string;
  view: View;
  /** What it shows: its name to those who do not see it. */
  title: string;
  /** What a reader who cannot see it should know, or where the same stands in words. */
  description: string;
  layers?: readonly MapLayer[];
  /** How the map is shown on a wide screen: as wide as a page's column, or as a figure of about 450 px. */
  type?: "page" | "figure";
  wanted?: Wanted;
  /** True when `children` hold controls; otherwise the map is one picture. */
  interactive?: boolean;
  /** Ids of territories with a strong outline: what this map is about. */
  strong?: readonly string[];
  /** Drawn over the land and under the borders. */
  land?: ReactNode;
  /** Drawn over the borders and under the names. */
  children?: ReactNode;
  /** Drawn over everything: what is to be pointed at. */
  over?: ReactNode;
}) {
  const k = unit(view);
  const ids = (layer: MapLayer) => [
    ...layer.territories.map((each) => `territory-${each}`),
    ...(layer.states ?? []).map((each) => `state-${each}`),
  ];
  return (
    <svg
      className={styles.map}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      role={interactive ? "group" : "img"}
      aria-label={title}
      aria-describedby={`${id}-desc`}
    >
      <desc id={`${id}-desc`}>{description}</desc>
      <Hatches id={id} k={k} styles_={[...new Set(layers.map((layer) => layer.style))]} />
      <g className={styles.waves} aria-hidden="true">
        {[19, 12.5, 7, 3].map((wide) => (
          <g key={wide}>
            <use href={shape("coast")} className={styles.wave} strokeWidth={tidy(wide * k)} />
            <use href={shape("coast")} className={styles.calm} strokeWidth={tidy((wide - 1.3) * k)} />
          </g>
        ))}
      </g>
      <g aria-hidden="true">
        <use href={shape("states")} className={styles.land} />
        <use href={shape("state-ussr")} className={styles.ussr} />
      </g>
      {layers.map((layer) =>
        ids(layer).map((each) => (
          <g key={each} aria-hidden="true">
            <LandFill layer={layer} id={id} href={shape(each)} />
          </g>
        )),
      )}
      {land}
      <g aria-hidden="true" className={styles.under}>
        <use href={shape("lakes")} className={styles.lake} />
        <use href={shape("borders")} className={styles.border} />
        <use href={shape("coast")} className={styles.border} />
        {layers.map((layer) =>
          ids(layer).map((each) => <use key={each} href={shape(each)} className={outlineOf(layer)} />),
        )}
        {strong.map((each) => (
          <use key={each} href={shape(`territory-${each}`)} className={styles.strong} />
        ))}
      </g>
      {children}
      <g aria-hidden="true" className={styles.names}>
        <g className={type === "page" ? styles.wide : styles.middle}>
          <Names view={view} size={TYPE[type]} wanted={wanted} />
        </g>
        <g className={type === "page" ? styles.belowWide : styles.belowMiddle}>
          <Names view={view} size={TYPE.narrow} wanted={wanted} />
        </g>
      </g>
      {over}
    </svg>
  );
}

/** The hue and the pattern of a land in one layer. */
export function LandFill({ layer, id, href }: { layer: Pick<MapLayer, "style" | "manner">; id: string; href: string }) {
  const { style, manner = "held" } = layer;
  return (
    <>
      {manner === "held" && <use href={href} className={styles[style]} />}
      {manner !== "returned" && <use href={href} fill={`url(#${id}-${style})`} />}
    </>
  );
}

/** Classes of a land's outline: broken where it is not held. */
export function outlineOf({ style, manner = "held" }: Pick<MapLayer, "style" | "manner">): string {
  return `${styles.outline} ${styles[`${style}e`]} ${manner === "held" ? "" : styles.broken}`;
}

function Names({ view, size, wanted }: { view: View; size: number; wanted: Wanted }) {
  const k = tidy(unit(view));
  return letter(view, size, wanted).map((name) => (
    <g
      key={`${name.lines.join(" ")} ${name.at.join()}`}
      transform={`translate(${name.at[0]} ${name.at[1]}) scale(${k})`}
    >
      {name.sort === "city" ? <circle className={styles.dot} r="2.6" /> : null}
      <text className={styles[name.sort]} textAnchor={name.anchor}>
        {name.lines.map((line, index) => (
          <tspan key={line} x={em(name.offset[0])} y={em(name.offset[1] + index * 1.16)}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  ));
}

/** The patterns, one size on the screen however far the map is enlarged. */
export function Hatches({ id, k, styles_ }: { id: string; k: number; styles_: readonly MapStyle[] }) {
  const scale = `scale(${tidy(k)})`;
  const pattern = (style: MapStyle) => ({ id: `${id}-${style}`, patternUnits: "userSpaceOnUse" as const });
  const drawings: Record<MapStyle, ReactNode> = {
    y38: (
      <pattern key="y38" {...pattern("y38")} width="6" height="6" patternTransform={scale}>
        <circle className={styles.y38d} cx="1.5" cy="1.5" r=".75" />
        <circle className={styles.y38d} cx="4.5" cy="4.5" r=".75" />
      </pattern>
    ),
    y39: (
      <pattern key="y39" {...pattern("y39")} width="5" height="5" patternTransform={`${scale} rotate(45)`}>
        <path className={styles.y39h} d="M0 0V5" strokeWidth="1.7" />
      </pattern>
    ),
    y40: (
      <pattern key="y40" {...pattern("y40")} width="5" height="4.4" patternTransform={scale}>
        <path className={styles.y40h} d="M0 2H5" strokeWidth="1.5" />
      </pattern>
    ),
    y44: (
      <pattern key="y44" {...pattern("y44")} width="5.5" height="5.5" patternTransform={`${scale} rotate(45)`}>
        <path className={styles.y44h} d="M0 2H5.5M2 0V5.5" strokeWidth="1.15" />
      </pattern>
    ),
    y45: (
      <pattern key="y45" {...pattern("y45")} width="5" height="5" patternTransform={`${scale} rotate(-45)`}>
        <path className={styles.y45h} d="M0 0V5" strokeWidth="2.2" />
      </pattern>
    ),
  };
  return <defs>{styles_.map((style) => drawings[style])}</defs>;
}

const em = (value: number) => (value === 0 ? 0 : `${tidy(value)}em`);
const tidy = (value: number) => Math.round(value * 1000) / 1000;

export type { Lettering };
