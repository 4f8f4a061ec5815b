import type { Encoding } from "./encodings";

const betweenControls = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** The bytes' text in an encoding; what it cannot hold becomes U+FFFD. A mark at the start is taken away. */
export function lettersOf(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== "windows-1252") return text;
  // Some versions of Node read Windows-1252 as Latin-1, which has controls where š, ž and quotation marks are.
  return text.replace(/[\x80-\x9f]/g, (control) => betweenControls[control.charCodeAt(0) - 0x80]!);
}
