import { rounded } from "@/interchange/tables/table";

/** Points as shown: at most two decimals, no more than there are, and a real minus: 9, 7.5, 3.33, −2. */
export function pointsText(points: number): string {
  return withMinus(points, decimals(Math.abs(points)));
}

/** '1 point', '2 points', '−0.67 points'. */
export function pointsWords(points: number): string {
  return `${pointsText(points)} ${Math.abs(points) === 1 ? "point" : "points"}`;
}

/** Of a quiz of which every question was dropped. */
export const nothingCounts = "nothing counts in this quiz";

/** '7.5 of 10', '7.5 of 10 points'; where nothing counts, '–' and that in words. */
export function scoreText({ points, maxPoints }: { points: number; maxPoints: number }, unit = ""): string {
  return maxPoints > 0 ? `${pointsText(points)} of ${pointsText(maxPoints)}${unit}` : `–, ${nothingCounts}`;
}

/** What is won or lost, with its sign, in fractions where they are exact: '+⅔', '0', '−1⅓', '+0.85'. */
export function stakeText(points: number): string {
  const size = mixed(Math.abs(points));
  return size === "0" || points < 0 ? withMinus(points, size) : `+${size}`;
}

/** A share of something as a figure: '¼', '1⅓', '15 %'. */
export function shareText(share: number): string {
  return vulgar(share) ?? `${decimals(100 * share)}\u00a0%`;
}

/** What something costs, out of a question's points: '⅔ of a point', '1 point', '1⅓ points', '0.15 of a point'. */
export function costText(points: number): string {
  const size = mixed(points);
  if (size === "0") return "nothing";
  return points === 1 ? "1 point" : points < 1 ? `${size} of a point` : `${size} points`;
}

/** Thirds are also written with seven digits. */
const near = 1e-5;

const glyphs = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅖", 2 / 5],
  ["⅗", 3 / 5],
  ["⅘", 4 / 5],
  ["⅙", 1 / 6],
  ["⅚", 5 / 6],
  ["⅛", 1 / 8],
  ["⅜", 3 / 8],
  ["⅝", 5 / 8],
  ["⅞", 7 / 8],
]);

/** A number as a mixed fraction, or null where no sign is exact: '3', '1⅓', '½'. */
function vulgar(size: number): string | null {
  const whole = Math.floor(size + near);
  const rest = size - whole;
  if (Math.abs(rest) < near) return String(whole);
  for (const [glyph, value] of glyphs) if (Math.abs(rest - value) < near) return `${whole || ""}${glyph}`;
  return null;
}

function mixed(size: number): string {
  return vulgar(size) ?? decimals(size);
}

function decimals(size: number): string {
  return String(rounded(size, 2));
}

function withMinus(value: number, size: string): string {
  return value < 0 && size !== "0" ? `−${size}` : size;
}
