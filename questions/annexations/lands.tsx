import { letterPlaces, shape, unit, type Placed, type View } from "@/ui/map";
import type { PickBody } from "./schema";
import styles from "./annexations.module.css";

/**
 * How a land is drawn: `open`, on offer and not marked; `marked`; and afterwards `found`, marked and right; `missed`,
 * right and not marked; `wrong`, marked and not right; `aside`, marked and not counted. Outline, hatch and letter say it before any colour.
 */
export type Look = "open" | "marked" | "found" | "missed" | "wrong" | "aside";

export type Looks = Readonly<Record<string, Look>>;

const isMarked = (look: Look) => look !== "open" && look !== "missed";

type Lands = PickBody["territories"];

/** A, B, C, …: what ties the list to the map. */
export const letterOf = (index: number) => String.fromCharCode(65 + index);

/** Centres of letters stand at least this far apart, in pixels of a map 680 px wide: 24 px on a screen of 320. */
const APART = 51;

/** Where the letters stand: `view` is what is in sight of the whole picture, `home`. */
export function places(lands: Lands, view: View, home: View): Placed[] {
  return letterPlaces(
    lands.map(({ id }) => id),
    view,
    home,
    APART,
  );
}

export interface Corner {
  x: "left" | "right";
  y: "top" | "bottom";
}

/** The buttons, in pixels of a map 680 px wide: three of 44 px with their gaps and margin. */
const BUTTONS = { wide: 62, tall: 162 };

/** A corner for the zoom buttons under which no letter stands, on a small screen either; top right when all are taken. */
export function freeCorner(placed: readonly Placed[], home: View): Corner {
  const k = unit(home);
  // On a screen of 340 px the buttons cover twice as much of the map.
  const [wide, tall] = [BUTTONS.wide * 2 * k + 26 * k, BUTTONS.tall * 2 * k + 26 * k];
  const corners: Corner[] = [
    { x: "right", y: "top" },
    { x: "right", y: "bottom" },
    { x: "left", y: "top" },
    { x: "left", y: "bottom" },
  ];
  const under = ({ x, y }: Corner) =>
    placed.some(({ at }) => {
      const across = x === "left" ? at[0] - home.x : home.x + home.width - at[0];
      const along = y === "top" ? at[1] - home.y : home.y + home.height - at[1];
      return across < wide && along < tall;
    });
  return corners.find((corner) => !under(corner)) ?? corners[0]!;
}

/** What the map's lettering has to leave out and keep clear of. Lands on offer are named in the list. */
export function lettered(
  lands: Lands,
  placed: readonly Placed[],
  view: View,
  cities?: readonly string[],
  corner?: Corner,
) {
  const radius = 26 * unit(view);
  return {
    cities,
    unnamed: lands.map(({ id }) => id),
    clear: placed.map(({ at }) => ({ at, radius })),
    ...(corner ? { corner: { ...corner, ...BUTTONS } } : {}),
  };
}

