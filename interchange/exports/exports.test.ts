import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import injection from "@/test/vectors/strings/csv-injection.json";
import naughty from "@/test/vectors/strings/blns-sample.json";
import { readXlsx } from "@/test/xlsx";
import { csv, unguarded, wholeFile, xlsx, type Table } from "../tables";
import {
  analysisSheets,
  analysisTable,
  gradebookSheets,
  gradebookTable,
  responsesSheets,
  responsesTable,
  type AnalysisFile,
  type GradebookFile,
  type GradebookLine,
  type Measured,
  type MeasuredRow,
  type ResponseLine,
} from ".";

async function read<Row>(table: Table<Row>): Promise<Record<string, string>[]> {
  return parse(await wholeFile(csv(table)), { bom: true, columns: true });
}
async function sheets(tables: readonly Table<unknown>[]) {
  return readXlsx(await wholeFile(xlsx(tables))).map(({ name, rows }) => {
    const [titles, ...lines] = rows.map((row) => Array.from(row, (cell) => cell?.value));
    return {
      name,
      lines: lines.map((line) => Object.fromEntries(titles!.map((title, index) => [title, line[index]]))),
    };
  });
}

const total = (exact: number, of = 100, grade: string | null = null) => ({
  ...{ exact, shown: Math.round(exact * 10) / 10 },
  of: { exact: of, shown: of },
  grade,
});
const cell = (exact: number | null, state = "scored") => ({
  figure: exact === null ? null : { exact, shown: Math.round(exact) },
  state,
});
const column = {
  ...{ category: "Tests", group: null, maxPoints: 12, states: { scored: 1, missing: 1 } },
  ...{ opensAt: null, dueAt: new Date("2026-09-01T11:30:00Z"), closesAt: null },
  ...{ mean: { shown: 83, exact: 83.33333333333333 }, median: null },
};
const anna: GradebookLine = {
  ...{ learnerId: "1", name: "Anna Kask", userName: "anna", groups: ["Red", "Blue"] },
  cells: [cell(250 / 3), cell(null, "missing")],
  categories: [total(250 / 3), null],
  total: total(250 / 3, 100, "B"),
};
const sly: GradebookLine = {
  ...{ learnerId: "2", name: "=1+1", userName: "@sum", groups: [] },
  cells: [cell(0, "late"), cell(null, "excused")],
  categories: [total(0), null],
  total: total(0),
};
const book = (over: Partial<GradebookFile> = {}): GradebookFile => ({
  ...{ timeZone: "Europe/Tallinn", cells: "percent", totals: "percent", graded: true },
  categories: ["Tests", "Homework"],
  columns: [
    { ...column, title: "The pact" },
    { ...column, title: "The pact", category: "Homework" },
  ],
  learners: [anna, sly],
  ...over,
});

