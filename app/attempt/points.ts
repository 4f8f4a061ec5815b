/** Points as shown: at most two decimals, and no more than there are: 9, 7.5, 3.33. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}
