import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { kindOf, type AnyKind } from "@/questions";
import { withItems } from "./fixtures/real-course";
import { lintMarks } from "./item-lint";
import { problemLine } from "./problems";

// Each case compiles a course.
vi.setConfig({ testTimeout: 60_000 });

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

function compile(...given: Parameters<typeof withItems>) {
  const made = withItems(...given);
  roots.push(made.root);
  return made;
}

/** Fields that every question needs and that have no part in the slip. */
const pact = "fact: lithuanian-strip-1941, passage: lithuanian-strip, points: 1, right: Yes., wrong: No.";
const treaty = "fact: molotov-ribbentrop-pact-1939, passage: the-treaty, points: 1, right: Yes., wrong: No.";
const seat = "fact: ussr-joins-league-1934, passage: munich#into-the-league, points: 1, right: Yes., wrong: No.";
const choose = (...options: string[]) =>
  `kind: single-choice, options: [${options.map((each) => `{ ${each} }`).join(", ")}]`;
const exile = "fact: sikorski-mayski-1941, passage: the-end, points: 1, right: Yes., wrong: No.";
const date = "kind: date, precision: day, prompt: When was the strip of Lithuania let go?";

type Slip = [what: string, fields: string, message: string | RegExp, remedy: RegExp];

const slips: Slip[] = [
  [
    "the key in the prompt of a choice",
    `${pact}, ${choose("text: Gold, right: true", "text: Grain", "text: Oil")}, prompt: For how much gold was the strip let go?`,
    /gold/i,
    /./,
  ],
  [
    "the key in the prompt of a date",
    `${pact}, kind: date, precision: day, prompt: What was signed on 10 January 1941?`,
    /10.January 1941, which is the answer/,
    /leave the date out/i,
  ],
  [
    "an option that is the right one under another name",
    `${pact}, ${choose("state: ussr, right: true", "text: USSR", "state: latvia")}, prompt: Who paid?`,
    /USSR.*Soviet Union|Soviet Union.*USSR/,
    /./,
  ],
  [
    "an option that is true: who signed as well",
    `${treaty}, ${choose("person: molotov, right: true", "person: ribbentrop", "person: stalin")}, prompt: Who signed it?`,
    "‘Joachim von Ribbentrop’ is marked wrong and is true: Joachim von Ribbentrop signed as well",
    /ask more narrowly/,
  ],
  [
    "an option that is true: another party",
    `${treaty}, ${choose("state: ussr, right: true", "state: germany", "state: poland")}, prompt: Which state was a party to it?`,
    "‘Germany’ is marked wrong and is true: Germany was a party as well",
    /ask more narrowly/,
  ],
  [
    "an option that is true: the second date",
    `${treaty}, ${choose("from: date", "text: 24 August 1939", "text: 1 September 1939")}, prompt: When was it signed?`,
    /24.August 1939/,
    /./,
  ],
  [
    "an option that is true: another paper of the same day",
    `${treaty}, ${choose("fact: molotov-ribbentrop-pact-1939, right: true", "fact: secret-protocol-1939-08-23", "fact: munich-agreement-1938")}, prompt: Which paper bears the date of 23 August 1939?`,
    /‘Secret Additional Protocol of 23.August 1939’ is marked wrong and is true/,
    /./,
  ],
  [
    "a date asked more precisely than it is known",
    `fact: baltic-emissaries-1940, passage: baltic-states#envoys, points: 1, right: Yes., wrong: No., kind: date, precision: day, prompt: When did they come?`,
    "The fact baltic-emissaries-1940 is dated June 1940, which is not one day",
    /less precisely/,
  ],
  [
    "everything right, so that marking everything earns all",
    `${treaty}, kind: multiple-choice, rule: all-or-nothing, options: [{ state: ussr, right: true }, { state: germany, right: true }], prompt: Which are parties?`,
    /every|all/i,
    /./,
  ],
  [
    "a hint that says the answer",
    `${pact}, ${date}, hints: [{ text: "It was 10 January 1941.", cost: 0.5 }]`,
    /^hint 1 says ‘10.January 1941’, which is the answer$/,
    /without saying it/,
  ],
  [
    "hints that cost more than there is",
    `${pact}, ${date}, hints: [{ text: In winter., cost: 0.6 }, { text: After Christmas., cost: 0.5 }]`,
    "the hints cost 1.1 of the points together",
    /add up to 1/,
  ],
  [
    "a hint that costs more than all",
    `${pact}, ${date}, hints: [{ text: In winter., cost: 2 }]`,
    "`hints[1].cost` is more than the points",
    /fraction/,
  ],
  [
    "words for an answer that nobody can give",
    `${pact}, ${choose("text: Gold, right: true", "text: Grain", "text: Oil")}, prompt: In what was it paid?, answers: [{ of: Silver, say: No. }]`,
    "no answer can have the part ‘Silver’",
    /‘Gold’/,
  ],
  [
    "two words for one answer",
    `${pact}, ${choose("text: Gold, right: true", "text: Grain", "text: Oil")}, prompt: With what?, answers: [{ of: grain, say: No. }, { of: Grain, say: No! }]`,
    "‘Grain’ is answered twice here",
    /Keep one/,
  ],
  [
    "two bands that begin at one fraction",
    `${pact}, ${date}, bands: [{ from: 0.5, say: Well. }, { from: 0.5, say: Good. }]`,
    "two bands begin at 0.5",
    /its own/,
  ],
  [
    "the answer of another question",
    `fact: munich-agreement-1938, passage: munich#four-signatures, points: 1, right: Yes., wrong: No., kind: date, precision: day, prompt: When was the paper headed?`,
    /`slip-\d+` has the same answer as `sound`/,
    /ask something else/,
  ],
  [
    "variants with one answer",
    `${seat}, kind: date, precision: month, variants: [{ prompt: When did the seat come? }, { prompt: When was it given? }]`,
    /`slip-\d+~2` has the same answer as `slip-\d+~1`/,
    /ask something else/,
  ],
  [
    "variants whose hints cost different things",
    `${pact}, kind: date, precision: month, variants: [{ prompt: When did it go?, hints: [{ text: In winter., cost: 0.5 }] }, { prompt: When did the seat come?, fact: ussr-joins-league-1934, passage: munich#into-the-league }]`,
    /the variants of `slip-\d+` differ in what their hints cost/,
    /make these alike/,
  ],
];

