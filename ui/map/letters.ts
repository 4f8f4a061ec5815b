import { tenth, territories, unit, type Land, type Point, type View } from "./geometry";

/** A letter's place on the map: at the land it stands for, or beside it, with a leader, where lands crowd. */
export interface Placed {
  id: string;
  /** Where the letter is centred. */
  at: Point;
  /** What it points at; the same as `at` when it stands on its land. */
  anchor: Point;
}

/** Moves letters apart until each is a target of its own: no two centres nearer than `apart` (drawing units), none
 * outside `within`. The outcome depends on the points alone. */
export function spread(points: readonly Placed[], apart: number, within?: View): Placed[] {
  const placed = points.map(({ id, at, anchor }) => ({ id, at: [...at] as [number, number], anchor }));
  for (let round = 0; round < 200; round++) {
    let moved = false;
    for (const each of placed) {
      const [x, y] = each.at;
      if (within) each.at = [clamp(x, within.x, within.x + within.width), clamp(y, within.y, within.y + within.height)];
    }
    placed.forEach((one, first) => {
      for (const other of placed.slice(first + 1)) {
        let [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]];
        let distance = Math.hypot(dx, dy);
        if (distance >= apart - 0.01) continue;
        if (distance < 0.01) [dx, dy, distance] = [0.6, 0.8, 1];
        const push = (apart - Math.min(distance, apart)) / 2 + 0.05;
        const [px, py] = [(dx / distance) * push, (dy / distance) * push];
        one.at = [one.at[0] - px, one.at[1] - py];
        other.at = [other.at[0] + px, other.at[1] + py];
        moved = true;
      }
    });
    if (!moved) break;
  }
  return placed.map(({ id, at, anchor }) => ({ id, at: [tenth(at[0]), tenth(at[1])], anchor }));
}

/** Letters are drawn 26 px wide on a map of 680. */
const LETTER = 26;

/**
 * Places for the letters of these territories, in their order, at least `apart` pixels of a map 680 px wide from each
 * other. A letter stands on its land; one that would cover a small land whole stands beside it, where there is most
 * room. `home` is the whole picture, which no letter leaves; `view` what of it is in sight.
 */
export function letterPlaces(ids: readonly string[], view: View, home: View, apart: number): Placed[] {
  const k = unit(view);
  const lands = ids.map((id) => ({
    id,
    at: territories[id]?.at ?? ([home.x, home.y] as const),
    bounds: territories[id]?.bounds,
  }));
  const start = lands.map(({ id, at, bounds }): Placed => {
    const [left, top, right, bottom] = bounds ?? [at[0], at[1], at[0], at[1]];
    if (right - left > LETTER * k || bottom - top > LETTER * k) return { id, at, anchor: at };
    const others = lands.filter((land) => land.id !== id);
    // Beside all other lands before on one of them, then where the nearest is farthest.
    const room = (point: Point) =>
      (others.every((land) => gap(land.bounds, point) > 1) ? 1000 * k : 0) +
      Math.min(...others.map((land) => Math.hypot(land.at[0] - point[0], land.at[1] - point[1])));
    const around = Array.from({ length: 8 }, (_, step): Point => {
      const angle = (step * Math.PI) / 4;
      return [at[0] + 36 * k * Math.sin(angle), at[1] + 36 * k * Math.cos(angle)];
    });
    return { id, at: around.reduce((best, each) => (room(each) > room(best) + 0.01 ? each : best)), anchor: at };
  });
  const edge = LETTER * unit(home);
  const inner = { x: home.x + edge, y: home.y + edge, width: home.width - 2 * edge, height: home.height - 2 * edge };
  return spread(start, apart * k, inner);
}

/** How far a point is from a box; 0 inside. */
function gap(box: Land["bounds"] | undefined, [x, y]: Point): number {
  if (!box) return Infinity;
  const [left, top, right, bottom] = box;
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
