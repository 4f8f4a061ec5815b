const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A small count within a sentence: 'three'; in figures from 13. */
export function inWords(count: number): string {
  return words[count] ?? String(count);
}
