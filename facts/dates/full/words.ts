import { formatYear, monthName, ordinal } from "../format";
import type { Edtf, EdtfDate, EdtfInterval, EdtfMember, EdtfPart, EdtfSet, EdtfTime, EdtfYear, Mark } from "./types";

/** In English words, nothing left out: 'perhaps January 2023', '14 January 2023 (month approximate)', '2020 or 2021'. */
export function formatEdtf(edtf: Edtf): string {
  switch (edtf.type) {
    case "date":
      return dateWords(edtf);
    case "interval":
      return intervalWords(edtf);
    case "set":
      return setWords(edtf);
  }
}

function dateWords(date: EdtfDate): string {
  const { year, month, season, day, time } = date;
  const marks: [string, Mark][] = [
    ["year", year.mark],
    ...(season ? ([["season", season.mark]] as const) : []),
    ...(month ? ([["month", month.mark]] as const) : []),
    ...(day ? ([["day", day.mark]] as const) : []),
  ] as [string, Mark][];
  const alike = marks.every(([, mark]) => mark === year.mark);
  const words = `${unmarked(date)}${time ? `, ${timeWords(time)}` : ""}`;
  if (alike) return WHOLE[year.mark] + words;
  return `${words} (${marks.flatMap(([part, mark]) => (mark ? [`${part} ${PART[mark]}`] : [])).join(", ")})`;
}

const WHOLE: Record<Mark, string> = { "": "", "?": "perhaps ", "~": "about ", "%": "perhaps about " };
const PART: Record<Mark, string> = { "": "", "?": "uncertain", "~": "approximate", "%": "uncertain and approximate" };

function unmarked({ year, month, season, day }: EdtfDate): string {
  if (season) return `${SEASONS[season.code - 21]} ${season.code >= 33 ? within(year) : beside(year)}`;
  if (!month) return yearWords(year);
  const single = month.values.length === 1;
  const months = single ? monthName(month.values[0] ?? 1) : aMonth(month);
  const place = single ? beside(year) : within(year);
  if (!day) return `${months} ${place}`;
  if (!single) return `${dayWords(day)} of ${months} ${place}`;
  if (day.values.length === 1) return `${day.values[0]} ${months} ${place}`;
  return day.pattern === "XX" ? `an unknown day of ${months} ${place}` : `${dayWords(day)} of ${months} ${place}`;
}

function dayWords({ pattern, values }: EdtfPart): string {
  if (values.length === 1) return `day ${values[0]}`;
  if (pattern === "XX") return "an unknown day";
  const [first, last] = [values[0], values.at(-1)];
  return isRun(values) ? `a day from ${first} to ${last}` : `day ${or(values.map(String))}`;
}

function aMonth({ pattern, values }: EdtfPart): string {
  if (pattern === "XX") return "an unknown month";
  const names = values.map(monthName);
  return isRun(values) ? `a month from ${names[0]} to ${names.at(-1)}` : or(names);
}

function isRun(values: readonly number[]): boolean {
  return values.length > 2 && (values.at(-1) ?? 0) - (values[0] ?? 0) === values.length - 1;
}

/** The year as it stands after a month: '1939', 'in the 1930s'. */
function beside(year: EdtfYear): string {
  return year.digits.includes("X") ? within(year) : yearWords(year);
}

function within(year: EdtfYear): string {
  const words = yearWords(year);
  if (!year.digits.includes("X")) return `of ${words}`;
  if (year.digits === "XXXX") return "of an unknown year";
  return /^between/.test(words) ? `of a year ${words}` : `in the ${words}`;
}

function yearWords({ digits, min, max, significant, beyond }: EdtfYear): string {
  if (beyond) return min < 0 ? `a year before ${formatYear(min)}` : `a year after ${formatYear(max)}`;
  if (significant !== undefined && significant < digits.length) {
    const unit = 10 ** (digits.length - significant);
    const near = Math.floor(Math.abs(min) / unit) * unit;
    const [from, to] = min < 0 ? [-near - unit + 1, -near] : [near, near + unit - 1];
    return `about ${formatYear(min)} (between ${formatYear(from)} and ${formatYear(to)})`;
  }
  if (!digits.includes("X")) return formatYear(min);
  if (digits === "XXXX") return "an unknown year";
  if (/^\d{3}X$/.test(digits) && min >= 10) return `${formatYear(min)}s`;
  if (/^\d{2}XX$/.test(digits)) {
    const hundred = ordinal(Number(digits.slice(0, 2)) + 1);
    return `${hundred} century${max < 0 || (min < 0 && max === 0) ? " BC" : ""}`;
  }
  return `between ${formatYear(min)} and ${formatYear(max)}`;
}

const FOUR = ["spring", "summer", "autumn", "winter"];
const SEASONS = [
  ...FOUR,
  ...FOUR.map((season) => `northern ${season}`),
  ...FOUR.map((season) => `southern ${season}`),
  ...["first", "second", "third", "fourth"].map((which) => `${which} quarter`),
  ...["first", "second", "last"].map((which) => `${which} third`),
  ...["first", "second"].map((which) => `${which} half`),
];

function timeWords({ text, offset }: EdtfTime): string {
  if (offset === undefined) return `${text} local time`;
  if (offset === 0) return `${text} UTC`;
  const minutes = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${text} UTC${offset < 0 ? "−" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function intervalWords({ from, to }: EdtfInterval): string {
  if (typeof from === "string" && typeof to === "string") return "at no known time";
  if (typeof from === "string") {
    return `${from === "unknown" ? "from an unknown date " : ""}until ${typeof to === "string" ? "" : dateWords(to)}`;
  }
  if (typeof to === "string") return `from ${dateWords(from)}${to === "unknown" ? " to an unknown date" : ""}`;
  return `${dateWords(from)} to ${dateWords(to)}`;
}

function setWords({ of, members }: EdtfSet): string {
  const words = members.map((member) => memberWords(member, of));
  return of === "one" ? or(words) : and(words);
}

function memberWords({ from, to }: EdtfMember, of: EdtfSet["of"]): string {
  if (from === "open") return `${to === "open" ? "" : dateWords(to)} ${of === "one" ? "or earlier" : "and all before"}`;
  if (to === "open") return `${dateWords(from)} ${of === "one" ? "or later" : "and all after"}`;
  if (from === to) return dateWords(from);
  const span = `${dateWords(from)} to ${dateWords(to)}`;
  return of === "one" ? `a date from ${span}` : `all from ${span}`;
}

function or(words: readonly string[]): string {
  return joined(words, "or");
}

function and(words: readonly string[]): string {
  return joined(words, "and");
}

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
