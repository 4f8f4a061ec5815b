import type { Figure } from "@/facts/base";
import { formatNumber } from "@/facts/numbers";

/** '8,668,400', '8.8 million', '10 to 14 million', '2,500 to 3,500' */
export function amountText({ low, high, best }: Pick<Figure, "low" | "high" | "best">): string {
  if (best !== undefined) return numberText(best);
  if (low === undefined || high === undefined) return numberText(low ?? high ?? 0);
  const [from, to] = [numberText(low), numberText(high)];
  return from.endsWith(million) && to.endsWith(million)
    ? `${from.slice(0, -million.length)} to ${to}`
    : `${from} to ${to}`;
}

const million = " million";

/** A number with at most one decimal of a million in words, any other in digits. */
export function numberText(value: number): string {
  return value >= 1e6 && value % 1e5 === 0 ? `${formatNumber(value / 1e6)}${million}` : formatNumber(value);
}
