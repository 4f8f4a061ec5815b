import { cities, landmarks, states, tenth, territories, unit, waters, type Point, type View } from "./geometry";

/** A name on the map, placed. */
export interface Lettering {
  sort: "state" | "territory" | "city" | "water";
  lines: string[];
  /** A city's dot, or the middle of the name. */
  at: Point;
  /** From `at` to where the text begins, in ems of its own size. */
  offset: Point;
  anchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Wanted {
  /** Ids of cities that must be named; landmarks when not said. */
  cities?: readonly string[];
  /** Ids of territories to be named. */
  territories?: readonly string[];
  /** Names of territories that differ from the map's own. */
  names?: Readonly<Record<string, string>>;
  /** Ids of states not to be named, because something else tells what they are. */
  unnamed?: readonly string[];
  /** A corner to keep clear for buttons: its size in pixels of a map 680 px wide at the smallest type. */
  corner?: { x: "left" | "right"; y: "top" | "bottom"; wide: number; tall: number };
  /** Circles to keep clear: letters and their like, radius in drawing units. */
  clear?: readonly { at: Point; radius: number }[];
}

/** The size of type for a wide screen, in pixels of a map 680 px wide. */
const SMALLEST = 13;

/** What other names measure when cities' are 1. */
const SIZES = { state: 1.08, territory: 0.96, city: 1, water: 1 };

/**
 * Names for one view and one size of type: what fits without touching anything else, most important first. A state of
 * which only a part is in sight is named in that part. Pure: the same view gives the same names.
 */
export function letter(view: View, size: number, wanted: Wanted = {}): Lettering[] {
  const k = unit(view);
  const pad = 5 * k;
  const taken: Box[] = (wanted.clear ?? []).map(({ at: [x, y], radius }) => box(x, y, radius, radius));
  const done: Lettering[] = [];
  if (wanted.corner) {
    // Buttons keep their size on a small screen, where type is enlarged: there they take more of the map.
    const [wide, tall] = [wanted.corner.wide * k, wanted.corner.tall * k].map((side) => (side * size) / SMALLEST);
    const left = wanted.corner.x === "left" ? view.x : view.x + view.width - wide!;
    const top = wanted.corner.y === "top" ? view.y : view.y + view.height - tall!;
    taken.push({ left, top, right: left + wide!, bottom: top + tall! });
  }

  const within = (each: Box) =>
    each.left > view.x + pad &&
    each.top > view.y + pad &&
    each.right < view.x + view.width - pad &&
    each.bottom < view.y + view.height - pad;
  const free = (each: Box) =>
    !taken.some(
      (other) =>
        each.left < other.right && each.right > other.left && each.top < other.bottom && each.bottom > other.top,
    );
  const put = (each: Lettering, covers: Box) => {
    if (!within(covers) || !free(covers)) return false;
    taken.push(covers);
    done.push(each);
    return true;
  };

  const centred = (sort: Lettering["sort"], name: string, at: Point) => {
    const em = size * SIZES[sort] * k;
    const parts = name.split(" ");
    const wrapped = parts.length > 1 ? [inHalves(parts)] : [];
    const shapes = name.length > (sort === "water" ? 99 : 13) ? [...wrapped, [name]] : [[name], ...wrapped];
    return shapes.some((lines) => {
      const half = (Math.max(...lines.map((line) => line.length)) * em * (sort === "state" ? 0.8 : 0.52)) / 2;
      return put(
        {
          sort,
          lines,
          at: [tenth(at[0]), tenth(at[1])],
          offset: [0, 0.35 - (lines.length - 1) * 0.58],
          anchor: "middle",
        },
        box(at[0], at[1], half + 2 * k, (em * 1.16 * lines.length) / 2),
      );
    });
  };

  const dotted = (id: string) => {
    const city = cities[id];
    if (!city) return;
    const em = size * k;
    const [x, y] = city.at;
    const dot = box(x, y, 4 * k, 4 * k);
    if (!within(dot) || !free(dot)) return;
    const wide = city.name.length * em * 0.53;
    const ways: { offset: Point; anchor: Lettering["anchor"]; left: number; middle: number }[] = [
      { offset: [0.5, 0.32], anchor: "start", left: x + 0.4 * em, middle: y },
      { offset: [-0.5, 0.32], anchor: "end", left: x - 0.5 * em - wide, middle: y },
      { offset: [0, -0.6], anchor: "middle", left: x - wide / 2, middle: y - 0.95 * em },
      { offset: [0, 1.3], anchor: "middle", left: x - wide / 2, middle: y + 0.95 * em },
      { offset: [0.35, -0.3], anchor: "start", left: x + 0.3 * em, middle: y - 0.65 * em },
      { offset: [0.35, 0.95], anchor: "start", left: x + 0.3 * em, middle: y + 0.65 * em },
    ];
    for (const { offset, anchor, left, middle } of ways) {
      const covers = { left, right: left + wide + 2 * k, top: middle - 0.55 * em, bottom: middle + 0.55 * em };
      if (!put({ sort: "city", lines: [city.name], at: city.at, offset, anchor }, covers)) continue;
      taken.push(dot);
      return;
    }
  };

  wanted.cities?.forEach(dotted);

  const middle: Point = [view.x + view.width / 2, view.y + view.height / 2];
  for (const [id, state] of Object.entries(states).sort(([, a], [, b]) => area(b.bounds) - area(a.bounds))) {
    if (wanted.unnamed?.includes(id)) continue;
    const em = size * SIZES.state * k;
    const [left, top, right, bottom] = state.bounds;
    if (right < view.x || left > view.x + view.width || bottom < view.y || top > view.y + view.height) continue;
    const longest = Math.max(...state.name.split(" ").map((word) => word.length));
    if (longest * em * 0.8 > (right - left) * 1.5 || bottom - top < em) continue;
    const [x, y] = state.at;
    const near = [
      [0, 0],
      [0, 22],
      [0, -22],
      [30, 0],
      [-30, 0],
      [0, 40],
      [0, -40],
    ].map(([dx, dy]): Point => [x + dx! * k, y + dy! * k]);
    const home: Point = [
      Math.min(Math.max(x, view.x + view.width * 0.08), view.x + view.width * 0.92),
      Math.min(Math.max(y, view.y + view.height * 0.08), view.y + view.height * 0.92),
    ];
    const apart = (point: Point) =>
      Math.hypot(point[0] - home[0], point[1] - home[1]) +
      0.35 * Math.hypot(point[0] - middle[0], point[1] - middle[1]);
    const spots = [...(state.spots ?? [])].sort((a, b) => apart(a) - apart(b));
    const upper = state.name.toUpperCase();
    [...near, ...spots].some((point) => centred("state", upper, point));
  }

  const named = new Set(done.flatMap((each) => (each.sort === "state" ? [each.lines.join(" ")] : [])));
  for (const id of wanted.territories ?? []) {
    const land = territories[id];
    if (!land) continue;
    const name = wanted.names?.[id] ?? land.name;
    if (named.has(name.toUpperCase())) continue;
    const [left, top, right, bottom] = land.bounds;
    const em = size * SIZES.territory * k;
    const aside = (name.length * em * 0.52) / 2 + (right - left) / 2 + 4 * k;
    const [x, y] = land.at;
    const on = [0, 18, -18, 36, -36].map((dy): Point => [x, y + dy * k]).filter(([, at]) => at > top && at < bottom);
    // Beside a small land a name still belongs to it; beside a large one it would stand on another's.
    const beside: Point[] = [
      [x - aside, y],
      [x + aside, y],
      [x, top - em],
      [x, bottom + em],
    ];
    const tries = right - left < 50 * k ? [...on, ...beside] : on;
    tries.some((point) => centred("territory", name, point));
  }

  if (!wanted.cities) landmarks.forEach(dotted);

  const seen = new Set<string>();
  for (const { name, at } of waters) {
    if (seen.has(name)) continue;
    const tries: Point[] = [at, [at[0], at[1] + 24 * k], [at[0], at[1] - 24 * k]];
    if (tries.some((point) => centred("water", name, point))) seen.add(name);
  }
  return done;
}

const box = (x: number, y: number, dx: number, dy: number): Box => ({
  left: x - dx,
  right: x + dx,
  top: y - dy,
  bottom: y + dy,
});
const area = ([left, top, right, bottom]: readonly [number, number, number, number]) => (right - left) * (bottom - top);

/** Two lines of nearly the same length. */
function inHalves(words: string[]): string[] {
  const best = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")])
    .sort((a, b) => Math.abs(a[0]!.length - a[1]!.length) - Math.abs(b[0]!.length - b[1]!.length));
  return best[0] ?? words;
}
