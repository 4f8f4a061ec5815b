/**
 * From the fraction that an answer earned to the points that its question gives: tries, hints and certainty, for every
 * kind of question alike.
 *
 * In shares of the question's points:
 *
 *     m(f)   = f                          without certainty
 *     m(f)   = (w + f · (r − w)) / 3      with it: low r = 1, w = 0; middle 2, −2; high 3, −6
 *     less(m, d) = max(0, m − d)          when m > 0, else m: only certainty goes below 0
 *     best   = max over tries i of less(m(fᵢ), penalty · (i − 1))
 *     mark   = less(best, sum of the costs of the hints taken)
 *     points = mark × the question's points
 *
 * What was never answered and never tried is 0, whatever was said of certainty. A mark lies in [0, 1], with certainty in
 * [−2, 1].
 */
export interface ItemMarkInput {
  /** What the question is worth; not negative. */
  points: number;
  /** Of the answer as it stands at the end, in [0, 1]; null when it is blank, or is the last try itself. */
  fraction: number | null;
  /** Fractions of the answers that were checked on the way, in order. */
  tries?: readonly number[];
  /** What each try after the first costs, as a share of the points. */
  penalty?: number;
  /** Costs of the hints taken, as shares of the points. */
  hintCosts?: readonly number[];
  /** How sure the learner said to be; null when they did not say, which counts as low. Absent: it was not asked. */
  certainty?: Certainty | null;
}

export type Certainty = "low" | "middle" | "high";

/** From the least sure to the surest. */
export const certainties: readonly Certainty[] = ["low", "middle", "high"];

/** What an answer earns in thirds of the points: right, and wrong; a part-right one lies on the line between. */
export const certaintyThirds: Readonly<Record<Certainty, { right: number; wrong: number }>> = {
  low: { right: 1, wrong: 0 },
  middle: { right: 2, wrong: -2 },
  high: { right: 3, wrong: -6 },
};

/** The least that a question can give, in shares of its points. */
export const leastMark = -2;

/** A line of a receipt. */
export interface MarkLine {
  label: string;
  value: string;
}

export interface ItemMark {
  /** In [0, points]; with certainty in [−2 · points, points]. */
  points: number;
  /** How they came about, down to the points, in words that a learner can follow. */
  lines: MarkLine[];
}

/** The points of one question, and how they came about. Throws RangeError on numbers outside their bounds. */
export function itemMark(input: ItemMarkInput): ItemMark {
  const { points, fraction, tries = [], penalty = 0, hintCosts = [], certainty } = input;
  bounded("A question's points", points, 0, Number.MAX_SAFE_INTEGER);
  bounded("A penalty", penalty, 0, 1);
  for (const cost of hintCosts) bounded("A hint's cost", cost, 0, 1);
  const fractions = fraction === null ? tries : [...tries, fraction];
  for (const each of fractions) bounded("A fraction", each, 0, 1);

  const lines: MarkLine[] = [];
  if (fractions.length === 0) {
    lines.push({ label: "No answer", value: "0" });
    return { points: 0, lines };
  }
  const thirds = certainty === undefined ? null : certaintyThirds[certainty ?? "low"];
  const share = (of: number) => (thirds ? withoutCrumbs((thirds.wrong + of * (thirds.right - thirds.wrong)) / 3) : of);
  if (thirds) lines.push({ label: `${saidSure(certainty ?? null)} (${atStake(thirds)})`, value: "" });

  let mark = Number.NEGATIVE_INFINITY;
  for (const [index, each] of fractions.entries()) {
    const before = share(each);
    const left = less(before, penalty * index);
    mark = Math.max(mark, left);
    const tried = fractions.length > 1 ? `Try ${index + 1}` : "";
    if (thirds) lines.push({ label: onTheWay(tried, each, thirds), value: text(before) });
    else if (tried) lines.push({ label: tried, value: text(each) });
    if (index > 0 && penalty > 0 && before > 0) lines.push({ label: extraTries(index, penalty), value: text(left) });
  }
  if (fractions.length > 1) lines.push({ label: "The best try counts", value: text(mark) });

  if (hintCosts.length > 0) {
    const cost = hintCosts.reduce((sum, each) => sum + each, 0);
    const left = less(mark, cost);
    const hints = hintCosts.length === 1 ? "1 hint" : `${hintCosts.length} hints`;
    lines.push({ label: `Less ${text(cost)} for ${hints}`, value: text(left) });
    mark = left;
  }
  const earned = mark * points + 0;
  lines.push({ label: `Points: ${text(mark)} × ${text(points)}`, value: text(earned) });
  return { points: earned, lines };
}

/** A mark less a deduction: never below 0 by it, and what certainty took below 0 stays as it is. */
function less(mark: number, deduction: number): number {
  return mark > 0 ? Math.max(0, withoutCrumbs(mark - deduction)) : mark;
}

/** What thirds lose as floats, or when an author writes them with seven digits. */
const noise = 1e-6;

/** 0 when it is all but 0: what is taken off in three thirds is all gone. Never −0, which is not 0 everywhere. */
function withoutCrumbs(share: number): number {
  return Math.abs(share) < noise ? 0 : share;
}

function bounded(what: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most))
    throw new RangeError(`${what} must lie between ${least} and ${most}, and this one is ${value}.`);
}

function saidSure(certainty: Certainty | null): string {
  return certainty === null ? "How sure: not said, counts as low" : `How sure: ${certainty}`;
}

/** What a point can become, as the learner was told it: 'right +⅔, wrong −⅔'. */
function atStake({ right, wrong }: { right: number; wrong: number }): string {
  return `right ${signed(right / 3)}, wrong ${signed(wrong / 3)}`;
}

/** 'Right', 'Try 2, not right', 'Partly right: 0.5 of the way from −2 to +1'. */
function onTheWay(tried: string, fraction: number, { right, wrong }: { right: number; wrong: number }): string {
  const stands =
    fraction === 1
      ? "right"
      : fraction === 0
        ? "not right"
        : `partly right: ${text(fraction)} of the way from ${signed(wrong / 3)} to ${signed(right / 3)}`;
  return tried ? `${tried}, ${stands}` : stands[0]!.toUpperCase() + stands.slice(1);
}

function extraTries(count: number, penalty: number): string {
  return count === 1
    ? `Less ${text(penalty)} for 1 extra try`
    : `Less ${count} × ${text(penalty)} for ${count} extra tries`;
}

function signed(value: number): string {
  return value > 0 ? `+${text(value)}` : text(value);
}

const thirdsOf = ["", "⅓", "⅔"];

/** '0.65', '1⅓', '−⅔': thirds as such, else three places; a real minus. */
function text(value: number): string {
  const size = Math.abs(value);
  const inThirds = Math.round(size * 3);
  const whole = Math.floor(inThirds / 3);
  const words =
    inThirds % 3 !== 0 && Math.abs(size - inThirds / 3) < noise
      ? `${whole || ""}${thirdsOf[inThirds % 3]}`
      : String(Math.round(size * 1000) / 1000);
  return value < 0 && words !== "0" ? `−${words}` : words;
}
