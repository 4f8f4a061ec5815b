import { compareDays, dateBounds } from "./bounds";
import { dateOf } from "./date";
import type { Edtf, EdtfDate, EdtfEnd, EdtfInterval, EdtfLevel, EdtfMember, EdtfSet } from "./types";

/** Far more than anyone writes; a text beyond it is not looked at. */
const LONGEST = 1000;

/** Reads EDTF of any level. Null when the text is none: wrong form, no such day, an interval that ends before it begins. */
export function readEdtf(text: string): Edtf | null {
  if (text.length > LONGEST) return null;
  if (/^[[{]/.test(text)) return setOf(text);
  return text.includes("/") ? intervalOf(text) : dateOf(text);
}

function intervalOf(text: string): EdtfInterval | null {
  const [first = "", second = "", ...more] = text.split("/");
  // A stroke alone says nothing; where one end is open, the other may be unknown.
  if (more.length > 0 || (first === "" && second === "")) return null;
  const from = intervalEnd(first);
  const to = intervalEnd(second);
  if (from === null || to === null) return null;
  if (typeof from !== "string" && typeof to !== "string" && isReversed(from, to)) return null;
  const levels = [from, to].map((end): EdtfLevel => {
    if (typeof end === "string") return 1;
    return end.text.includes("X") ? 2 : end.level;
  });
  return { type: "interval", level: Math.max(...levels) as EdtfLevel, text, from, to };
}

function intervalEnd(text: string): EdtfEnd | null {
  if (text === "") return "unknown";
  if (text === "..") return "open";
  const date = dateOf(text);
  return date?.time ? null : date;
}

/** By first days: 2004-06/2004-06-11 is in order. An end with unspecified digits may be as late as they allow. */
function isReversed(from: EdtfDate, to: EdtfDate): boolean {
  const { earliest } = dateBounds(from);
  const end = dateBounds(to);
  return compareDays(earliest, to.text.includes("X") ? end.latest : end.earliest) > 0;
}

/** White space after commas and inside the brackets is let through, as most programs write it. */
function setOf(text: string): EdtfSet | null {
  const of = text.startsWith("[") ? "one" : "all";
  if (!text.endsWith(of === "one" ? "]" : "}")) return null;
  const members: EdtfMember[] = [];
  const elements = text.slice(1, -1).split(",");
  for (const [i, element] of elements.entries()) {
    const member = memberOf(element.trim(), i === 0, i === elements.length - 1);
    if (!member) return null;
    members.push(member);
  }
  return { type: "set", level: 2, text, of, members };
}

/** 'All before' is said first and 'all after' last. */
function memberOf(text: string, isFirst: boolean, isLast: boolean): EdtfMember | null {
  const dots = text.indexOf("..");
  if (dots < 0) {
    const date = untimed(text);
    return date && { from: date, to: date };
  }
  const [before, after] = [text.slice(0, dots), text.slice(dots + 2)];
  if ((before === "" && after === "") || (before === "" && !isFirst) || (after === "" && !isLast)) return null;
  const from = before === "" ? "open" : untimed(before);
  const to = after === "" ? "open" : untimed(after);
  if (!from || !to) return null;
  return from !== "open" && to !== "open" && isReversed(from, to) ? null : { from, to };
}

function untimed(text: string): EdtfDate | null {
  const date = dateOf(text);
  return date?.time ? null : date;
}
