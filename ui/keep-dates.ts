const dates = /\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b/g;

/** The same words with each day and its month held together, which the end of a line would part: '23 August' 1939. */
export function keepDates(words: string): string {
  return words.replace(dates, "$1\u00a0$2");
}
