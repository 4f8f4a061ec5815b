import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import injection from "@/test/vectors/strings/csv-injection.json";
import naughty from "@/test/vectors/strings/blns-sample.json";
import { readXlsx, unzipped } from "@/test/xlsx";
import { csv, unguarded, wholeFile, xlsx, type Precision, type Table } from ".";

interface Line {
  learner: string;
  points: number | string | null;
  share: number | null;
  at: Date | null;
}

const lines: Line[] = [
  { learner: "Anna Kask", points: 25 / 3, share: 250 / 3, at: new Date("2026-10-25T01:30:45.250Z") },
  { learner: "=cmd|' /C calc'!A0", points: "excused", share: null, at: null },
  { learner: 'Łukasz, "Jr."\nII', points: -2, share: 0, at: new Date("2026-03-29T12:00:00Z") },
  { learner: "-12", points: null, share: 57.1, at: null },
];

const table = (rows: Table<Line>["rows"] = lines, over: Partial<Table<Line>> = {}): Table<Line> => ({
  name: "Scores: 9/A",
  timeZone: "Europe/Tallinn",
  frozenColumns: 1,
  columns: [
    { title: "Learner", type: "text", value: (line) => line.learner },
    { title: "Points", type: "number", digits: 2, value: (line) => line.points },
    { title: "Share", type: "percent", digits: 1, value: (line) => line.share },
    { title: "Handed in", type: "date-time", value: (line) => line.at },
  ],
  rows,
  ...over,
});

const texts = (rows: string[][]): Table<string[]> => ({
  name: "Texts",
  timeZone: "UTC",
  columns: Array.from({ length: 3 }, (_, index) => ({
    title: `T${index}`,
    type: "text" as const,
    value: (row: string[]) => row[index],
  })),
  rows,
});

async function csvText<Row>(of: Table<Row>, precision?: Precision): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await wholeFile(csv(of, { precision })));
}
const cells = (text: string) => parse(text, { bom: true, relax_column_count: false }) as string[][];

