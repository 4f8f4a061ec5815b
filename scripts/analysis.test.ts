import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { responsesSheets, responsesTable } from "@/interchange/exports";
import { csv, wholeFile, xlsx } from "@/interchange/tables";
import { readResponses } from "./analysis-input";

const bytes = (text: string) => new TextEncoder().encode(text);
const problems = (text: string) => {
  const read = readResponses(bytes(text));
  return "problems" in read ? read.problems : [];
};
const HEAD = "learner,question,points,max\n";

describe("what is read", () => {
  it.each([
    ["commas", `${HEAD}ada,q1,1,2\nben,q1,0.5,2\n`],
    [
      "semicolons, a byte order mark and the line ends of Windows",
      "\uFEFFlearner;question;points;max\r\nada;q1;1;2\r\nben;q1;0.5;2\r\n",
    ],
    ["tabs, capitals and further columns", "Learner\tNote\tQuestion\tPoints\tMax\nada\tx\tq1\t1\t2\nben\t\tq1\t0.5\t2"],
    ["semicolons and decimal commas", "learner;question;points;max\nada;q1;1,0;2\nben;q1;0,5;2\n"],
    ["tabs and decimal commas", "learner\tquestion\tpoints\tmax\nada\tq1\t1\t2\nben\tq1\t0,5\t2\n"],
    ["what Excel says first of what stands between", "sep=;\nlearner;question;points;max\nada;q1;1;2\nben;q1;.5;2\n"],
    [
      "JSON",
      JSON.stringify({
        responses: [
          { learner: "ada", question: "q1", points: 1, max: 2 },
          { learner: "ben", question: "q1", points: 0.5, max: 2 },
        ],
      }),
    ],
    [
      "a bare list",
      JSON.stringify([
        { learner: "ada", question: "q1", points: 1, max: 2 },
        { learner: "ben", question: "q1", points: 0.5, max: 2 },
      ]),
    ],
  ])("%s", (_, text) =>
    expect(readResponses(bytes(text))).toEqual({
      questions: [{ question: "q1", max: 2, points: [1, 0.5], randomGuess: null }],
    }),
  );
  it("semicolons, tabs and line ends in names of a file with commas", () => {
    const read = readResponses(bytes(`${HEAD}Ada; the first,Which; what?,1,1\n"Ben\tB","a, b\n""c""",0,1\n`));
    expect(read).toMatchObject({
      questions: [{ question: "Which; what?" }, { question: 'a, b\n"c"', points: [0, 0] }],
    });
  });
  it.each(["utf16le", "latin1"] as const)("what a spreadsheet saved as %s", (encoding) => {
    const text = `${encoding === "utf16le" ? "\uFEFF" : ""}learner\tquestion\tpoints\tmax\nJürgen Müller\tFrüh?\t1\t2\n`;
    expect(readResponses(Buffer.from(text, encoding))).toMatchObject({
      questions: [{ question: "Früh?", points: [1] }],
    });
  });
  it("a question left blank counts 0, whether its line has no points or there is no line", () => {
    const read = readResponses(bytes(`${HEAD}ada,q1,1,1\nada,q2,1,1\nben,q1,,1\n`));
    expect(read).toMatchObject({ questions: [{ points: [1, 0] }, { points: [1, 0] }] });
  });
  it("a question that was not drawn for somebody counts nothing", () => {
    const row = { learner: "ben", question: "q1", points: null, max: 1, asked: false };
    const read = readResponses(bytes(JSON.stringify([{ learner: "ada", question: "q1", points: 1, max: 1 }, row])));
    expect(read).toMatchObject({ questions: [{ points: [1, null] }] });
  });
});

