import { inflateRawSync } from "node:zlib";

/** The lines of a workbook's sheet by its titles in small letters; what is blank is "". */
export type SheetLines = Record<string, string>[];

/**
 * Reads the sheet "Exact" of a workbook (.xlsx), or else its first: as we write them, and as Excel and LibreOffice save
 * them again. Null: this is no such workbook. Throws RangeError where it is damaged.
 */
export function workbookLines(bytes: Uint8Array): SheetLines | null {
  const files = unpacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const book = files?.("xl/workbook.xml");
  if (!files || !book) return null;
  const sheets = all(book, /<sheet\b[^>]*>/g).map(([tag]) => ({
    name: attribute(tag, "name"),
    id: attribute(tag, "r:id"),
  }));
  const { id } = sheets.find(({ name }) => name === "Exact") ?? sheets[0] ?? {};
  const link = all(files("xl/_rels/workbook.xml.rels") ?? "", /<Relationship\b[^>]*>/g).find(
    ([tag]) => attribute(tag, "Id") === id,
  );
  const xml = link && files(`xl/${attribute(link[0], "Target")?.replace(/^\/?(xl\/)?/, "")}`);
  if (!xml) return null;
  const shared = all(files("xl/sharedStrings.xml") ?? "", /<si\b[^>]*>(.*?)<\/si>/gs).map(([, si]) => textIn(si!));
  const [titles = [], ...rows] = all(xml, /<row\b[^>]*>(.*?)<\/row>/gs).map(([, cells]) => cellsOf(cells!, shared));
  return rows.map((row) =>
    Object.fromEntries(titles.flatMap((title, at) => (title ? [[title.trim().toLowerCase(), row[at] ?? ""]] : []))),
  );
}

function cellsOf(xml: string, shared: readonly string[]): string[] {
  const row: string[] = [];
  for (const [, tag, inner = ""] of all(xml, /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(inner)?.[1];
    const type = attribute(tag!, "t");
    const text = type === "inlineStr" ? textIn(inner) : type === "s" ? shared[Number(value)] : plain(value ?? "");
    row[columnOf(attribute(tag!, "r") ?? "")] = text ?? "";
  }
  return row;
}

/** The files of a ZIP archive by their names; null where there is no directory of one. */
function unpacked(zip: Buffer): ((name: string) => string | undefined) | null {
  const end = zip.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0) return null;
  const places = new Map<string, { at: number; packed: number; method: number }>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    places.set(zip.toString("utf8", at + 46, at + 46 + name), {
      at: zip.readUInt32LE(at + 42),
      packed: zip.readUInt32LE(at + 20),
      method: zip.readUInt16LE(at + 10),
    });
    at += 46 + name + extra + comment;
  }
  return (name) => {
    const place = places.get(name);
    if (!place) return undefined;
    const start = place.at + 30 + zip.readUInt16LE(place.at + 26) + zip.readUInt16LE(place.at + 28);
    const data = zip.subarray(start, start + place.packed);
    return (place.method === 0 ? data : inflateRawSync(data)).toString("utf8");
  };
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}

/** The text of a cell, whose parts may be set differently. */
function textIn(xml: string): string {
  const parts = all(xml.replace(/<rPh\b.*?<\/rPh>/gs, ""), /<t\b[^>]*?(?:\/>|>(.*?)<\/t>)/gs);
  return parts
    .map(([, text = ""]) => plain(text))
    .join("")
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name ? (signs[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}

/** 0 for 'A1', 26 for 'AA1'. */
function columnOf(cell: string): number {
  const letters = /^[A-Z]+/.exec(cell)?.[0] ?? "A";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
