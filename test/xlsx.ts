import { inflateRawSync } from "node:zlib";

/** A cell as a spreadsheet would show it to a program: its text or number, and the code of its number's format. */
export interface SheetCell {
  value: string | number;
  format: string;
  bold: boolean;
}

export interface SheetRead {
  name: string;
  /** By row and column; undefined where nothing stands. */
  rows: (SheetCell | undefined)[][];
  /** The sheet's XML, to look for panes and the like. */
  xml: string;
}

/** The files in a ZIP archive, by its directory; throws where the directory and the files disagree. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf(Buffer.from("504b0506", "hex"));
  const files = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) throw new Error("Not an entry of a directory");
    const packed = buffer.readUInt32LE(at + 20);
    const plain = buffer.readUInt32LE(at + 24);
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString("utf8", at + 46, at + 46 + nameLength);
    const local = buffer.readUInt32LE(at + 42);
    if (buffer.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name} does not begin where it should`);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = inflateRawSync(buffer.subarray(start, start + packed));
    if (data.length !== plain) throw new Error(`${name} has ${data.length} bytes, not ${plain}`);
    files.set(name, data.toString("utf8"));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return files;
}

/** The sheets of a workbook that we wrote, in order. It reads what our writer writes, not every workbook there is. */
export function readXlsx(bytes: Uint8Array): SheetRead[] {
  const files = unzipped(bytes);
  const file = (name: string) => files.get(name) ?? fail(`There is no ${name}`);
  const styles = file("xl/styles.xml");
  const codes = new Map(
    all(styles, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/>/g).map(([, id, code]) => [id, code]),
  );
  const fonts = all(styles, /<font>(.*?)<\/font>/g).map(([, font]) => font!.includes("<b/>"));
  const formats = all(styles.split("<cellXfs")[1]!.split("</cellXfs>")[0]!, /<xf numFmtId="(\d+)" fontId="(\d+)"/g);
  const cell = (style: string, value: string | number): SheetCell => {
    const [, id, font] = formats[Number(style)] ?? fail(`There is no style ${style}`);
    return { value, format: unescaped(codes.get(id!) ?? id!), bold: fonts[Number(font)]! };
  };
  return all(file("xl/workbook.xml"), /<sheet name="([^"]*)" sheetId="(\d+)"/g).map(([, name, number]) => {
    const xml = file(`xl/worksheets/sheet${number}.xml`);
    const rows = all(xml, /<row r="(\d+)">(.*?)<\/row>/gs).map(([, line, cells]) => {
      const row: (SheetCell | undefined)[] = [];
      const written =
        /<c r="([A-Z]+)(\d+)" s="(\d+)"(?: t="inlineStr"><is><t xml:space="preserve">(.*?)<\/t><\/is>|><v>(.*?)<\/v>)<\/c>/gs;
      for (const [, letters, at, style, text, digits] of all(cells!, written)) {
        if (at !== line) throw new Error(`${letters}${at} stands in row ${line}`);
        row[columnOf(letters!)] = cell(style!, text === undefined ? Number(digits) : plain(text));
      }
      if (cells!.replace(written, "") !== "") throw new Error(`Row ${line} holds something else: ${cells}`);
      return row;
    });
    return { name: unescaped(name!), rows, xml };
  });
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const unescaped = (xml: string) =>
  xml.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]!);
const plain = (xml: string) =>
  unescaped(xml).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function fail(message: string): never {
  throw new Error(message);
}