describe("The check finds", () => {
  const sound =
    "- { id: sound, fact: munich-agreement-1938, passage: munich#four-signatures, points: 1, right: Yes., wrong: No., kind: date, precision: day, prompt: When did they meet? }";
  const items = slips.map(([, fields], index) => `- { id: slip-${index}, ${fields} }`);
  const { problems, root } = compile([sound, ...items].join("\n"));
  const lines = readFileSync(path.join(root, "soviet-union-ww2/quizzes/pact.yaml"), "utf8").split("\n");

  test.each(slips.map((slip, index) => [...slip, index] as const))("%s", (_, __, message, remedy, index) => {
    const line = 1 + lines.findIndex((each) => each.includes(`id: slip-${index},`));
    const here = problems.filter((each) => each.line === line);
    const found = here.find((each) =>
      typeof message === "string" ? each.message === message : message.test(each.message),
    );
    expect(found, here.map(problemLine).join("\n") || "no problem").toBeDefined();
    expect(found!.file).toBe("soviet-union-ww2/quizzes/pact.yaml");
    expect(found!.remedy).toMatch(remedy);
  });

  test("nothing else in the file", () => {
    const first = 1 + lines.findIndex((each) => each.includes("id: slip-0,"));
    expect(problems.filter((each) => each.line < first).map(problemLine)).toEqual([]);
  });
});

describe("The check leaves alone", () => {
  test.each([
    [
      "a second signatory when the prompt names the state",
      `${treaty}, ${choose("person: molotov, right: true", "person: ribbentrop", "person: stalin")}, prompt: Who signed it for the Soviet Union?`,
    ],
    [
      "an answer by its words, by another spelling and by its id",
      `${exile}, kind: signatories, entry: typed, prompt: Who put his name to it?, answers: [{ of: Stalin, say: He stood by. }, { of: Гитлер, say: In Berlin. }, { of: litvinov, say: Gone. }]`,
    ],
    ["a date by its words", `${pact}, ${date}, answers: [{ of: 28 September 1939, say: That is another protocol. }]`],
  ])("%s", (_, fields) => {
    expect(compile(`- { id: fine, ${fields} }`).problems.map(problemLine)).toEqual([]);
  });
});

test("What is said to single answers is kept by the id of the part", () => {
  const { items } = compile(
    `- { id: fine, ${exile}, kind: signatories, entry: typed, prompt: Who put his name to it?, answers: [{ of: Сталин, say: He stood by. }], hints: [{ text: One each., cost: 0.25 }], bands: [{ from: 0.5, say: Half. }, { from: 1, say: All. }], general: Read on. }`,
  );
  const [{ rules, variants }] = items as [(typeof items)[number]];
  expect(rules).toEqual({ hints: [{ cost: 0.25 }] });
  expect(variants[0]!.key).toMatchObject({
    hints: [{ text: "One each.", cost: 0.25 }],
    answers: { stalin: "He stood by." },
    bands: [
      { from: 1, say: "All." },
      { from: 0.5, say: "Half." },
    ],
    why: { general: "Read on." },
  });
});

