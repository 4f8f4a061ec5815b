/** What is left, as a clock shows it: '1 h 05 min', '12 min', and under ten minutes '9:41'. Started minutes count. */
export function leftText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 600) return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** Seconds that are left when a listener is told, in words, that so much is. */
const marks = [
  [1800, "30 minutes are left."],
  [600, "10 minutes are left."],
  [300, "5 minutes are left."],
  [60, "One minute is left."],
] as const;

/** What is said aloud when the clock has gone from `before` to `now`; null between the marks. */
export function saidAt(before: number, now: number): string | null {
  if (now <= 0) return before > 0 ? "The time is over. Your answers are being handed in." : null;
  return marks.findLast(([mark]) => before > mark && now <= mark)?.[1] ?? null;
}

/** What is said when an end that was told before lies later now; null for what is not worth a word. */
export function moreSaid(before: string, now: string): string | null {
  const seconds = (Date.parse(now) - Date.parse(before)) / 1000;
  if (seconds < 30) return null;
  if (seconds > longest) return "You have more time.";
  const minutes = Math.round(seconds / 60);
  return `You have ${minutes === 1 ? "one minute" : `${minutes} minutes`} more.`;
}

/** From here on the clock is a warning. */
export const short = 300;

/** Longer than this nobody is kept by a clock: the day it ends is said instead. */
export const longest = 12 * 3600;
