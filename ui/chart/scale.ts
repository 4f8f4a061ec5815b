/** Round numbers from nothing to at least the greatest: four or five steps of 1, 2 or 5 and zeros. */
export function ticksTo(greatest: number): number[] {
  if (!(greatest > 0)) return [0, 1];
  const rough = greatest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const steps = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** Where a number stands between nothing and the end of a scale, in percent with two decimals: 2.5 of 10 is 25. */
export function percentOf(value: number, end: number): number {
  return Math.round(Math.min(Math.max(value / end, 0), 1) * 10_000) / 100;
}

/** A piece of a bar, from and to in percent. */
export interface Piece {
  kind: "part" | "rest" | "range";
  from: number;
  to: number;
}

/**
 * The pieces of a bar, end to end: the part, the rest up to the number or the low end, and what may come on top of it
 * up to the high end.
 */
export function piecesOf(
  { low, high, best, part }: { low: number; high: number; best?: number; part?: { value: number } },
  end: number,
): Piece[] {
  const solid = best ?? low;
  const inner = Math.min(part?.value ?? 0, solid);
  const pieces: Piece[] = [
    { kind: "part", from: 0, to: percentOf(inner, end) },
    { kind: "rest", from: percentOf(inner, end), to: percentOf(solid, end) },
    { kind: "range", from: percentOf(solid, end), to: percentOf(high, end) },
  ];
  return pieces.filter(({ from, to }) => to > from);
}
