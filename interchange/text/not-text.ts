/** Why bytes are not text that somebody could read, as a code and a sentence with what to do. */
export interface NotText {
  code: "workbook" | "archive" | "document" | "picture" | "nul" | "binary";
  message: string;
}

const asCsv = "Open it in the program that made it, choose ‘Save as’ and then ‘CSV’ or ‘CSV UTF-8’.";

const beginnings: readonly [bytes: string, code: NotText["code"], message: string][] = [
  ["504b0304", "workbook", `This is an Excel workbook or a ZIP archive, not text. ${asCsv}`],
  ["504b0506", "archive", "This is an empty ZIP archive."],
  ["d0cf11e0a1b11ae1", "workbook", `This is a workbook of an older Excel, not text. ${asCsv}`],
  ["25504446", "document", "This is a PDF, not a list. Ask for the list as CSV, or copy the names into a text file."],
  ["7b5c727466", "document", "This is a formatted document (RTF), not a list. Save it as plain text or CSV."],
  ["1f8b", "archive", "This is a compressed file. Unpack it first, then give the CSV file in it."],
  ["377abcaf", "archive", "This is a compressed file. Unpack it first, then give the CSV file in it."],
  ["52617221", "archive", "This is a compressed file. Unpack it first, then give the CSV file in it."],
  ["89504e47", "picture", "This is a picture, not a list."],
  ["ffd8ff", "picture", "This is a picture, not a list."],
  ["47494638", "picture", "This is a picture, not a list."],
];

/** What kind of file this is by its first bytes, when it is one that cannot hold a list as text; null otherwise. */
export function knownBinary(bytes: Uint8Array): NotText | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString("hex");
  const found = beginnings.find(([beginning]) => start.startsWith(beginning));
  return found ? { code: found[1], message: found[2] } : null;
}

/** What is wrong with decoded text that holds what no list does; null when it may pass. */
export function binaryInside(text: string): NotText | null {
  if (text.includes("\0"))
    return { code: "nul", message: "The file holds NUL characters: it is damaged, or not text. Save it again as CSV." };
  // A few stray controls are named line by line by whoever reads the list; many are no list.

  const controls = text.match(/[\x01-\x08\x0b\x0c\x0e-\x1f]/g)?.length ?? 0;
  if (controls > Math.max(4, text.length / 20))
    return { code: "binary", message: "This is not text: a program reads it, not a person. Save the list as CSV." };
  return null;
}
