import { monthName } from "@/facts/dates";
import { scales, writtenNumbers } from "./number-words";

/**
 * Every number and every date that a text states, so that each can be looked for in a fact. Pure.
 *
 * Dates are days with their month ('23 August 1939', '29 to 30 September'), months of a year, years and decades.
 * Numbers stand in digits or are written out. What only looks like one is passed over: names such as T-34, written-out
 * ordinals ('the twentieth century').
 */
export type Stated = { written: string; index: number } & (
  | { kind: "date"; year?: number; month?: number; day?: number }
  /** 1939, or 1939 of something. */
  | { kind: "year"; year: number }
  /** The 1930s. */
  | { kind: "decade"; year: number }
  /** One of these: in 'five to six million' the five is as well five million. `named`: it says which, as in Article 58. */
  | { kind: "number"; readings: Reading[]; named: boolean; spelled: boolean }
  /** 'several hundred' */
  | { kind: "some"; least: number; most: number }
  /** A number with a hyphen in it: resolution 979-1. */
  | { kind: "code" }
  /** 'Lesson 3' without a link. */
  | { kind: "lesson" }
);

export interface Reading {
  value: number;
  perCent: boolean;
}

const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
const MONTH = `(?:${months.join("|")})`;
const DAY = "(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?";
const YEAR = "(?:1[0-9]{3}|20[0-9]{2})";
const AND = "(?: ?[-–/] ?| ?, | to | and | or | until )";
const SCALE = `(?:${Object.keys(scales).join("|")}|m|bn)`;
const PER_CENT = "(?: ?%| ?per ?cent\\b)";
// Digits that belong to something longer are no day and no year of their own.
const OPEN = "(?<![\\d.,])";
const SHUT = "(?![\\d]|[.,]\\d)";

const named =
  /\b(?:articles?|orders?|directives?|nos?\.|numbers?|points?|sections?|chapters?|resolutions?|paragraphs?|clauses?|pages?|pp?\.|vol(?:ume|\.)|cases?|laws?|decrees?|protocols?|rules?) ?$/i;

