/** What is lost when thirds are written with seven digits or with five, as other systems do; less than any mark is worth. */
const NOISE = 1.5e-5;

/**
 * A sum of shares as a fraction in [0, 1]: three times 0.3333333 is 1, ten times 0.1 is 1, what lies outside is cut
 * off. Anything that is not a number is 0.
 */
export function settled(sum: number): number {
  if (!(sum > NOISE)) return 0;
  return sum > 1 - NOISE ? 1 : sum;
}

/** Share `right` of `of` as a fraction; 0 when there is nothing to share. */
export function share(right: number, of: number): number {
  return of > 0 ? settled(right / of) : 0;
}

/** A fraction as a receipt prints it: '1', '0.5', '0.667'. */
export function fractionText(fraction: number): string {
  return String(Math.round(fraction * 1000) / 1000);
}
