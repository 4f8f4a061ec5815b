import {
  bounds,
  edtf,
  formatDate,
  monthName,
  sameDate,
  toEdtf,
  type Bounds,
  type DatePoint,
  type HistoricalDate,
} from "@/facts/dates";
import type { Outcome, Part as ReceiptPart, Receipt } from "../contract";
import { fractionText, settled } from "../fraction";
import { ASKED, blameSpan, compareWith, type Comparison, type Part } from "./compare";
import { covered, overlap, widthsInWords, type Overlap } from "./credit";
import { answerId, daysInWords, readAs, textId } from "./said";
import type { Body, Key, Precision, Response } from "./schema";
import { asNewStyle, reach, unitList, unitsOf } from "./units";

/**
 * What the right parts of an answer are worth: all of them the whole, all but one a half, the year alone a quarter of a
 * day. A part that is wrong costs one step more than the same part left out: to say 'I do not know the day' is better
 * than to guess it, and thirty guesses at a day are right once.
 */
const STEPS = [1, 0.5, 0.25, 0] as const;

const PARTS: Record<Precision, string> = {
  day: "all of day, month and year right earn 1; month and year, or day and month, earn ½; the year alone ¼; a part that is wrong and not just left out halves that, and takes the last quarter",
  month:
    "month and year right earn 1; one of them with the other left out ½, with the other wrong ¼; a day is not marked",
  season:
    "season and year right earn 1; one of them with the other left out ½, with the other wrong ¼; a month or a day is right in its season",
  year: "the right year earns 1; month and day are not marked",
  decade: "the right decade earns 1, and so does any date in it",
  century: "the right century earns 1, and so does any date in it",
};

const RULES = Object.fromEntries(
  Object.entries(PARTS).map(([precision, parts]) => [
    precision,
    `Date, asked for the ${precision}: ${parts}. A wider answer that holds the date earns by its width: ${widthsInWords(precision as Precision)}; one that holds it only in part, the share that does. ‘About’ is one unit wider either way.`,
  ]),
) as Record<Precision, string>;

/** What is said of an answer of which nothing can be compared. */
const NO_DATE: Partial<Record<Response["reading"]["state"], string>> = {
  unreadable: "No date could be read",
  undecided: "Two meanings, and neither was chosen",
};

type Accepted = Key["accepted"][number];

interface Marked {
  accepted: Accepted;
  fraction: number;
  comparison: Comparison;
  overlap: Overlap | null;
  /** True when the parts that are right earn more than the share of the days that count. */
  byParts: boolean;
}