describe("CSV", () => {
  test("as people see it", async () => {
    const text = await csvText(table());
    expect(text.startsWith("\ufeffLearner,Points,Share (%),Handed in (Europe/Tallinn)\r\n")).toBe(true);
    expect(cells(text).slice(1)).toEqual([
      ["Anna Kask", "8.33", "83.3", "2026-10-25 03:30"],
      ["'=cmd|' /C calc'!A0", "excused", "", ""],
      ['Łukasz, "Jr."\nII', "-2.00", "0.0", "2026-03-29 15:00"],
      ["-12", "", "57.1", ""],
    ]);
  });

  test("exact", async () => {
    expect(cells(await csvText(table(), "exact")).slice(1)).toEqual([
      ["Anna Kask", "8.333333333333334", "83.33333333333333", "2026-10-25T03:30:45.250+02:00"],
      ["'=cmd|' /C calc'!A0", "excused", "", ""],
      ['Łukasz, "Jr."\nII', "-2", "0", "2026-03-29T15:00:00.000+03:00"],
      ["-12", "", "57.1", ""],
    ]);
  });

  test("without its mark, for programs that stumble over it", async () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await wholeFile(csv(table(), { mark: false })));
    expect(text.startsWith("Learner,")).toBe(true);
  });

  test("a title is text like any other", async () => {
    const of = texts([]);
    const text = await csvText({ ...of, columns: [{ title: "=1+1", type: "text", value: () => "" }] });
    expect(text).toBe("\ufeff'=1+1\r\n");
  });

  test("one column with nothing in it is a row all the same", async () => {
    const of = texts([[""], ["a"]]);
    expect(await csvText({ ...of, columns: of.columns.slice(0, 1) })).toBe('\ufeffT0\r\n""\r\na\r\n');
  });

  test("comes in pieces, from rows that come in pieces, and stops when nobody listens", async () => {
    let made = 0;
    let stopped = false;
    async function* many() {
      try {
        for (;;) yield { ...lines[0]!, points: made++ };
      } finally {
        stopped = true;
      }
    }
    let pieces = 0;
    for await (const piece of csv(table(many()))) {
      expect(piece.length).toBeGreaterThan(0);
      if (++pieces === 3) break;
    }
    expect(stopped).toBe(true);
    expect(made).toBeLessThan(2000);
  });

  test("any text comes back, apart from the apostrophe, and no other cell opens", async () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...naughty, ...injection.payloads));
    const sly = fc.string({ unit: fc.constantFrom('"', ",", ";", "\r", "\n", "\t", "=", "'", " ", "a") });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.oneof(text, sly), sly, text)), async (rows) => {
        const [, ...back] = cells(await csvText(texts(rows)));
        expect(back.map((row) => row.map(unguarded))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/\p{Surrogate}/gu, "\ufffd"))),
        );
        for (const cell of back.flat()) if (!/^[+-][\d.,]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe("XLSX", () => {
  test("text is text, numbers show what people see, times are the zone's", async () => {
    const [sheet] = readXlsx(await wholeFile(xlsx([table()])));
    expect(sheet!.name).toBe("Scores 9 A");
    expect(sheet!.rows[0]!.map((cell) => [cell?.value, cell?.bold])).toEqual(
      ["Learner", "Points", "Share", "Handed in (Europe/Tallinn)"].map((title) => [title, true]),
    );
    expect(sheet!.rows.slice(1).map((row) => row.map((cell) => cell && [cell.value, cell.format]))).toEqual([
      [
        ["Anna Kask", "49"],
        [8.33, "0.00"],
        [0.833, "0.0%"],
        [46320.14583333333, "yyyy-mm-dd hh:mm"],
      ],
      [
        ["=cmd|' /C calc'!A0", "49"],
        ["excused", "49"],
      ],
      [
        ['Łukasz, "Jr."\nII', "49"],
        [-2, "0.00"],
        [0, "0.0%"],
        [46110.625, "yyyy-mm-dd hh:mm"],
      ],
      [["-12", "49"], undefined, [0.571, "0.0%"]],
    ]);
    expect(sheet!.xml).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(sheet!.xml).toContain('<autoFilter ref="A1:D5"/>');
    expect(sheet!.xml).not.toContain("<f>");
  });

  test("the day and hour of the serial number are the wall's", async () => {
    const [sheet] = readXlsx(await wholeFile(xlsx([table()], { precision: "exact" })));
    const serial = sheet!.rows[1]![3]!.value as number;
    expect(new Date(Math.round((serial - 25569) * 86_400_000)).toISOString()).toBe("2026-10-25T03:30:45.250Z");
  });

  test("exact", async () => {
    const [sheet] = readXlsx(await wholeFile(xlsx([table()], { precision: "exact" })));
    expect(sheet!.rows[1]!.slice(1, 3)).toMatchObject([
      { value: 25 / 3, format: "0" },
      { value: 0.8333333333333333, format: "0.0#############%" },
    ]);
  });

  test("a workbook may have a sheet as people see it and one that is exact", async () => {
    const sheets = [table(), table(lines, { name: "Exact", precision: "exact" })] as Table<unknown>[];
    const [shown, exact] = readXlsx(await wholeFile(xlsx(sheets)));
    expect(shown!.rows[1]![1]).toMatchObject({ value: 8.33, format: "0.00" });
    expect(exact!.rows[1]![1]).toMatchObject({ value: 25 / 3, format: "0" });
    expect(exact!.name).toBe("Exact");
  });

  test("several sheets, each with its own name and formats", async () => {
    const words = texts([["a", "", "b"]]);
    const sheets = readXlsx(
      await wholeFile(xlsx([table(), words, { ...table([]), columns: words.columns }] as Table<unknown>[])),
    );
    expect(sheets.map(({ name }) => name)).toEqual(["Scores 9 A", "Texts", "Scores 9 A (2)"]);
    expect(sheets[1]!.rows[1]!.map((cell) => cell?.value)).toEqual(["a", undefined, "b"]);
    expect(sheets[2]!.rows).toHaveLength(1);
    expect(sheets[1]!.xml).toContain('<pane ySplit="1" topLeftCell="A2"');
  });

  test("the same table makes the same bytes", async () => {
    expect(await wholeFile(xlsx([table()]))).toEqual(await wholeFile(xlsx([table()])));
  });

  test("what is longer than a cell holds is cut where one sees it", async () => {
    const long = "x".repeat(32_766) + "😀 and more";
    const [sheet] = readXlsx(await wholeFile(xlsx([texts([[long]])])));
    expect(sheet!.rows[1]![0]!.value).toBe("x".repeat(32_766) + "…");
  });

  test("a time before spreadsheets' calendar is right is text", async () => {
    const old = table([{ ...lines[0]!, at: new Date("1899-08-23T10:00:00Z") }], { timeZone: "UTC" });
    const [sheet] = readXlsx(await wholeFile(xlsx([old])));
    expect(sheet!.rows[1]![3]).toMatchObject({ value: "1899-08-23T10:00:00.000+00:00", format: "49" });
  });

  test("what fails while it is written fails the file, and who stops reading stops the rows", async () => {
    async function* broken() {
      yield lines[0]!;
      throw new Error("The database is gone");
    }
    await expect(wholeFile(xlsx([table(broken())]))).rejects.toThrow("The database is gone");
    let stopped = false;
    async function* endless() {
      try {
        for (let i = 0; ; i++) yield { ...lines[0]!, learner: `Learner ${i} ${Math.sin(i)}` };
      } finally {
        stopped = true;
      }
    }
    let size = 0;
    for await (const piece of xlsx([table(endless())])) if ((size += piece.length) > 200_000) break;
    expect(stopped).toBe(true);
  });

  test("any text comes back, line ends as one kind; words of JavaScript too", async () => {
    const words = [
      "constructor",
      "toString",
      "__proto__",
      "_x0041_",
      "_x005F_x0041_",
      "]]>",
      "<b>&amp;</b>",
      " a ",
      "\r\n",
    ];
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...words, ...naughty));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1 }), async (rows) => {
        const bytes = await wholeFile(xlsx([texts(rows)]));
        const [sheet] = readXlsx(bytes);
        const back = sheet!.rows.slice(1).map((row) => [0, 1, 2].map((index) => row[index]?.value ?? ""));
        const expected = rows.map((row) =>
          row.map((cell) => cell.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?/g, "\n")),
        );
        expect(back).toEqual(expected);

        for (const file of unzipped(bytes).values()) expect(file).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe\uffff]/);
      }),
    );
  });
});
