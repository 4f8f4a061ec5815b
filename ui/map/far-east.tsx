import type { ReactNode } from "react";
import { Hatches, LandFill, outlineOf, type MapLayer } from "./canvas";
import drawn from "./far-east-1945.json";
import type { Point } from "./geometry";
import styles from "./map.module.css";

/** Lands that the map of the Far East can show, by id: where a mark on each is centred. */
export const farEastLands: Readonly<Record<string, { name: string; at: Point }>> = drawn.territories as never;

/** Where names stand, in units of the drawing: the land's, left of Sakhalin and under the Kurils. */
const NAMES: { text: string; at: Point; sort: "state" | "territory" | "water"; anchor?: "start" | "middle" | "end" }[] =
  [
    { text: "SOVIET UNION", at: [330, 82], sort: "state" },
    { text: "MONGOLIA", at: [235, 285], sort: "state" },
    { text: "CHINA", at: [210, 440], sort: "state" },
    { text: "MANCHUKUO", at: [508, 320], sort: "state" },
    { text: "JAPAN", at: [775, 440], sort: "state" },
    { text: "Tuva", at: [165, 212], sort: "territory" },
    { text: "Southern Sakhalin", at: [690, 262], sort: "territory", anchor: "end" },
    { text: "Kuril Islands", at: [812, 352], sort: "territory" },
    { text: "Sea of Okhotsk", at: [735, 125], sort: "water" },
  ];

const shape = (id: string) => `${drawn.file}#${id}`;
const k = drawn.width / 680;

/** The second, smaller map: Tuva, southern Sakhalin and the Kuril Islands, on the eve of August 1945. */
export function FarEastMap({
  id,
  title,
  description,
  layers,
  strong = [],
  interactive = false,
  over,
}: {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  layers: readonly MapLayer[];
  strong?: readonly string[];
  interactive?: boolean;
  over?: ReactNode;
}) {
  const lands = layers.flatMap((layer) =>
    layer.territories.filter((each) => each in drawn.territories).map((territory) => ({ layer, territory })),
  );
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      role={interactive ? "group" : "img"}
      aria-label={title}
      aria-describedby={`${id}-desc`}
    >
      <desc id={`${id}-desc`}>{description}</desc>
      <Hatches id={id} k={k} styles_={[...new Set(layers.map((layer) => layer.style))]} />
      <g aria-hidden="true">
        <use href={shape("states")} className={styles.land} />
        <use href={shape("state-ussr")} className={styles.ussr} />
        {lands.map(({ layer, territory }) => (
          <LandFill key={territory} layer={layer} id={id} href={shape(`territory-${territory}`)} />
        ))}
        <use href={shape("borders")} className={styles.border} />
        <use href={shape("coast")} className={styles.border} />
        {lands.map(({ layer, territory }) => (
          <use key={territory} href={shape(`territory-${territory}`)} className={outlineOf(layer)} />
        ))}
        {strong
          .filter((each) => each in drawn.territories)
          .map((each) => (
            <use key={each} href={shape(`territory-${each}`)} className={styles.strong} />
          ))}
        <g className={styles.names}>
          {NAMES.map(({ text, at: [x, y], sort, anchor = "middle" }) => (
            <g key={text} transform={`translate(${x} ${y}) scale(${Math.round(k * 1000) / 1000})`}>
              <text className={styles[sort]} textAnchor={anchor}>
                {text}
              </text>
            </g>
          ))}
        </g>
      </g>
      {over}
    </svg>
  );
}

/** Address of a land's shape, for what is laid over the map. */
export function farEastShape(territory: string): string {
  return shape(`territory-${territory}`);
}
