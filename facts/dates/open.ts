import type { DatePoint, HistoricalDate, Interval } from "./date";
import type { Unread } from "./parts";
import { pointOf } from "./point";
import { partsOf } from "./sort";
import { stepped } from "./step";
import type { Token } from "./tokens";
import { wordSense } from "./words";

type Opening = keyof typeof wordSense.openings;

/**
 * Reads a range that is open on one side: 'from 1939', 'since', 'until', 'before 1941', '1939 onwards'. Before and after
 * leave out what they name: before 1941 is until 1940, after August 1939 is from September. Null when it is none.
 */
export function readOpen(
  tokens: readonly Token[],
  century: number,
): { date: Interval; notes: string[] } | Unread | null {
  const unknown = readUnknown(tokens, century);
  if (unknown) return unknown;
  const found = openingOf(tokens);
  if (!found) return null;
  const parts = partsOf(found.rest, { century });
  if ("why" in parts) return null;
  if (parts.other) return { why: "Write the month as a word, so that day and month cannot be mixed up." };
  const point = pointOf(parts);
  if ("why" in point) return point;
  const date = opened(point, found.opening);
  return date ? { date, notes: parts.notes } : { why: "Write that as the years that you mean." };
}

function openingOf(tokens: readonly Token[]): { opening: Opening; rest: Token[] } | null {
  const words = tokens.filter(({ kind }) => kind === "word");
  const last = words.at(-1)?.text;
  const at = last === undefined ? -1 : tokens.findLastIndex(({ text }) => text === last);
  if (last === "onwards" || last === "onward") {
    // 'from 1939 onwards' says it twice.
    const inner = openingOf(tokens.slice(0, at));
    return inner ?? { opening: "from", rest: tokens.slice(0, at) };
  }
  if (last === "andbefore") return { opening: "until", rest: tokens.slice(0, at) };
  const first = tokens.findIndex(({ kind, text }) => kind !== "word" || !LEADING.has(text));
  const word = tokens[first];
  if (word?.kind !== "word") return null;
  // Some of these words mean one thing before a range and another in it: 'до' is 'before' and 'to'.
  const opening = (Object.keys(wordSense.openings) as Opening[]).find((each) =>
    wordSense.openings[each].has(word.text),
  );
  if (!opening) return null;
  const rest = tokens.slice(first + 1);
  // 'from … to …' has two ends, unless what is said is 'from … to an unknown date'.
  const closed = rest.some(({ kind, text }) => kind === "word" && wordSense.until.has(text));
  return closed || rest.length === 0 ? null : { opening, rest };
}

/** Words that may stand before 'before': 'some time before 1941'. */
const LEADING = new Set(["some", "time", "sometime", "the", "date"]);

/** 'from 1939 to an unknown date', 'from an unknown date until 1939'. */
function readUnknown(tokens: readonly Token[], century: number): { date: Interval; notes: string[] } | null {
  const at = tokens.findIndex(({ text }) => text === "unknown");
  if (at < 0) return null;
  const ends = at === tokens.length - 1;
  const rest = (ends ? tokens.slice(0, at) : tokens.slice(at + 1)).filter(
    ({ text }, i, all) => !(wordSense.until.has(text) && i === (ends ? all.length - 1 : 0)),
  );
  const parts = partsOf(rest, { century });
  if ("why" in parts || parts.other) return null;
  const point = pointOf(parts);
  if ("why" in point || point.precision === "interval") return null;
  const date: Interval = ends
    ? { precision: "interval", from: point, to: "unknown" }
    : { precision: "interval", from: "unknown", to: point };
  return { date, notes: parts.notes };
}

function opened(date: HistoricalDate, opening: Opening): Interval | null {
  const first = date.precision === "interval" ? date.from : date;
  const last = date.precision === "interval" ? date.to : date;
  const from = (point: DatePoint | null): Interval | null =>
    point && { precision: "interval", from: point, to: "open" };
  const to = (point: DatePoint | null): Interval | null => point && { precision: "interval", from: "open", to: point };
  if (typeof first === "string" || typeof last === "string") return null;
  switch (opening) {
    case "from":
      return from(first);
    case "after":
      return from(stepped(last, 1));
    case "until":
      return to(last);
    case "before":
      return to(stepped(first, -1));
  }
}