describe("an export as CSV", () => {
  const responses = [
    {
      learner: "=1+1",
      question: "q1",
      points: 1 / 3,
      fraction: 1 / 3,
      max: 2,
      asked: true,
      place: "p",
      randomGuess: 25,
    },
    {
      learner: "=1+1",
      question: "q2",
      points: null,
      fraction: null,
      max: 2,
      asked: false,
      place: "p",
      randomGuess: null,
    },
    {
      learner: "'=1+1",
      question: "q1",
      points: null,
      fraction: null,
      max: 2,
      asked: false,
      place: "p",
      randomGuess: 25,
    },
    { learner: "'=1+1", question: "q2", points: 2, fraction: 1, max: 2, asked: true, place: "p", randomGuess: null },
  ].map((each) => ({ ...each, kind: "date", prompt: "When?", answer: "1939; 1940", handedIn: "2026-09-01T10:00:00Z" }));

  it("says what JSON says: exact points, who was asked what, parallel questions, the random guess", async () => {
    const table = responsesTable({ quiz: "A quiz", timeZone: "Europe/Tallinn", responses });
    for (const mark of [true, false])
      expect(readResponses(await wholeFile(csv(table, { mark })))).toEqual(
        readResponses(bytes(JSON.stringify({ responses }))),
      );
  });

  it("nor does it matter that it is the workbook", async () => {
    const sheets = responsesSheets({ quiz: "A quiz", timeZone: "Europe/Tallinn", responses });
    expect(readResponses(await wholeFile(xlsx(sheets)))).toEqual(readResponses(bytes(JSON.stringify({ responses }))));
  });

  it("a table of another's making may have a column of that name that says something else", () => {
    expect(readResponses(bytes("learner,question,points,max,asked,place\nada,q1,1,1,no,3\n"))).toEqual({
      questions: [{ question: "q1", max: 1, points: [1], randomGuess: null }],
    });
  });
});

describe("what is refused says where and why", () => {
  it.each([
    ["nothing", "", /no response/],
    ["a missing column", "learner,question,points\nada,q1,1\n", /no column max/],
    ["a word for a number", `${HEAD}ada,q1,many,1\n`, /Line 2: points is not a number/],
    ["a number that only programmers write", `${HEAD}ada,q1,0x1,1\n`, /Line 2: points is not a number/],
    ["a workbook that is none", "PK\x03\x04", /workbook.*CSV/],
    ["a question with two maxima", `${HEAD}ada,q1,1,1\nben,q1,1,2\n`, /Line 3: q1 is worth 2 here and 1 before/],
    ["a learner twice", `${HEAD}ada,q1,1,1\nada,q1,0,1\n`, /Line 3: ada has q1 twice/],
    ["an unclosed quote", `${HEAD}"ada,q1,1,1\n`, /not CSV/],
    ["a row that is too long", `${HEAD}ada,q1,1,1,5\n`, /not CSV/],
    ["JSON cut short", '{"responses":[', /not JSON/],
    ["JSON without responses", '{"a":1}', /no list of responses/],
  ])("%s", (_, text, problem) => expect(problems(text).join(" ")).toMatch(problem));
});

it("npm run -s analysis prints the values as JSON, null for what has none", () => {
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...env } = process.env;
  const command = ["--conditions=react-server", "--import", "./scripts/typescript.mjs", "scripts/analysis.ts", "-"];
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
    input: `${HEAD}ada,q1,1,1\nada,q2,2,2\nben,q1,0,1\nben,q2,2,2\n`,
    env,
  });
  expect(status).toBe(0);
  const { test, questions } = JSON.parse(stdout) as { test: Record<string, number | null>; questions: unknown[] };
  expect(test).toEqual({
    attempts: 2,
    mean: 2.5,
    median: 2.5,
    sd: expect.closeTo(Math.SQRT1_2, 9) as number,
    skewness: null,
    kurtosis: null,
    cic: 0,
    errorRatio: 100,
    standardError: expect.closeTo(Math.SQRT1_2, 9) as number,
  });
  expect(questions[1]).toEqual({
    question: "q2",
    facility: 100,
    sd: 0,
    discriminationIndex: null,
    discriminativeEfficiency: null,
    intendedWeight: expect.closeTo(200 / 3, 9) as number,
    effectiveWeight: 0,
    randomGuess: null,
  });
});
