import { edtf, formatDate } from "@/facts/dates";
import type { Fields } from "../contract";
import { readAs } from "./said";
import type { Key, Response } from "./schema";

/** The first of the dates that count, written out as a learner would. */
export function solve(key: Key): Fields {
  return { text: [formatDate(edtf(key.accepted[0]?.date ?? ""))] };
}

/** '23 August 1939 (24 August 1939 counts too)'. */
export function solution(key: Key): string {
  const [first, ...others] = key.accepted.map(({ date }) => formatDate(edtf(date)));
  if (first === undefined || others.length === 0) return first ?? "";
  return `${first} (${others.join(" and ")} ${others.length > 1 ? "count" : "counts"} too)`;
}

/** What was answered, in words. */
export function said(response: Response): string {
  return response.reading.state === "unreadable" ? response.text : readAs(response);
}

/** The other dates that count, each with why. */
export function alsoRight({ accepted }: Key): string[] {
  return accepted.slice(1).map(({ date, why }) => `${formatDate(edtf(date))}${why ? `: ${why}` : "."}`);
}