/** The fills, to be drawn under the borders. `id` is the map's. */
export function Fills({
  id,
  lands,
  looks,
  view,
  onPick,
}: {
  id: string;
  lands: Lands;
  looks: Looks;
  view: View;
  onPick?: (id: string) => void;
}) {
  const scale = `scale(${Math.round(unit(view) * 1000) / 1000})`;
  return (
    <g aria-hidden="true" className={onPick && styles.pickable}>
      <defs>
        <pattern
          id={`${id}-marked`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`${scale} rotate(45)`}
        >
          <path className={styles.hatch} d="M0 0V6" strokeWidth="2" />
        </pattern>
        <pattern
          id={`${id}-wrong`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform={`${scale} rotate(45)`}
        >
          <path className={styles.hatch} d="M0 0V7M0 0H7" strokeWidth="1.6" />
        </pattern>
      </defs>
      {lands.map((land) => {
        const look = looks[land.id] ?? "open";
        const filled = isMarked(look);
        return (
          <g key={land.id} onClick={onPick && (() => onPick(land.id))}>
            <use href={shape(`territory-${land.id}`)} className={filled ? styles.filled : styles.unfilled} />
            {filled ? (
              <use
                href={shape(`territory-${land.id}`)}
                fill={`url(#${id}-${look === "wrong" ? "wrong" : "marked"})`}
                className={styles.over}
              />
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** The outlines, to be drawn over the borders; heavy ones last, so that no neighbour covers them. */
export function Outlines({ lands, looks }: { lands: Lands; looks: Looks }) {
  const heavy = (id: string) => !["open", "aside"].includes(looks[id] ?? "open");
  const sorted = [...lands].sort((a, b) => Number(heavy(a.id)) - Number(heavy(b.id)));
  return (
    <g aria-hidden="true" className={styles.outlines}>
      {sorted.map(({ id }) => (
        <use key={id} href={shape(`territory-${id}`)} className={styles[`line-${looks[id] ?? "open"}`]} />
      ))}
    </g>
  );
}

const tick = "M-3.4 .2l2.4 2.4 4.3-4.8";
const cross = "M-3 -3L3 3M3 -3L-3 3";
const dash = "M-3.4 0H3.4";

/** What makes a letter more than a picture, once there is script. */
export interface Control {
  onPick(id: string): void;
  onReach(place: Placed): void;
  /** `checkbox`: it can be reached by Tab and marks its land. `pointer`: pressing it leads to the list, which whoever
   * comes by Tab reaches anyway. */
  as: "checkbox" | "pointer";
}

/** The letters, each in a ring; with `control` they can be pressed. */
export function Letters({
  lands,
  looks,
  view,
  placed,
  control,
}: {
  lands: Lands;
  looks: Looks;
  view: View;
  placed: readonly Placed[];
  control?: Control;
}) {
  const k = Math.round(unit(view) * 1000) / 1000;
  return (
    <>
      <g aria-hidden="true" className={styles.leaders}>
        {placed.map(({ id, at, anchor }) =>
          Math.hypot(at[0] - anchor[0], at[1] - anchor[1]) > 14 * k ? (
            <g key={id}>
              <path className={styles.leader} d={`M${anchor.join(" ")}L${at.join(" ")}`} />
              <circle className={styles.end} cx={anchor[0]} cy={anchor[1]} r={2.4 * k} />
            </g>
          ) : null,
        )}
      </g>
      {lands.map((land, index) => {
        const place = placed[index]!;
        const look = looks[land.id] ?? "open";
        const marked = isMarked(look);
        const pointed = { "aria-hidden": true, onClick: control && (() => control.onPick(land.id)) };
        const pressed = control?.as === "checkbox" && {
          role: "checkbox",
          tabIndex: 0,
          "aria-checked": marked,
          "aria-label": `${letterOf(index)}, ${land.name}`,
          onClick: () => control.onPick(land.id),
          onFocus: () => control.onReach(place),
          onKeyDown: (event: React.KeyboardEvent) => {
            if (event.key !== " " && event.key !== "Enter") return;
            event.preventDefault();
            control.onPick(land.id);
          },
        };
        return (
          <g
            key={land.id}
            transform={`translate(${place.at[0]} ${place.at[1]}) scale(${k})`}
            className={[styles.letter, marked && styles.on, control && styles.pressable].filter(Boolean).join(" ")}
            {...(pressed || pointed)}
          >
            <g className={styles.size}>
              <circle className={styles.ring} r="13" />
              <text y="4.7" textAnchor="middle" aria-hidden="true">
                {letterOf(index)}
              </text>
              {marked ? (
                <g transform="translate(10 -10)">
                  <circle className={styles.badge} r="7.5" />
                  <path className={styles.sign} d={look === "wrong" ? cross : look === "aside" ? dash : tick} />
                </g>
              ) : null}
            </g>
          </g>
        );
      })}
    </>
  );
}
