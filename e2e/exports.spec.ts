import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readXlsx } from "../test/xlsx";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { expect, test } from "./fixtures";

// What a teacher takes away is what they saw: every file is opened and compared with the page.

type Line = Record<string, string | number>;

/** Saves the file that a button or a link gives. */
async function taken(page: Page, from: Locator) {
  const download = page.waitForEvent("download");
  await from.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const lines = (bytes: Buffer) => parse(bytes, { bom: true, columns: true }) as Record<string, string>[];

/** The sheets of a workbook by their names, a line a row, by the titles of the columns; what is blank is left out. */
function sheets(bytes: Buffer): Record<string, Line[]> {
  return Object.fromEntries(
    readXlsx(bytes).map(({ name, rows: [titles, ...rows] }) => [
      name,
      rows.map((row): Line =>
        Object.fromEntries(row.flatMap((cell, index) => (cell ? [[String(titles![index]!.value), cell.value]] : []))),
      ),
    ]),
  );
}

/** The texts of a table's cells, row by row. */
const texts = (table: Locator): Promise<string[][]> =>
  table
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()),
      ),
    );

/** The figures of a table, of each cell the first number in bold; null where a dash stands. */
const figures = (table: Locator): Promise<(number | null)[][]> =>
  table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("td > b")].map((cell) => {
        const text = cell.firstChild!.textContent!.replace("−", "-");
        return text === "–" ? null : Number(text);
      }),
    ),
  );