describe("a gradebook", () => {
  test("has the numbers of the page, states in words, totals and grade, in an order that stays", async () => {
    const lines = await read(gradebookTable(book(), { numbers: "as shown", names: true }));
    expect(Object.entries(lines[0]!)).toEqual([
      ["Learner", "Anna Kask"],
      ["User name", "anna"],
      ["Groups", "Red, Blue"],
      ["Learner id", "1"],
      ["The pact (%)", "83"],
      ["The pact: state", "scored"],
      ["The pact (2) (%)", ""],
      ["The pact (2): state", "missing"],
      ["Tests: total (%)", "83.3"],
      ["Homework: total (%)", ""],
      ["Total (%)", "83.3"],
      ["Grade", "B"],
    ]);
    expect(lines[1]).toMatchObject({ Learner: "'=1+1", "User name": "'@sum", "The pact (%)": "0", Grade: "" });
  });

  test("exact, and without names", async () => {
    const [line] = await read(gradebookTable(book(), { numbers: "exact", names: false }));
    expect(line).toMatchObject({
      "Learner id": "1",
      "The pact (%)": "83.33333333333333",
      "Total (%)": "83.33333333333333",
    });
    expect(JSON.stringify(line)).not.toMatch(/Anna|anna/);
  });

  test("in points says out of how many, for each learner where that differs", async () => {
    const points = { cells: "points", graded: false, categories: [] } as const;
    const titles = async (outOf: number | null) =>
      Object.keys(
        (await read(gradebookTable(book({ ...points, totals: { outOf } }), { numbers: "exact", names: false })))[0]!,
      );
    expect((await titles(20)).slice(2)).toEqual([
      ...["The pact (of 12)", "The pact: state", "The pact (2) (of 12)", "The pact (2): state"],
      "Total (of 20)",
    ]);
    expect((await titles(null)).slice(-2)).toEqual(["Total (points)", "Total (out of)"]);
  });

  test("as a workbook: as people see it, exact, and the assignments", async () => {
    const [shown, exact, assignments] = await sheets(gradebookSheets(book(), { names: true }));
    expect([shown!.name, exact!.name, assignments!.name]).toEqual(["As shown", "Exact", "Assignments"]);
    expect(shown!.lines[0]).toMatchObject({ "The pact (%)": 83, "Total (%)": 83.3, Grade: "B" });
    expect(exact!.lines[0]).toMatchObject({ "The pact (%)": 250 / 3, "Total (%)": 250 / 3 });
    expect(shown!.lines[1]).toMatchObject({ Learner: "=1+1", "The pact (%)": 0, "The pact: state": "late" });
    expect(assignments!.lines[0]).toMatchObject({
      Assignment: "The pact",
      Points: 12,
      "Mean (%)": 83,
      "Learners: missing": 1,
    });
  });

  test("any name comes back, and is a formula to nobody", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom(
        ...naughty.filter((each) => each !== ""),
        ...injection.payloads,
        'שָׁלוֹם, "=1+1"',
        "🧑🏽‍🎓\n👩‍👩‍👧",
        "مرحبا",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (names) => {
        const learners = names.map((name) => ({ ...anna, name }));
        const lines = await read(gradebookTable(book({ learners }), { numbers: "as shown", names: true }));
        const whole = (name: string) => name.replace(/\p{Surrogate}/gu, "\ufffd");
        expect(lines.map((line) => unguarded(line.Learner!))).toEqual(names.map(whole));
        for (const { Learner } of lines)
          if (!/^[+-][\d.,]+$/.test(Learner!)) expect(Learner).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  test("ten thousand learners by forty are made line by line", async () => {
    const columns = Array.from({ length: 40 }, (_, index) => ({ ...column, title: `Quiz ${index + 1}` }));
    const cells = columns.map((_, index) => cell(index * 2.5));
    let made = 0;
    let most = 0;
    let taken = 0;
    const learners = {
      *[Symbol.iterator]() {
        for (; made < 10_000; made++) {
          most = Math.max(most, made - taken);
          yield { ...anna, learnerId: String(made), cells };
        }
      },
    };
    let size = 0;
    for await (const piece of csv(gradebookTable(book({ columns, learners }), { numbers: "exact", names: true }))) {
      size += piece.length;
      taken = made;
    }
    expect(made).toBe(10_000);
    expect(size).toBeGreaterThan(5_000_000);
    expect(most).toBeLessThanOrEqual(500);
  });
});

describe("responses", () => {
  const response: ResponseLine = {
    ...{ learner: "=1+1", question: "pact-date", points: 1 / 3, fraction: 0.5, max: 1, asked: true },
    ...{ kind: "date", randomGuess: null, prompt: "When?", answer: "23.8.1939", handedIn: "2026-09-01T11:30:05.120Z" },
  };
  const responses = [
    response,
    { ...response, learner: "2", points: 1, fraction: 1 },
    { ...response, learner: "3", points: -2, fraction: 0 },
    { ...response, learner: "4", points: 0, fraction: null, answer: null },
    { ...response, learner: "5", points: null, fraction: null, answer: null, asked: false, place: "1" },
  ];
  const lines = { quiz: "The pact", timeZone: "Europe/Tallinn", responses };

  test("say points exactly and as seen, what was asked and answered, and how right it was in a word", async () => {
    const [first, ...others] = await read(responsesTable(lines));
    expect(Object.entries(first!)).toEqual([
      ["Learner", "'=1+1"],
      ["Question", "pact-date"],
      ["Points", "0.3333333333333333"],
      ["Max", "1"],
      ["Points as shown", "0.33"],
      ["Asked", "yes"],
      ["Answer is", "partly right"],
      ["Kind", "date"],
      ["What was asked", "When?"],
      ["Answer", "23.8.1939"],
      ["Handed in (Europe/Tallinn)", "2026-09-01T14:30:05.120+03:00"],
      ["Random guess (%)", ""],
      ["Place", ""],
      ["Time zone", "Europe/Tallinn"],
    ]);
    expect(others.map((each) => [each.Points, each["Answer is"]])).toEqual([
      ["1", "right"],
      ["-2", "not right"],
      ["0", "not answered"],
      ["", "not asked"],
    ]);
  });

  test("as a workbook: as seen, and exact", async () => {
    const [shown, exact] = await sheets(responsesSheets(lines));
    expect(shown!.lines[0]).toMatchObject({ Learner: "=1+1", Points: 0.33 });
    expect(exact!.lines[0]).toMatchObject({ Points: 1 / 3 });
  });
});

describe("an analysis", () => {
  const measured = (value: number | null): Measured => ({
    value,
    interval: value === null ? null : { low: value - 1.5, high: value + 1.5, method: "Wilson" },
    sentence: value === null ? "Nobody has handed it in." : "Easy.",
    warning: null,
  });
  const form = (name: string, digits: number) => ({ name, title: name.toUpperCase(), short: "per cent", digits });
  const row: MeasuredRow = {
    ...{ of: "question", number: 1, question: "q1", version: 1, kind: "Date", prompt: "=When?", attempts: 3, max: 2 },
    figures: { facility: measured(200 / 3), sd: measured(null) },
  };
  const file: AnalysisFile = {
    ...{ timeZone: "UTC", attempts: 3, max: 2 },
    testForms: [form("mean", 2)],
    questionForms: [form("facility", 0), form("sd", 2)],
    test: { mean: measured(4 / 3) },
    rows: [row],
    answers: [
      { number: 1, question: "q1", prompt: "=When?", answer: "1940", right: false, learners: ["=1+1", "Boris"], of: 3 },
    ],
  };

  test("says every figure as seen and exactly; what has no value is blank and says why", async () => {
    const lines = await read(analysisTable(file));
    expect(lines.map((line) => [line.Of, line.Name, line.Value, line["Value (exact)"]])).toEqual([
      ["test", "mean", "1.33", "1.3333333333333333"],
      ["question", "facility", "67", "66.66666666666667"],
      ["question", "sd", "", ""],
    ]);
    expect(lines[1]).toMatchObject({ From: "65", To: "68", "Interval by": "Wilson", "What was asked": "'=When?" });
    expect(lines[2]).toMatchObject({ "What it says": "Nobody has handed it in." });
  });

  test("as a workbook: the page's tables, the answers, with who gave them where that is asked for", async () => {
    const [questions, whole, answers, all] = await sheets(analysisSheets(file, { names: false }));
    expect(questions!.lines[0]).toMatchObject({ FACILITY: 67, "FACILITY, from": 65, "FACILITY, to": 68 });
    expect(questions!.lines[0]).not.toHaveProperty("SD, from");
    expect(whole!.lines[0]).toMatchObject({ Figure: "MEAN", Value: 1.33 });
    expect(answers!.lines[0]).toMatchObject({ Answer: "1940", Learners: 2, Of: 3 });
    expect(all!.lines[1]).toMatchObject({ "Value (exact)": 200 / 3 });
    const named = await sheets(analysisSheets(file, { names: true }));
    expect(named[2]!.lines[0]).toMatchObject({ Who: "=1+1, Boris" });
  });
});
