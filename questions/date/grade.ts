import { edtf, formatDate, monthName, sameDate, toEdtf, type HistoricalDate } from "@/facts/dates";
import type { Outcome } from "../contract";
import { compareWith, type Comparison, type Part } from "./compare";
import type { Body, Key, Response } from "./schema";

/**
 * What the right parts of an answer are worth: all of them the whole, all but one a half, the year alone a quarter of a
 * day. A part that is wrong costs one step more than the same part left out: to say 'I do not know the day' is better
 * than to guess it, and thirty guesses at a day are right once.
 */
const STEPS = [1, 0.5, 0.25, 0] as const;

const RULES: Record<Body["precision"], string> = {
  day: "Date: all of day, month and year right earn 1; month and year, or day and month, earn ½; the year alone ¼. A part that is wrong and not just left out halves that, and takes the last quarter.",
  month:
    "Date, asked for the month: month and year right earn 1; one of them with the other left out ½, with the other wrong ¼. A day is not marked.",
  year: "Date, asked for the year: the right year earns 1. Month and day are not marked.",
};

/** The best that any date that counts gives. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const { reading } = response;
  const graded = key.accepted.map(({ date, why }, i) => {
    const comparison = compareWith(reading, edtf(date), body.precision);
    return { date, why, first: i === 0, comparison, fraction: worth(comparison, body.precision) };
  });
  const best = graded.reduce((a, b) => (b.fraction > a.fraction ? b : a));
  const both = namesTwo(reading, key);
  const fraction = both ? 1 : best.fraction;
  return {
    state: "scored",
    fraction,
    receipt: {
      read: readAs(response),
      rule: RULES[body.precision],
      lines: [
        { label: `Held against ${formatDate(edtf(best.date))}`, value: "" },
        ...(both ? [{ label: "Both dates that count", value: "right" }] : best.comparison.map(line)),
        { label: "Fraction", value: fraction.toFixed(2) },
      ],
      notes: [
        ...trouble(response),
        ...(fraction === 1 ? whyItCounts(best, both, key) : missingNotes(best.comparison, reading)),
        ...(fraction < 1 ? rightFor(reading, key) : []),
      ],
    },
  };
}

function worth(comparison: Comparison, precision: Body["precision"]): number {
  const right = new Set(comparison.flatMap(({ part, standing }) => (standing === "right" ? [part] : [])));
  if (right.size === comparison.length) return 1;
  const step = stepOf(right, precision);
  const wrong = comparison.some(({ standing }) => standing === "wrong");
  return STEPS[Math.min(step + (wrong ? 1 : 0), 3)] ?? 0;
}

/** Which step the right parts reach by themselves. A day without its month says nothing, a month alone hardly more. */
function stepOf(right: ReadonlySet<Part>, precision: Body["precision"]): number {
  if (precision === "day") {
    if (right.has("month") && (right.has("year") || right.has("day"))) return 1;
    return right.has("year") ? 2 : 3;
  }
  return precision === "month" && right.size === 1 ? 1 : 3;
}

/** '29 to 30 September 1938' for a fact that both days are right for: two right answers are not one wrong one. */
function namesTwo(reading: Response["reading"], key: Key): boolean {
  if (reading.state !== "read") return false;
  const answer = edtf(reading.date);
  if (answer.precision !== "interval") return false;
  const counts = (end: HistoricalDate | string) =>
    typeof end !== "string" && key.accepted.some(({ date }) => sameDate(edtf(date), end));
  return counts(answer.from) && counts(answer.to);
}

function line({ part, said, standing }: Comparison[number]): { label: string; value: string } {
  const name = part[0]?.toUpperCase() + part.slice(1);
  if (said === undefined) return { label: name, value: standing === "wrong" ? "wrong" : "left out" };
  return { label: `${name}: ${inWords(part, said)}`, value: standing };
}

function inWords(part: Part, value: number): string {
  if (part === "month") return monthName(value);
  return part === "year" ? formatDate({ precision: "year", year: value }) : String(value);
}

/** What was read, in our words. */
export function readAs({ reading }: Response): string {
  switch (reading.state) {
    case "read":
      return formatDate(edtf(reading.date));
    case "partial":
      return `${reading.day === undefined ? "" : `${reading.day} `}${monthName(reading.month)}, no year`;
    case "undecided":
      return reading.meanings.map((meaning) => formatDate(edtf(meaning))).join(" or ");
    case "unreadable":
      return "nothing that can be read as a date";
  }
}

function trouble({ text, reading }: Response): string[] {
  if (reading.state === "unreadable") return [reading.why];
  if (reading.state !== "undecided") return [];
  const [a, b] = reading.meanings.map((meaning) => formatDate(edtf(meaning)));
  return [`‘${text}’ can mean ${a} or ${b}. Which was meant was asked and not said, and nothing is guessed.`];
}

function whyItCounts(best: { date: string; why?: string; first: boolean }, both: boolean, key: Key): string[] {
  const [first, ...others] = key.accepted;
  const shown = formatDate(edtf(first?.date ?? ""));
  if (both) return [`Both dates count. ${others.map(({ why }) => why ?? "").join(" ")}`.trim()];
  if (best.first) return [];
  const counts = `${formatDate(edtf(best.date))} counts as fully as ${shown}.`;
  return [`${counts} ${best.why ?? ""}`.trim()];
}

function missingNotes(comparison: Comparison, reading: Response["reading"]): string[] {
  if (reading.state !== "read" && reading.state !== "partial") return [];
  const missing = comparison.filter(({ standing }) => standing === "missing").map(({ part }) => part);
  return missing.length > 0 ? [`The ${missing.join(" and the ")} would have earned the rest.`] : [];
}

/** What the date would have been right for. */
function rightFor(reading: Response["reading"], key: Key): string[] {
  if (reading.state !== "read") return [];
  const answer = edtf(reading.date);
  const names = key.confusable.filter(({ date }) => sameDate(edtf(date), answer)).map(({ name }) => name);
  return names.length > 0
    ? [`${formatDate(edtf(toEdtf(answer)))} is the date of another thing: ${names.join("; ")}.`]
    : [];
}
