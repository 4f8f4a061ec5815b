/** The ways of writing letters as bytes that class lists come in. Windows-1250 is never guessed, only chosen. */
export const encodings = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 (little-endian)",
  "utf-16be": "UTF-16 (big-endian)",
  "windows-1252": "Windows-1252 (Western European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1257": "Windows-1257 (Baltic)",
  "windows-1250": "Windows-1250 (Central European)",
} as const;

export type Encoding = keyof typeof encodings;

/** True of a name in the list above, as a form may send it. */
export function isEncoding(text: unknown): text is Encoding {
  return typeof text === "string" && Object.hasOwn(encodings, text);
}
