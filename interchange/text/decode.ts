import { lettersOf } from "./code-pages";
import { encodings, type Encoding } from "./encodings";
import { guessCodePage } from "./letters";
import { binaryInside, knownBinary, type NotText } from "./not-text";
import { utf16WithoutMark } from "./utf-16";

/** How it was found out what the bytes are: by a mark at their start, by rule, by a guess, or told. */
export type Found = "marked" | "valid" | "pattern" | "guessed" | "chosen";

export type Decoded =
  | {
      state: "read";
      text: string;
      encoding: Encoding;
      /** The encoding's name for people, to stand over a preview. */
      label: string;
      found: Found;
      /** How many places could not be read and hold U+FFFD. */
      damaged: number;
    }
  | { state: "unreadable"; code: NotText["code"] | "empty" | "too-large"; message: string };

/** The largest file that is read unless another limit is given. */
export const MOST_BYTES = 5_000_000;

/**
 * Turns the bytes of a file that somebody gave into text. UTF-8 and UTF-16 are recognised; what is neither is guessed
 * among Windows-1252, 1251 and 1257, always alike for the same bytes. `as`: read it so, whatever it looks like.
 */
export function decode(bytes: Uint8Array, options: { most?: number; as?: Encoding } = {}): Decoded {
  const { most = MOST_BYTES, as } = options;
  if (bytes.length === 0) return { state: "unreadable", code: "empty", message: "The file is empty." };
  if (bytes.length > most)
    return {
      state: "unreadable",
      code: "too-large",
      message: `The file has ${inMegabytes(bytes.length)} MB; at most ${inMegabytes(most)} MB are read. Split it.`,
    };
  const binary = knownBinary(bytes);
  if (binary) return { state: "unreadable", ...binary };
  const { encoding, found } = as ? ({ encoding: as, found: "chosen" } as const) : recognised(bytes);
  // The decoder takes a mark at the start away; a DOS editor's end-of-file sign goes too.
  const text = lettersOf(bytes, encoding).replace(/\x1a$/, "");
  const wrong = binaryInside(text);
  if (wrong) return { state: "unreadable", ...wrong };
  if (!/[^\s\ufeff]/u.test(text)) return { state: "unreadable", code: "empty", message: "The file is empty." };
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  return { state: "read", text, encoding, label: encodings[encoding], found, damaged };
}

const inMegabytes = (bytes: number) => String(Math.ceil(bytes / 100_000) / 10);

function recognised(bytes: Uint8Array): { encoding: Encoding; found: Found } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", found: "marked" };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", found: "marked" };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", found: "marked" };
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return { encoding: utf16, found: "pattern" };
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { encoding: "utf-8", found: "valid" };
  } catch {
    // A UTF-8 file with a broken byte would be wrong from end to end as anything else.
    const text = new TextDecoder("utf-8").decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
    if (whole > broken) return { encoding: "utf-8", found: "guessed" };
  }
  return { encoding: guessCodePage(bytes), found: "guessed" };
}