/** The best that any date that counts gives. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const { reading } = response;
  const { precision } = body;
  const answer = reading.state === "read" ? edtf(reading.date) : null;
  const best = key.accepted
    .map((accepted) => mark(reading, answer, accepted, precision))
    .reduce((a, b) => (b.fraction > a.fraction ? b : a));
  const both = answer !== null && namesTwo(answer, key);
  const fraction = both ? 1 : settled(best.fraction);
  const shown = formatDate(edtf(best.accepted.date));
  return {
    state: "scored",
    fraction,
    receipt: {
      read: readAs(response),
      matched: fraction > 0 ? [match(response, best, both, key)] : [],
      rule: RULES[precision],
      lines: [
        { label: `Held against ${shown}`, value: best.accepted.oldStyle ? "by the Julian calendar" : "" },
        ...(reading.state in NO_DATE ? [{ label: NO_DATE[reading.state]!, value: "0" }] : []),
        ...(both ? [{ label: "Both dates that count", value: "right" }] : linesOf(best, answer, precision)),
        { label: "Fraction", value: fractionText(fraction) },
      ],
      notes: [
        ...trouble(response),
        ...(fraction === 1 ? whyItCounts(best.accepted, both, key) : missingNotes(best.comparison, reading)),
        ...(answer && fraction < 1 ? rightFor(answer, key) : []),
      ],
      parts: [partOf(response, fraction)],
    },
  };
}

function mark(
  reading: Response["reading"],
  answer: HistoricalDate | null,
  accepted: Accepted,
  asked: Precision,
): Marked {
  const date = edtf(accepted.date);
  // What the key says, or as far as its own 'about' reaches.
  const counts = accepted.span === undefined ? reach(date) : bounds(edtf(accepted.span));
  const style = reading.state === "read" ? reading.style : undefined;
  // Whoever names the calendar is held to it.
  const inStyle = answer && style === "old" && !accepted.oldStyle ? asNewStyle(answer) : answer;
  const wrongStyle = style === "new" && accepted.oldStyle;
  const found = inStyle && !wrongStyle ? overlap(covered(inStyle, asked), counts, asked) : null;
  const rights = rightUnits(date, counts, asked);
  const compared = rights.map((right) => {
    const comparison = reading.state in NO_DATE ? [] : compareWith(reading, inStyle, right, asked);
    const spans = inStyle && !found && (inStyle.precision === "interval" || inStyle.precision === "season");
    const blamed = spans ? blameSpan(comparison) : comparison;
    return { comparison: blamed, worth: wrongStyle ? 0 : worthOf(blamed, asked) };
  });
  const nearest = compared.reduce<(typeof compared)[number] | undefined>(
    (a, b) => (a === undefined || b.worth > a.worth ? b : a),
    undefined,
  );
  // What misses the date is never all right, and what holds it wholly is not compared part by part.
  const parts = Math.min(nearest?.worth ?? 0, 0.5);
  const byParts = found === null || (!found.holds && found.worth < parts);
  return {
    accepted,
    overlap: found,
    comparison: nearest?.comparison ?? [],
    byParts,
    fraction: byParts ? parts : found.worth,
  };
}

/** What an answer that misses is held against part by part. An open key has none. */
function rightUnits(date: HistoricalDate, counts: Bounds, asked: Precision): DatePoint[] {
  if (date.precision === asked && isWhole(date, counts)) return [date];
  const units = unitsOf(counts, asked);
  return units ? (unitList(units, 10) ?? units) : [];
}

function isWhole(date: HistoricalDate, counts: Bounds): boolean {
  const own = bounds(date);
  return own.earliest === counts.earliest && own.latest === counts.latest;
}

function worthOf(comparison: Comparison, asked: Precision): number {
  if (comparison.length === 0) return 0;
  const right = new Set(comparison.flatMap(({ part, standing }) => (standing === "right" ? [part] : [])));
  if (right.size === comparison.length) return 1;
  const wrong = comparison.some(({ standing }) => standing === "wrong");
  return STEPS[Math.min(stepOf(right, asked) + (wrong ? 1 : 0), 3)] ?? 0;
}

/** Which step the right parts reach by themselves. A day without its month says nothing, a month alone hardly more. */
function stepOf(right: ReadonlySet<Part>, asked: Precision): number {
  if (asked === "day") {
    if (right.has("month") && (right.has("year") || right.has("day"))) return 1;
    return right.has("year") ? 2 : 3;
  }
  return ASKED[asked].length === 2 && right.size === 1 ? 1 : 3;
}

/** '29 to 30 September 1938' for a fact that both days are right for: two right answers are not one wrong one. */
function namesTwo(answer: HistoricalDate, key: Key): boolean {
  if (answer.precision !== "interval") return false;
  const counts = (end: HistoricalDate | string) =>
    typeof end !== "string" && key.accepted.some(({ date }) => sameDate(edtf(date), end));
  return counts(answer.from) && counts(answer.to);
}

// ── the receipt ──────────────────────────────────────────────────────────────────────────────────────────────

type Line = Receipt["lines"][number];

function linesOf(
  { comparison, overlap: found, byParts }: Marked,
  answer: HistoricalDate | null,
  asked: Precision,
): Line[] {
  // Parts tell the story of a date that names them; days that of a span.
  if (!found || byParts || (answer && isPlain(answer) && comparison.some(({ standing }) => standing === "right"))) {
    return comparison.map(line);
  }
  const lines: Line[] = [{ label: "It covers", value: daysInWords(found.covers) }];
  if (found.worth === 1) return [...lines, { label: "It lies in what counts", value: "right" }];
  const held = found.holds ? "wholly" : `a share of ${fractionText(found.share)} of it`;
  lines.push({ label: "It holds the date", value: held });
  if (found.as === null) return [...lines, { label: `Too wide for a question that asks the ${asked}`, value: "0" }];
  const worth = fractionText(found.worth / found.share);
  const value = found.share < 1 ? `${worth} × ${fractionText(found.share)}` : worth;
  return [...lines, { label: `As wide as ${found.as}`, value }];
}

