/** Points as people write them: '9', '1.5', '0.33'; at most two decimals. */
export function points(number: number): string {
  return String(Math.round(number * 100) / 100);
}