test("a teacher takes gradebook, responses and analysis away, and they say what the pages say", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(180_000);
  const teacher = await people.person({ role: "teacher", displayName: "Andris Ozols" });
  const { classId, joinCode } = await people.class({ teacher: teacher.personId, name: "9Б „Ā“" });
  const names = ["=1+1", "Łukasz, “Jr.”", "עדה לוי", "Zoë 🎓"];
  const learners = [];
  for (const displayName of names) {
    const learner = await people.person({ role: "learner", displayName });
    await people.join({ learner: learner.personId, joinCode });
    learners.push(learner);
  }
  const [quiz, other] = await people.quizzes();
  const set = { teacher: teacher.personId, classId };
  const { assignmentId } = await people.sets({ ...set, quizId: quiz!.id, title: "The talks" });
  // The second was due before the first of them sat it, and nobody else did.
  const due = new Date(Date.now() + 3600_000).toISOString().slice(0, 16);
  const second = await people.sets({ ...set, quizId: other!.id, title: "Très tard", dueAt: due });
  await people.timePasses({ assignmentId: second.assignmentId, seconds: 7200 });
  const right = [[1, 2, 3], [1], [1, 2, 4, 5]];
  const attempts = [];
  for (const [index, each] of right.entries())
    attempts.push(await people.sits({ learner: learners[index]!.personId, assignmentId, right: each }));
  await people.sits({ learner: learners[0]!.personId, assignmentId: second.assignmentId, right: [2] });

  const page = await signedInAs(teacher);
  // Files are for browsers without script too.
  const desk = await signedInAs(teacher, { javaScriptEnabled: false });
  await page.goto(`/classes/${classId}`);
  await page.getByRole("link", { name: "Take these scores with you" }).click();
  await expect(page.getByRole("heading", { name: "Take it with you" })).toBeVisible();
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
  await desk.goto(`/classes/${classId}/export`);
  const button = (words: string, of: string) => desk.getByRole("button", { name: `${words}, ${of}`, exact: true });

  // The gradebook: every cell of the page.
  await page.goto(`/classes/${classId}`);
  const book = await texts(page.locator("table").first());
  const csv = await taken(desk, button("CSV", "gradebook"));
  expect(csv.name).toMatch(/^9Б „Ā“ gradebook \d{8}T\d{4}[+-]\d{4}\.csv$/);
  const table = lines(csv.bytes);
  expect(table.map(({ Learner }) => Learner)).toEqual(book.map(([name]) => (name === "=1+1" ? "'=1+1" : name)));
  const states = new Set<string>();
  for (const [row, [, talks, late, total]] of book.entries()) {
    const line = table[row]!;
    for (const [title, cell] of [
      ["The talks", talks!],
      ["Très tard", late!],
    ] as const) {
      const [figure, state] = [line[`${title} (%)`]!, line[`${title}: state`]!];
      states.add(state);
      // What is scored needs no word on the page; of what is open the word stands for a screen reader.
      expect(cell.replace("–", "")).toBe(state === "scored" ? figure : `${figure}${state}`);
    }
    expect(total!.replace(/–.*/, "")).toBe(line["Total (%)"] === "" ? "" : Number(line["Total (%)"]).toFixed(1));
  }
  expect([...states].sort()).toEqual(["late", "missing", "open", "scored"]);

  const workbook = sheets((await taken(desk, button("Excel", "gradebook"))).bytes);
  expect(Object.keys(workbook)).toEqual(["As shown", "Exact", "Assignments"]);
  expect(workbook["As shown"]!.map(({ Learner }) => Learner)).toEqual(book.map(([name]) => name));
  for (const [row, line] of table.entries())
    for (const title of ["The talks (%)", "Très tard (%)", "Total (%)"]) {
      const [shown, exact] = [workbook["As shown"]![row]![title], workbook.Exact![row]![title]];
      expect(String(shown ?? ""), `${title} of row ${row}`).toBe(line[title]);
      if (shown !== undefined) expect(Math.abs(Number(shown) - Number(exact))).toBeLessThanOrEqual(0.51);
    }
  expect(workbook.Assignments!.map(({ Assignment }) => Assignment)).toEqual(["The talks", "Très tard"]);

  await desk.getByLabel("Numbers in the gradebook’s CSV").selectOption("Exact");
  await desk.getByLabel("Names").selectOption("Ids that say nothing");
  await desk.getByLabel("A CSV begins").selectOption("Without a mark (plain UTF-8)");
  const bare = await taken(desk, button("CSV", "gradebook"));
  expect(bare.bytes.subarray(0, 3).toString("utf8")).not.toBe("\ufeff");
  for (const word of [...names, "learner-"]) expect(bare.bytes.toString("utf8")).not.toContain(word);
  expect(lines(bare.bytes).map((line) => line["Total (%)"])).toEqual(
    workbook.Exact!.map((line) => String(line["Total (%)"] ?? "")),
  );

  // The responses: what each result page says, question by question.
  await desk.getByLabel("Names").selectOption("With names");
  const responses = lines((await taken(desk, button("CSV", "responses of The talks"))).bytes);
  const byName = (all: readonly Line[], name: string) => all.filter((each) => each.Learner === name);
  const responseSheets = sheets((await taken(desk, button("Excel", "responses of The talks"))).bytes);
  for (const [index, { attemptId }] of attempts.entries()) {
    await page.goto(`/attempts/${attemptId}/result`);
    const told = await page
      .getByRole("article")
      .evaluateAll((all) => all.map((each) => [...each.firstElementChild!.children].map((part) => part.textContent)));
    expect(told).toHaveLength(quiz!.items.length);
    const mine = byName(responses, index === 0 ? "'=1+1" : names[index]!).filter(({ Asked }) => Asked === "yes");
    expect(mine.map((line) => [line["Answer is"], `${line["Points as shown"]} of ${line.Max}`])).toEqual(
      told.map(([verdict, , points]) => [verdict!.toLowerCase(), points!.replace(/ points?$/, "")]),
    );
    for (const sheet of ["As shown", "Exact"] as const) {
      const listed = byName(responseSheets[sheet]!, names[index]!).filter(({ Asked }) => Asked === "yes");
      expect(listed.map(({ Points }) => Points)).toEqual(
        mine.map((line) => Number(line[sheet === "Exact" ? "Points" : "Points as shown"])),
      );
    }
  }
  const json = JSON.parse((await taken(desk, button("JSON", "responses of The talks"))).bytes.toString("utf8")) as {
    responses: { points: number | null }[];
  };
  expect(json.responses.map(({ points }) => points)).toEqual(
    responses.map(({ Points }) => (Points === "" ? null : Number(Points))),
  );

  // The analysis: every figure of the page, rounded alike.
  const analysis = lines((await taken(desk, button("CSV", "analysis of The talks"))).bytes);
  const analysisSheets = sheets((await taken(desk, button("Excel", "analysis of The talks"))).bytes);
  const said = JSON.parse((await taken(desk, button("JSON", "analysis of The talks"))).bytes.toString("utf8")) as {
    test: Record<string, number | null>;
  };
  await page.goto(`/classes/${classId}/quizzes/${quiz!.id}?assignment=${assignmentId}`);
  const number = (cell: string | undefined) => (cell === "" || cell === undefined ? null : Number(cell));
  const onPage = await figures(page.getByRole("table", { name: /^Each question with its figures/ }));
  const perRow = new Map<string, Record<string, string>[]>();
  for (const line of analysis)
    if (line.Of !== "test") {
      const row = `${line.Number} ${line.Of} ${line.Question}`;
      perRow.set(row, [...(perRow.get(row) ?? []), line]);
    }
  expect(
    [...perRow.values()].map((row) => [Number(row[0]!.Attempts), ...row.map(({ Value }) => number(Value))]),
  ).toEqual(onPage);
  expect(
    analysisSheets.Questions!.map((line) =>
      [
        "Attempts",
        "Facility",
        "Spread",
        "Discrimination",
        "Efficiency",
        "Intended weight",
        "Effective weight",
        "Random guess",
      ].map((title) => (line[title] as number | undefined) ?? null),
    ),
  ).toEqual(onPage);
  const ofTest = (await figures(page.getByRole("table", { name: "Figures of the test" }))).flat();
  const testLines = analysis.filter(({ Of }) => Of === "test");
  expect(testLines.map(({ Value }) => number(Value))).toEqual(ofTest);
  expect(analysisSheets.Test!.map(({ Value }) => (Value as number | undefined) ?? null)).toEqual(ofTest);
  for (const { Name, "Value (exact)": exact } of testLines) expect(said.test[Name!]).toBe(number(exact));
  const first = analysisSheets.Answers!.find((line) => line.Number === 1)!;
  await expect(page.getByRole("region", { name: "Question 1", exact: true })).toContainText(String(first.Answer));

  // From the page itself, of the same attempts; and by quiz.
  const here = lines((await taken(page, page.getByRole("link", { name: "CSV", exact: true }))).bytes);
  expect(here).toEqual(analysis);
  const byQuiz = lines((await taken(desk, button("CSV", `analysis of ${quiz!.title}`).first())).bytes);
  expect(byQuiz).toEqual(analysis);

  // Nobody else's.
  const stranger = await people.person({ role: "teacher", displayName: "Zane Liepa" });
  const administrator = await people.person({ role: "administrator", displayName: "Aija Egle" });
  for (const who of [stranger, administrator, learners[0]!]) {
    const outside = await signedInAs(who);
    for (const address of [`/classes/${classId}/export`, `/api/classes/${classId}/gradebook.csv`])
      expect((await outside.request.get(address)).status(), address).toBe(404);
  }
});
