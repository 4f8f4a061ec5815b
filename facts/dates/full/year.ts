import { isLeapYear } from "../calendar";
import type { EdtfLevel, EdtfYear, Mark } from "./types";

/** '1939', '156X', '-01XX', a century of two digits, a decade of three; more than four only with an X among them. */
const PLAIN = /^(-?)([\dX]{4}|\d{2,3}|(?=\d*X)[\dX]{5,}|0)(?:S([1-9]\d*))?$/;

/** 'Y170000002', 'Y-17E7', 'Y3388E2S3': a letter says that it is a year, of more than four digits or by an exponent. */
const LETTERED = /^Y(-?)([1-9]\d*)(?:E([1-9]\d*))?(?:S([1-9]\d*))?$/;

/** A year by itself or before a month; null when it is none. */
export function yearOf(text: string, mark: Mark): { year: EdtfYear; level: EdtfLevel; alone: boolean } | null {
  if (text.startsWith("Y")) return letteredYear(text, mark);
  const [, minus, digits = "", significant] = PLAIN.exec(text) ?? [];
  if (digits === "") return null;
  // EDTF has a year 0000, but no minus zero.
  if (minus && /^0+$/.test(digits)) return null;
  if (significant !== undefined && (digits.length !== 4 || digits.includes("X"))) return null;
  // Two digits are a century and three a decade; a lone 0, as some write it, is the year 0000.
  const whole = digits === "0" ? "0000" : digits.padEnd(4, "X");
  const [near, far] = [whole.replaceAll("X", "0"), whole.replaceAll("X", "9")].map(exact) as [number, number];
  const year: EdtfYear = {
    digits: whole,
    min: minus ? -far : near,
    max: minus ? 0 - near : far,
    ...(significant === undefined ? {} : { significant: Number(significant) }),
    ...(far > Number.MAX_SAFE_INTEGER - 1 ? { beyond: true as const } : {}),
    mark,
  };
  const level = significant !== undefined || digits.length === 3 || /X\d/.test(whole) || digits.length > 4 ? 2 : 1;
  const plain = digits.length === 2 || (!minus && !digits.includes("X") && digits.length === 4);
  return { year, level: level === 1 && plain ? 0 : level, alone: digits.length < 4 || significant !== undefined };
}

function letteredYear(text: string, mark: Mark): { year: EdtfYear; level: EdtfLevel; alone: boolean } | null {
  const [, minus, digits = "", exponent, significant] = LETTERED.exec(text) ?? [];
  if (digits === "") return null;
  // Without an exponent the letter is for years that four digits do not hold.
  if (exponent === undefined && digits.length < 5) return null;
  // Written out only as far as it can matter: no text of a few signs makes a number of a million digits.
  const zeros = Math.min(Number(exponent ?? 0), 30);
  const written = digits + "0".repeat(zeros);
  const far = exact(written);
  const value = minus ? -far : far;
  const year: EdtfYear = {
    digits: written,
    min: value,
    max: value,
    ...(significant === undefined ? {} : { significant: Number(significant) }),
    ...(far >= Number.MAX_SAFE_INTEGER - 1 ? { beyond: true as const } : {}),
    mark,
  };
  return { year, level: exponent === undefined && significant === undefined ? 1 : 2, alone: true };
}

/** As a number, and where it would not be exact the last that is. */
function exact(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER - 1);
}

/**
 * The first or the last leap year that it may be; null when it can be none. Whether a year is one hangs on its last four
 * digits, so no more than these are tried.
 */
export function leapYear({ digits, min, max }: EdtfYear, end: "first" | "last"): number | null {
  const last = digits.slice(-4);
  const negative = max < 0 || (min < 0 && max === 0);
  const head = end === "first" ? min : max;
  const base = Math.abs(head) - (Math.abs(head) % 10000);
  const away = (end === "first") === negative;
  for (let i = 0; i < 10000; i++) {
    const n = away ? 9999 - i : i;
    if (isLeapYear(n) && fits(String(n).padStart(4, "0"), last)) return negative ? -(base + n) : base + n;
  }
  return null;
}

/** Whether digits are such as a pattern with X allows. */
export function fits(digits: string, pattern: string): boolean {
  for (let i = 0; i < pattern.length; i++) if (pattern[i] !== "X" && pattern[i] !== digits[i]) return false;
  return true;
}