test("The rules of a quiz", () => {
  const rules =
    "rules: { certainty: true, tries: 3, penalty: 0.1, bands: [{ from: 0, say: Read it again. }, { from: 0.8, say: Well done. }] }";
  const { course, problems } = compile("- { id: fine, ask: signed-where, of: lithuanian-strip-1941, points: 1 }", {
    changes: [{ file: "quizzes/pact.yaml", from: "shortTitle:", to: `${rules}\nshortTitle:` }],
  });
  expect(problems.map(problemLine)).toEqual([]);
  const [munich, pact] = course!.quizzes;
  expect(munich!.rules.tries).toBe(1);
  expect(pact!.rules).toEqual({
    certainty: true,
    tries: 3,
    penalty: 0.1,
    bands: [
      { from: 0.8, say: "Well done." },
      { from: 0, say: "Read it again." },
    ],
  });
});

describe("A kind of question that has not been written yet is held to the same", () => {
  const choice = kindOf("single-choice");
  const receipt = { read: "", matched: [], rule: "", lines: [], notes: [], parts: [] };
  const kind = (over: Partial<AnyKind>): AnyKind => ({
    ...choice,
    arrange: (body) => body,
    read: (fields) => (fields.a === undefined ? { state: "blank" } : { state: "read", response: fields.a[0] }),
    grade: (response, key) => ({ state: "scored", fraction: response === key ? 1 : 0, receipt }),
    solve: (key) => ({ a: [String(key)] }),
    ...over,
  });
  const said = (over: Partial<AnyKind>) =>
    lintMarks({ kind: kind(over), prompt: "?", body: {}, answer: "right" }).map(({ message }) => message);

  test("a sound one", () => expect(said({})).toEqual([]));
  test("full marks out of reach", () =>
    expect(said({ grade: () => ({ state: "scored", fraction: 0.9, receipt }) })).toContain(
      "full marks cannot be reached: the right answer earns 0.9",
    ));
  test("full marks out of reach in another order", () =>
    expect(
      said({
        arrange: (_, seed) => ({ seed }),
        read: (fields, body) =>
          fields.a === undefined || (body as { seed?: number }).seed !== undefined
            ? { state: "blank" }
            : { state: "read", response: fields.a[0] },
      }),
    ).toEqual(["full marks cannot be reached: the right answer earns 0"]));
  test("everything marked", () =>
    expect(said({ markAll: () => ({ a: ["right"] }) })).toEqual(["whoever marks everything earns full marks"]));
  test("nothing answered", () =>
    expect(
      said({
        read: (fields) => ({ state: "read", response: fields.a?.[0] ?? "nothing" }),
        grade: (response) => ({ state: "scored", fraction: response === "right" ? 1 : 0.5, receipt }),
      }),
    ).toEqual(["an empty answer earns 0.5"]));
});

describe("What a reader cannot see is said in words", () => {
  const figure = readFileSync("content/soviet-union-ww2/figures/spheres-1939.yaml", "utf8");
  const line = (name: string) => new RegExp(`^${name}:.*$`, "m").exec(figure)![0];
  const problemsOf = (file: string, from: string, to: string) =>
    compile("- { id: fine, ask: signed-where, of: lithuanian-strip-1941, points: 1 }", {
      changes: [{ file, from, to }],
    }).problems;

  test("a figure without a description", () =>
    expect(
      problemsOf("figures/spheres-1939.yaml", `${line("description")}\n`, "")
        .map(problemLine)
        .join(),
    ).toMatch(/spheres-1939\.yaml:1 `description` is missing → Add/));
  test("a description that says no more than the title", () =>
    expect(
      problemsOf("figures/spheres-1939.yaml", line("description"), line("title").replace("title", "description")).map(
        ({ message }) => message,
      ),
    ).toEqual(["the description says no more than the title or the caption"]));
  test("a land on the map without words for where it lies", () =>
    expect(
      problemsOf("facts/territories.yaml", "  where: On the Gulf of Riga, between Estonia and Lithuania.\n", "").map(
        ({ message }) => message,
      ),
    ).toContain("`where` is missing"));
});
