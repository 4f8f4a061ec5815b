import { perCent } from "@/assessment/gradebook";

export { perCent };

/** How strongly a cell is tinted, 0 to 4: stronger is lower. It follows the figure that stands in the cell. */
export function shade(fraction: number): 0 | 1 | 2 | 3 | 4 {
  const shown = perCent(fraction);
  if (shown >= 90) return 0;
  if (shown >= 75) return 1;
  if (shown >= 60) return 2;
  return shown >= 45 ? 3 : 4;
}
