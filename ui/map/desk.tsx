import type { ReactNode } from "react";
import { MapBox } from "./box";
import { MapCanvas, type MapLayer } from "./canvas";
import { FarEastMap, farEastLands, farEastShape } from "./far-east";
import { shape, territories, unit, type Point, type View } from "./geometry";
import styles from "./desk.module.css";

/** One land that can be pointed at, gone to with the Tab key, or followed to what is written about it. */
export interface DeskLand {
  territory: string;
  /** Its name and what happened, for whoever hears it. */
  label: string;
  href: string;
  /** The same for whoever sees it: shown under the map. */
  said: ReactNode;
}

/** As many lands as one map can say something of: a rule each in the style sheet. */
const MOST = 40;

/**
 * A map whose lands say what happened to them: on focus, under the pointer, and where the link leads. Nothing moves:
 * the words have their place under the map. No script.
 */
export function MapDesk({
  id,
  view,
  title,
  description,
  layers,
  strong,
  lands,
  names,
  named,
  idle,
}: {
  id: string;
  /** What part of Europe; or the map of the Far East. */
  view: View | "far-east";
  title: string;
  description: string;
  layers: readonly MapLayer[];
  strong: readonly string[];
  lands: readonly DeskLand[];
  names?: Readonly<Record<string, string>>;
  /** Ids of the lands whose names stand on the map if there is room, the most important first. */
  named?: readonly string[];
  /** Stands where the words will be. */
  idle: ReactNode;
}) {
  const farEast = view === "far-east";
  const shown = lands
    .filter(({ territory }) => territory in (farEast ? farEastLands : territories))
    .slice(0, MOST)
    .sort((a, b) => topOf(a.territory, farEast) - topOf(b.territory, farEast));
  const k = farEast ? 900 / 680 : unit(view);
  const over = shown.map(({ territory, label, href }, index) => {
    const address = farEast ? farEastShape(territory) : shape(`territory-${territory}`);
    const [x, y] = farEast ? farEastLands[territory]!.at : territories[territory]!.at;
    return (
      <a key={territory} href={href} aria-label={label} data-land={index + 1} className={styles.land}>
        {/* A small land is hard to hit. */}
        <circle cx={x} cy={y} r={Math.round(11 * k)} className={styles.hit} />
        <use href={address} className={styles.hit} />
        <use href={address} className={styles.ring} />
      </a>
    );
  });
  const shared = { id, title, description, layers, strong, interactive: shown.length > 0, over };
  return (
    <div className={styles.desk}>
      <MapBox>
        {farEast ? (
          <FarEastMap {...shared} />
        ) : (
          <MapCanvas {...shared} view={view} wanted={{ territories: named, names }} />
        )}
      </MapBox>
      {shown.length > 0 && (
        <div className={styles.words} aria-hidden="true">
          <p className={styles.idle}>{idle}</p>
          {shown.map(({ territory, said }, index) => (
            <p key={territory} data-said={index + 1}>
              {said}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** North before south, as one reads a map: the order of the Tab key. */
function topOf(territory: string, farEast: boolean): number {
  const at: Point = farEast ? farEastLands[territory]!.at : territories[territory]!.at;
  return at[1];
}
