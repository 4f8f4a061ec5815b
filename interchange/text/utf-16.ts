import type { Encoding } from "./encodings";

/**
 * UTF-16 without its mark, known by where the zeros stand: what separates cells and lines is ASCII, every second byte of
 * which is zero. Null when the bytes are something else, or ASCII with zeros strewn in.
 */
export function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  let plain = true;
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
    else if (byte > 0x7e || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13)) plain = false;
  });
  const [even, odd] = zeros as [number, number];
  const units = bytes.length / 2;
  // A few letters end in a zero byte of their own: a picture, an A with a macron.
  if (Math.min(even, odd) > Math.max(even, odd) * 0.2) return null;
  if (Math.max(even, odd) < units * 0.05) return null;
  // Nothing but ASCII besides the zeros: then every second byte must be one, or zeros were put into plain text.
  if (plain && Math.max(even, odd) !== units) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Read from the wrong end, letters become characters that do not exist.
    return /[\0\p{Cn}\p{Co}]/u.test(text) ? null : encoding;
  } catch {
    return null;
  }
}