/** What a text states, in the order in which it stands there. */
export function numbersIn(written: string): Stated[] {
  // Every space is a plain one and every place stays where it is.
  let text = written.replace(/\s/g, " ").replace(/[\u2010\u2011]/g, "-");
  const found: Stated[] = [];
  const take = (pattern: string, flags: string, read: (match: RegExpExecArray) => DistributiveOmit[]) => {
    for (const match of text.matchAll(new RegExp(pattern, `g${flags}`))) {
      const at = { written: written.slice(match.index, match.index + match[0].length).trim(), index: match.index };
      found.push(...read(match).map((each) => ({ ...each, ...at }) as Stated));
      text = text.slice(0, match.index) + "\u0000".repeat(match[0].length) + text.slice(match.index + match[0].length);
    }
  };

  take(`\\blesson +\\d+${SHUT}`, "i", () => [{ kind: "lesson" }]);
  // 'T-34', 'F39-776', 'B29': names.
  take("\\b[A-Z][A-Za-z]*-?\\d[\\w-]*", "", () => []);

  take(
    `${OPEN}(${DAY}(?:${AND}${DAY})*),? (?:of )?(${MONTH})(?:,? (${YEAR})${SHUT})?\\b`,
    "",
    ([, days, month, year]) =>
      daysOf(days!).map((day) => ({ kind: "date", day, month: monthOf(month!), ...yearOf(year) })),
  );
  take(`\\b(${MONTH}) (${DAY}(?:${AND}${DAY})*)${SHUT}(?:,? (${YEAR})${SHUT})?`, "", ([, month, days, year]) =>
    daysOf(days!).map((day) => ({ kind: "date", day, month: monthOf(month!), ...yearOf(year) })),
  );
  take(`\\b(${MONTH}(?:${AND}${MONTH})*),? (?:of )?(${YEAR})${SHUT}`, "", ([, names, year]) =>
    [...names!.matchAll(new RegExp(MONTH, "g"))].map(([name]) => ({
      kind: "date",
      month: monthOf(name),
      ...yearOf(year),
    })),
  );
  take(
    `${OPEN}(?<![$£€] ?)(${YEAR})([-–/])(${YEAR}|\\d{2})${SHUT}(?! ?${SCALE}\\b|${PER_CENT})`,
    "",
    ([, from, , to]) => {
      const end = to!.length === 2 ? from!.slice(0, 2) + to! : to!;
      return [from!, end].map((year) => ({ kind: "year", year: Number(year) }));
    },
  );
  take(`${OPEN}(${YEAR})s\\b`, "", ([, year]) => [{ kind: "decade", year: Number(year) }]);
  take(`${OPEN}(?<![$£€] ?)(${YEAR})${SHUT}(?! ?${SCALE}\\b|${PER_CENT})(?![a-zA-Z])`, "", ([, year]) => [
    { kind: "year", year: Number(year) },
  ]);
  take(`${OPEN}\\d+(?:-\\d+)+${SHUT}`, "", ([whole]) => {
    const parts = whole.split("-").map(Number);
    const rising = parts.length === 2 && parts[0]! < parts[1]!;
    if (!rising) return [{ kind: "code" }];
    return parts.map((value) => ({
      kind: "number",
      readings: [{ value, perCent: false }],
      named: false,
      spelled: false,
    }));
  });

  const digits = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
  const spoken = text;
  take(`(?<![\\d.])(${digits})([¼½¾])?(?:(st|nd|rd|th)\\b|[ -]?(${SCALE})\\b)?(${PER_CENT})?`, "", (match) => {
    const [whole, number, part, ordinal, scale, perCent] = match;
    const value =
      (Number(number!.replaceAll(",", "")) + (part ? { "¼": 0.25, "½": 0.5, "¾": 0.75 }[part]! : 0)) * by(scale);
    const after = scale || perCent || ordinal ? undefined : laterScale(spoken.slice(match.index + whole.length));
    return [
      {
        kind: "number",
        readings: readings(round(value), perCent !== undefined, after),
        named: ordinal !== undefined || named.test(spoken.slice(0, match.index)),
        spelled: false,
      },
    ];
  });
  for (const { index, length, value } of writtenNumbers(text)) {
    const at = { written: written.slice(index, index + length), index };
    if (typeof value === "object") found.push({ kind: "some", ...value, ...at });
    else {
      const rest = text.slice(index + length);
      const perCent = new RegExp(`^${PER_CENT}`).test(rest);
      found.push({
        kind: "number",
        readings: readings(value, perCent, perCent ? undefined : laterScale(rest)),
        named: false,
        spelled: true,
        ...at,
      });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

type DistributiveOmit = Stated extends infer Each
  ? Each extends Stated
    ? Omit<Each, "written" | "index">
    : never
  : never;

/** 'to six million' after a five: what the five may be counted in as well. */
function laterScale(rest: string): { by: number; perCent: boolean } | undefined {
  const match = new RegExp(
    `^(?: ?[–-] ?| to | and | or )(?:[\\d.,]+|(?!an? )[a-z]+(?:[- ][a-z]+)??)(?:[ -](${SCALE})\\b)?(${PER_CENT})?`,
  ).exec(rest);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  return { by: by(match[1]), perCent: match[2] !== undefined };
}

function readings(value: number, perCent: boolean, later: ReturnType<typeof laterScale>): Reading[] {
  const plain = { value, perCent };
  return later ? [plain, { value: round(value * later.by), perCent: later.perCent }] : [plain];
}

function by(scale: string | undefined): number {
  return scale === undefined ? 1 : scale === "m" ? 1e6 : scale === "bn" ? 1e9 : (scales[scale] ?? 1);
}

/** 26.6 million is 26,600,000 and not a hair more. */
const round = (value: number) => Number(value.toPrecision(12));

const daysOf = (days: string) => [...days.matchAll(/\d+/g)].map(([day]) => Number(day));
const monthOf = (name: string) => months.indexOf(name) + 1;
const yearOf = (year: string | undefined) => (year === undefined ? {} : { year: Number(year) });
