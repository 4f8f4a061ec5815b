import { setImmediate } from "node:timers/promises";
import { withZone } from "./csv";
import { cut, sheetNames } from "./sheet-names";
import { cellOf, shift, type Cell, type Column, type Precision, type Table } from "./table";
import { wallClock } from "./wall-clock";
import { cellText, escaped } from "./xml";
import { zip, type Entry } from "./zip";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What Excel holds at most: rows with the titles, and characters in a cell. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
const DAY = 86_400_000;
/** From the day that spreadsheets count from to the beginning of 1970. */
const DAYS_BEFORE_1970 = 25_569;
/** Before March 1900 their calendar has a day that never was. */
const FIRST_SERIAL = 61;

const GENERAL = 0;
const TITLE = 1;
const TEXT = 2;
const TIME = 3;
/** Styles from this one on are the numbers' formats. */
const NUMBERS = 4;
/** Excel's own 'text': a cell that is edited stays what it is, even '=1+1'. */
const TEXT_FORMAT = 49;
const FIRST_OWN_FORMAT = 164;
const EXACT_PERCENT = "0.0#############%";

/**
 * Tables as one workbook, a sheet each, in the format of Excel, LibreOffice and Google: text is text whatever it begins
 * with, numbers are numbers that show the digits people see, per cent are hundredths, times are the zone's. Titles are
 * bold and stay in view. Streamed: a hundred thousand rows take no more memory than ten.
 * Hand it to a response as `ReadableStream.from(xlsx([table]))`.
 */
export async function* xlsx(
  tables: readonly Table<unknown>[],
  options: { precision?: Precision } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const precisionOf = (table: Table<unknown>) => table.precision ?? options.precision ?? "as shown";
  const names = sheetNames(tables.map(({ name }) => name));
  const formats = [
    ...new Set(
      tables.flatMap((table) =>
        table.columns.map((column) => formatOf(column, precisionOf(table))).filter((format) => format !== null),
      ),
    ),
  ];
  const parts: Entry[] = [
    { name: "[Content_Types].xml", text: [contentTypes(tables.length)] },
    { name: "_rels/.rels", text: [relations([["officeDocument", "xl/workbook.xml"]])] },
    { name: "xl/workbook.xml", text: [workbook(names)] },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: [
        relations([
          ...tables.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
          ["styles", "styles.xml"],
        ]),
      ],
    },
    { name: "xl/styles.xml", text: [styles(formats)] },
    ...tables.map((table, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      text: sheet(table, { precision: precisionOf(table), formats, first: index === 0 }),
    })),
  ];
  yield* zip(parts);
}

/** How a column's numbers are shown; null where a spreadsheet may do as it likes: of exact ones, with all that it has room for. */
function formatOf({ type, ...column }: Column<unknown>, precision: Precision): string | null {
  const { digits, fixed = true } = column as { digits?: number; fixed?: boolean };
  const places = digits ? `.${"0".repeat(Math.min(digits, 30))}` : "";
  if (type === "percent") return precision === "exact" ? EXACT_PERCENT : `0${places}%`;
  return type === "number" && precision === "as shown" && digits !== undefined && fixed ? `0${places}` : null;
}

async function* sheet(
  table: Table<unknown>,
  { precision, formats, first }: { precision: Precision; formats: string[]; first: boolean },
): AsyncGenerator<string> {
  const { columns, timeZone } = table;
  const letters = columns.map((_, index) => columnLetters(index));
  const styleOf = columns.map((column) => {
    const format = formatOf(column, precision);
    return format === null ? GENERAL : NUMBERS + formats.indexOf(format);
  });
  yield `${declaration}<worksheet xmlns="${main}">${views(table, first)}<cols>${columns.map(width).join("")}</cols><sheetData>`;
  const titles = columns.map((column, index) => inline(`${letters[index]}1`, TITLE, withZone(column, timeZone)));
  let text = `<row r="1">${titles.join("")}</row>`;
  let line = 1;
  for await (const row of table.rows) {
    line += 1;
    if (line > MOST_ROWS)
      throw new RangeError(`A sheet has room for ${MOST_ROWS - 1} rows, and ${table.name} has more.`);
    text += `<row r="${line}">`;
    columns.forEach((column, index) => {
      text += cellXml(cellOf(column, row, precision), `${letters[index]}${line}`, {
        percent: column.type === "percent",
        style: styleOf[index]!,
        timeZone,
        precision,
      });
    });
    text += "</row>";
    if (text.length < 1 << 17) continue;
    yield text;
    text = "";
    await setImmediate();
  }
  yield `${text}</sheetData><autoFilter ref="A1:${letters.at(-1)}${line}"/></worksheet>`;
}

function cellXml(
  cell: Cell,
  at: string,
  { percent, style, timeZone, precision }: { percent: boolean; style: number; timeZone: string; precision: Precision },
): string {
  switch (cell.as) {
    case "blank":
      return "";
    case "text":
      return inline(at, TEXT, cell.text);
    case "number":
      return `<c r="${at}" s="${style}"><v>${percent ? shift(cell.value, -2) : cell.value}</v></c>`;
    case "date-time": {
      const { date, time, offset } = wallClock(cell.at, timeZone);
      const serial = Date.parse(`${date}T${precision === "exact" ? time : time.slice(0, 5)}Z`) / DAY + DAYS_BEFORE_1970;
      if (!(serial >= FIRST_SERIAL)) return inline(at, TEXT, `${date}T${time}${offset}`);
      return `<c r="${at}" s="${TIME}"><v>${serial}</v></c>`;
    }
  }
}

/** Text in the cell itself: a list of all texts would have to be kept until the end. */
function inline(at: string, style: number, text: string): string {
  const whole = text.length > MOST_CHARACTERS ? `${cut(text, MOST_CHARACTERS - 1)}…` : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(whole)}</t></is></c>`;
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function views({ columns, frozenColumns = 0 }: Table<unknown>, first: boolean): string {
  const across = Math.max(0, Math.min(frozenColumns, columns.length - 1));
  const pane = across > 0 ? "bottomRight" : "bottomLeft";
  return (
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0">` +
    `<pane${across > 0 ? ` xSplit="${across}"` : ""} ySplit="1" topLeftCell="${columnLetters(across)}2"` +
    ` activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function width(column: Column<unknown>, index: number): string {
  const usual = { text: 20, number: 10, percent: 10, "date-time": 17 }[column.type];
  const wide = Math.min(60, column.width ?? Math.max(usual, column.title.length + 3));
  return `<col min="${index + 1}" max="${index + 1}" width="${wide}" customWidth="1"/>`;
}

function workbook(names: string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) => `<Relationship Id="r${index + 1}" Type="${documents}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const each = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${each.join("")}</Types>`
  );
}

function styles(formats: readonly string[]): string {
  const own = ["yyyy-mm-dd hh:mm", ...formats];
  const formatXml = own.map(
    (code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escaped(code)}"/>`,
  );
  const style = (format: number, font = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"` +
    `${format ? ' applyNumberFormat="1"' : ""}${font ? ' applyFont="1"' : ""}/>`;
  // In the order of the numbers above: general, title, text, time, and then the formats.
  const all = [
    style(0),
    style(TEXT_FORMAT, 1),
    style(TEXT_FORMAT),
    ...own.map((_, index) => style(FIRST_OWN_FORMAT + index)),
  ];
  const font = (weight: string) => `<font>${weight}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return (
    `${declaration}<styleSheet xmlns="${main}"><numFmts count="${own.length}">${formatXml.join("")}</numFmts>` +
    `<fonts count="2">${font("")}${font("<b/>")}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${all.length}">${all.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
