/** A fraction in whole per cent. Only all of it is 100, and only nothing is 0: what is nearly so is not rounded to it. */
export function perCent(fraction: number): number {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return 99;
  if (rounded === 0 && fraction > 0) return 1;
  return rounded;
}

/** How strongly a cell is tinted, 0 to 4: stronger is lower. It follows the figure that stands in the cell. */
export function shade(fraction: number): 0 | 1 | 2 | 3 | 4 {
  const shown = perCent(fraction);
  if (shown >= 90) return 0;
  if (shown >= 75) return 1;
  if (shown >= 60) return 2;
  return shown >= 45 ? 3 : 4;
}
