import { outline, project, unit, type Point, type View } from "@/ui/map";
import { edgesOf } from "./net";
import type { PlaceBody } from "./schema";
import styles from "./annexations.module.css";

/** The net of squares, drawn over the land, each with its name in its north-western corner: what ties list and map. */
export function Squares({ body, view, chosen }: { body: PlaceBody; view: View; chosen?: string }) {
  const k = Math.round(unit(view) * 1000) / 1000;
  return (
    <g aria-hidden="true" className={styles.net}>
      {body.squares.map(({ id }) => (
        <path
          key={id}
          className={id === chosen ? styles.chosenSquare : styles.square}
          d={outline(edgesOf(body.net, id))}
        />
      ))}
      {body.squares.map(({ id }) => {
        const at = namePlace(body, id, view);
        return at === undefined ? null : (
          <g key={id} transform={`translate(${at[0]} ${at[1]}) scale(${k})`}>
            <text className={id === chosen ? styles.chosenName : undefined} x=".35em" y="1.15em">
              {id}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The north-western corner of a square, or of what is in sight of it; undefined when that is too little. */
function namePlace({ net }: PlaceBody, id: string, view: View): Point | undefined {
  const [[west, south], [east, north]] = edgesOf(net, id);
  const [topLeft, topRight] = [project(west, north), project(east, north)];
  const [bottomLeft, bottomRight] = [project(west, south), project(east, south)];
  const x = Math.max(view.x, topLeft[0], bottomLeft[0]);
  const y = Math.max(view.y, topLeft[1], topRight[1]);
  const right = Math.min(view.x + view.width, topRight[0], bottomRight[0]);
  const bottom = Math.min(view.y + view.height, bottomLeft[1], bottomRight[1]);
  const room = 26 * unit(view);
  return right - x > room && bottom - y > room ? [tenth(x), tenth(y)] : undefined;
}

/** Where the names of squares stand, for other names to keep clear of. */
export function squareNames(body: PlaceBody, view: View): { at: Point; radius: number }[] {
  const k = unit(view);
  return body.squares.flatMap(({ id }) => {
    const at = namePlace(body, id, view);
    return at ? [{ at: [at[0] + 11 * k, at[1] + 9 * k] as const, radius: 9 * k }] : [];
  });
}

/** What a pin covers, for names to keep clear of. */
export function pinPlaces(view: View, ...feet: (Point | undefined)[]): { at: Point; radius: number }[] {
  const k = unit(view);
  return feet.flatMap((at) => (at ? [{ at: [at[0], at[1] - 12 * k] as const, radius: 24 * k }] : []));
}

/** A pin whose foot stands at a point. `sort` is what it is for: the answer, where one could be put, what is right. */
export function Pin({ at, view, sort }: { at: Point; view: View; sort: "put" | "ghost" | "right" }) {
  const k = Math.round(unit(view) * 1000) / 1000;
  return (
    <g transform={`translate(${tenth(at[0])} ${tenth(at[1])}) scale(${k})`} className={`${styles.pin} ${styles[sort]}`}>
      <g className={styles.size}>
        {sort === "right" ? (
          <>
            <circle className={styles.ring} r="9" />
            <circle className={styles.foot} r="3" />
          </>
        ) : sort === "ghost" ? (
          <>
            <circle className={styles.halo} r="20" />
            <path className={styles.crosshair} d="M-16 0H-4M4 0H16M0 -16V-4M0 4V16" />
          </>
        ) : (
          <>
            <circle className={styles.halo} cy="-18" r="22" />
            <path className={styles.needle} d="M0 0L-9 -17A11 11 0 1 1 9 -17Z" />
            <circle className={styles.eye} cy="-22" r="4" />
          </>
        )}
      </g>
    </g>
  );
}
