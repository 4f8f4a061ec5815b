import { cut } from "./sheet-names";
import { wallClock } from "./wall-clock";

/** A folder's path and the ending have to fit beside it, in file systems that count 255 bytes of UTF-8. */
const MOST_BYTES = 180;
const encoder = new TextEncoder();

/**
 * The name of a file that was made at this time: '10B gradebook 20260901T1430+0300.csv'. The time is that of the zone's
 * clock with its distance from UTC, as ISO 8601 writes it where no colon may stand, so that files stand in order of time.
 * Names of people's making lose what no file system takes, or what would turn the name round on screen.
 */
export function fileName(
  words: readonly string[],
  { at, timeZone, ending }: { at: Date; timeZone: string; ending: string },
): string {
  const { date, time, offset } = wallClock(at, timeZone);
  const stamp = `${date.replaceAll("-", "")}T${time.slice(0, 5).replace(":", "")}${offset.replace(":", "")}`;
  const [first = "", ...rest] = words.map(clean).filter((word) => word !== "");
  const others = [...rest, stamp].join(" ");
  return `${[shortened(first, MOST_BYTES - bytes(others)), others].filter((word) => word !== "").join(" ")}.${ending}`;
}

/**
 * The header that makes a browser save an answer under this name (RFC 6266): as it is for those who read RFC 8187, which
 * is every browser, and in ASCII for other programs.
 */
export function attachment(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, "_")
    .replace(/["\\%]/g, "_");
  const coded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

function clean(word: string): string {
  return word
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
}

const bytes = (text: string) => encoder.encode(text).length;

function shortened(text: string, most: number): string {
  let short = text;
  while (bytes(short) > most) short = cut(short, short.length - 1);
  return short.trimEnd();
}