/** A day, a month or a year, and not 'about' it. */
function isPlain(answer: HistoricalDate): boolean {
  return ["day", "month", "year"].includes(answer.precision) && !(answer as DatePoint).approximate;
}

function line({ part, said, standing }: Comparison[number]): Line {
  const name = part[0]?.toUpperCase() + part.slice(1);
  if (said === undefined) return { label: name, value: standing === "wrong" ? "wrong" : "left out" };
  return { label: `${name}: ${inWords(part, said)}`, value: standing };
}

function inWords(part: Part, value: number): string {
  switch (part) {
    case "day":
      return String(value);
    case "month":
      return monthName(value);
    case "season":
      return ["spring", "summer", "autumn", "winter"][value - 21] ?? "";
    default:
      return formatDate({ precision: part, year: value });
  }
}

function match({ text }: Response, best: Marked, both: boolean, key: Key): Receipt["matched"][number] {
  const as = formatDate(edtf(best.accepted.date));
  if (both)
    return {
      said: text,
      as: key.accepted.map(({ date }) => formatDate(edtf(date))).join(" and "),
      by: "both dates count",
    };
  return { said: text, as, ...byOf(best, key) };
}

function byOf({ accepted, overlap: found, comparison, byParts, fraction }: Marked, key: Key): { by?: string } {
  if (!found || byParts) {
    const right = comparison.filter(({ standing }) => standing === "right").map(({ part }) => part);
    return { by: `${right.join(" and ")} right` };
  }
  if (fraction < 1) return { by: found.holds ? "a wider date that holds it" : "a date that holds it in part" };
  if (accepted.oldStyle) return { by: "the date by the Julian calendar" };
  return accepted === key.accepted[0] ? {} : { by: "a second date that counts" };
}

function partOf(response: Response, fraction: number): ReceiptPart {
  const { reading } = response;
  const right = fraction === 1;
  if (reading.state === "unreadable") return { id: textId(response.text), text: response.text, right };
  return { id: answerId(reading), text: readAs(response), right };
}

function trouble({ text, reading }: Response): string[] {
  if (reading.state === "unreadable") return [reading.why];
  if (reading.state !== "undecided") return [];
  const [a, b] = reading.meanings.map((meaning) => formatDate(edtf(meaning)));
  return [`‘${text}’ can mean ${a} or ${b}. Which was meant was asked and not said, and nothing is guessed.`];
}

function whyItCounts(best: Accepted, both: boolean, key: Key): string[] {
  const [first, ...others] = key.accepted;
  const shown = formatDate(edtf(first?.date ?? ""));
  if (both) return [`Both dates count. ${others.map(({ why }) => why ?? "").join(" ")}`.trim()];
  if (best === first) return [];
  const counts = `${formatDate(edtf(best.date))} counts as fully as ${shown}.`;
  return [`${counts} ${best.why ?? ""}`.trim()];
}

function missingNotes(comparison: Comparison, reading: Response["reading"]): string[] {
  if (reading.state !== "read" && reading.state !== "partial") return [];
  // Where another part is wrong, none that is missing would have mended it.
  if (comparison.some(({ standing }) => standing === "wrong")) return [];
  const missing = comparison.filter(({ standing }) => standing === "missing").map(({ part }) => part);
  return missing.length > 0 ? [`The ${missing.join(" and the ")} would have earned the rest.`] : [];
}

/** What the date would have been right for. */
function rightFor(answer: HistoricalDate, key: Key): string[] {
  if (answer.precision !== "day") return [];
  const { year, month, day } = answer;
  const text = toEdtf({ precision: "day", year, month, day });
  const names = key.confusable.filter(({ date }) => date === text).map(({ name }) => name);
  return names.length > 0 ? [`${formatDate(edtf(text))} is the date of another thing: ${names.join("; ")}.`] : [];
}
