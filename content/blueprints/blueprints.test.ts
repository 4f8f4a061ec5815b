import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { kindOf } from "@/questions";
import { drawVariant } from "@/questions/variant";
import { blueprints } from ".";
import { earned } from "../exercise";
import { withItems } from "../fixtures/real-course";
import { problemLine } from "../problems";

// Each case compiles a course.
vi.setConfig({ testTimeout: 60_000 });

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

function compile(...given: Parameters<typeof withItems>) {
  const made = withItems(...given);
  roots.push(made.root);
  return made;
}

/** The one question of a YAML text that has no problem. */
function made(...given: Parameters<typeof withItems>) {
  const { items, problems, notes } = compile(...given);
  expect(problems.map(problemLine)).toEqual([]);
  return { item: items[0]!, first: items[0]!.variants[0]!, notes };
}

const options = (body: unknown) => (body as { options: { id: string; text: string }[] }).options;

describe("What an author need not write", () => {
  const asks: [ask: string, of: string, kind: string, prompt: RegExp][] = [
    ["signed-on", "german-soviet-boundary-treaty-1939", "date", /^On which date was the German-Soviet Boundary/],
    ["signed-by", "german-soviet-boundary-treaty-1939", "signatories", /^Who signed the German-Soviet Boundary/],
    ["signed-where", "german-soviet-boundary-treaty-1939", "single-choice", /^Where was the German-Soviet Boundary/],
    ["parties", "lithuanian-strip-1941", "signatories", /^Which states are parties to the secret protocol on/],
    ["which-agreement", "lithuanian-strip-1941", "single-choice", /^Which of these is dated 10\sJanuary 1941\?$/],
    [
      "happened-on",
      "secret-protocol-published-1946",
      "date",
      /^On which date did this happen: ‘The secret protocol is first printed’\?$/,
    ],
    ["taken-by", "vilnius-transfer-1939", "single-choice", /^Which state got the Vilnius region in October 1939\?$/],
    ["taken-from", "vilnius-transfer-1939", "single-choice", /^Which state lost the Vilnius region in October 1939\?$/],
    [
      "by-which-instrument",
      "sudetenland-1938",
      "single-choice",
      /^By which of these did the Sudetenland pass from Czechoslovakia to Germany\?$/,
    ],
    [
      "change",
      "sudetenland-1938",
      "transfer",
      /^How did the Sudetenland change hands\? Say which state lost it, which state got it, when and by which treaty/,
    ],
    ["fill-in", "soviet-latvian-pact-1939", "cloze", /^Fill in the gaps/],
    [
      "came-first",
      "[munich-agreement-1938, lithuanian-strip-1941, soviet-admission-1989]",
      "single-choice",
      /came first/,
    ],
    [
      "in-order",
      "[munich-agreement-1938, lithuanian-strip-1941, soviet-admission-1989]",
      "ordering",
      /^Put these three in the order/,
    ],
  ];

  const all = compile(asks.map(([ask, of]) => `- { id: made-${ask}, ask: ${ask}, of: ${of}, points: 2 }`).join("\n"));

  test("nothing of it is a slip", () => expect(all.problems.map(problemLine)).toEqual([]));

  test("every ask there is", () => expect(asks.map(([ask]) => ask).sort()).toEqual([...blueprints.keys()].sort()));

  test.each(asks)("%s makes a question that can be answered", (ask, _, kind, prompt) => {
    const item = all.items.find(({ id }) => id === `made-${ask}`)!;
    const first = item.variants[0]!;
    expect(item).toMatchObject({ kind, points: 2, rules: { hints: [] } });
    expect(item.variants.map(({ id }) => id)).toEqual([`made-${ask}`]);
    expect(first.prompt).toMatch(prompt);
    expect(first.key.why.right).not.toBe("");
    expect(first.key.why.wrong).not.toBe(first.key.why.right);
    expect(first.key.why.passage.number).toBeGreaterThan(0);
    const the = { kind: kindOf(kind), prompt: first.prompt, body: first.body, answer: first.key.answer };
    expect(earned(the, the.kind.solve(the.answer, the.body))).toMatchObject({ state: "scored", fraction: 1 });
  });

  test("the passage is the quiz's own lesson's when it names the fact, another's when it does not", () => {
    const own = made("- { id: made, ask: taken-from, of: vilnius-transfer-1939, points: 1 }", {
      quiz: "baltic-states",
    });
    expect(own.first.key.why.passage).toMatchObject({ lessonId: "baltic-states", id: "vilnius" });
    const other = made("- { id: made, ask: taken-from, of: vilnius-transfer-1939, points: 1 }", { quiz: "munich" });
    expect(other.first.key.why.passage.lessonId).toBe("poland");
  });

  test("whoever chose a wrong answer is told what it would have been right for", () => {
    const { first } = made("- { id: made, ask: taken-by, of: vilnius-transfer-1939, points: 1 }");
    const feedback = (first.key.answer as { options: { fraction: number; feedback?: string }[] }).options.filter(
      ({ fraction }) => fraction === 0,
    );
    expect(feedback.length).toBe(3);
    for (const each of feedback) expect(each.feedback).toBeTruthy();
  });

  test("an agreement of two dates says both and why", () => {
    const { first } = made("- { id: made, ask: signed-on, of: german-soviet-boundary-treaty-1939, points: 1 }");
    expect(first.key.why.wrong).toMatch(/28.September 1939 \(29.September 1939 counts as well\).* early on the 29th/);
  });
});

describe("What is made reads as a sentence", () => {
  const said: [ask: string, of: string, prompt: string, wrong: string][] = [
    [
      "signed-by",
      "secret-protocols-1939-09-28",
      "Who signed the secret protocols of 28 September 1939? Choose everyone who did.",
      "They were signed by Joachim von Ribbentrop for Germany and Vyacheslav Molotov for the Soviet Union.",
    ],
    [
      "signed-where",
      "lithuanian-strip-1941",
      "Where was the secret protocol on the Lithuanian strip signed?",
      "It was signed in Moscow.",
    ],
    // An agreement that was signed in the night after its date was not signed on that date.
    [
      "signed-on",
      "munich-agreement-1938",
      "On which date was the Munich Agreement signed?",
      "The Munich Agreement is dated 29 September 1938 (30 September 1938 counts as well).",
    ],
    [
      "which-agreement",
      "german-soviet-boundary-treaty-1939",
      "Which of these is dated 28 September 1939?",
      "The German-Soviet Boundary and Friendship Treaty is of that date.",
    ],
    [
      "happened-on",
      "annexation-latvia-1940",
      "On which date did the Soviet Union annex Latvia? Give the date of the law, treaty or award, not the day on which troops came.",
      "It happened on 5 August 1940.",
    ],
    // What was a state of its own passed from nobody else.
    [
      "taken-by",
      "annexation-latvia-1940",
      "Which state got Latvia in August 1940?",
      "Latvia passed to the Soviet Union.",
    ],
    [
      "by-which-instrument",
      "annexation-latvia-1940",
      "By which of these did Latvia pass to the Soviet Union?",
      "The right answer is ‘USSR law of 5 August 1940’.",
    ],
    [
      "change",
      "annexation-latvia-1940",
      "How did Latvia change hands? Say which state got it and when.",
      "Latvia passed to the Soviet Union. What moved it: USSR law of 5 August 1940.",
    ],
    [
      "fill-in",
      "secret-protocols-1939-09-28",
      "Fill in the gaps.",
      "The September protocols are dated 28 September 1939 (29 September 1939 counts as well). They were signed by",
    ],
    [
      "in-order",
      "[munich-agreement-1938, lithuanian-strip-1941, soviet-admission-1989]",
      "Put these three in the order in which they happened, the earliest first.",
      "In order: Munich Agreement, 29 September 1938; Secret protocol on the Lithuanian strip, 10 January 1941;",
    ],
  ];
  const { items, problems } = compile(
    said.map(([ask, of], index) => `- { id: said-${index}, ask: ${ask}, of: ${of}, points: 1 }`).join("\n"),
  );
  const plain = (text: string) => text.replaceAll(/\s/g, " ");

  test("nothing of it is a slip", () => expect(problems.map(problemLine)).toEqual([]));

  test.each(said.map((each, index) => [index, ...each] as const))("%i: %s of %s", (index, ask, of, prompt, wrong) => {
    const { variants } = items.find(({ id }) => id === `said-${index}`)!;
    expect(plain(variants[0]!.prompt)).toBe(prompt);
    expect(plain(variants[0]!.key.why.wrong).startsWith(wrong), variants[0]!.key.why.wrong).toBe(true);
  });
});

describe("What an author writes goes before what is made", () => {
  test("prompt, feedback, passage and the kind's own fields", () => {
    const { first } = made(
      `- id: made
  ask: signed-on
  of: lithuanian-strip-1941
  points: 1
  prompt: When was the strip sold?
  right: Well known.
  wrong: Look again.
  general: Said to all.
  precision: month`,
    );
    expect(first).toMatchObject({ prompt: "When was the strip sold?", body: { precision: "month" } });
    expect(first.key.why).toMatchObject({ right: "Well known.", wrong: "Look again.", general: "Said to all." });
  });

  test("the number of wrong answers", () => {
    const { first } = made("- { id: made, ask: signed-where, of: lithuanian-strip-1941, points: 1, distractors: 4 }");
    expect(options(first.body)).toHaveLength(5);
  });
});

describe("More facts than one give variants", () => {
  const list = "- { id: made, ask: signed-where, of: [lithuanian-strip-1941, franco-soviet-pact-1935], points: 1 }";

  test("parallel questions, each with its fact in its id", () => {
    const { item } = made(list);
    expect(item.variants.map(({ id }) => id)).toEqual(["made~lithuanian-strip-1941", "made~franco-soviet-pact-1935"]);
    expect(item.variants.map(({ key }) => key.why.fact.id)).toEqual([
      "lithuanian-strip-1941",
      "franco-soviet-pact-1935",
    ]);
  });

  test("the same ones, with the same distractors, whenever they are made", () => {
    expect(made(list).item.variants).toEqual(made(list).item.variants);
  });

  test("which of them a learner meets follows from the seed, and none is left to chance alone", () => {
    const { item } = made(list);
    const drawn = Array.from({ length: 200 }, (_, seed) => drawVariant(seed * 7919, item.variants.length));
    expect(new Set(drawn)).toEqual(new Set([1, 2]));
  });

  test("what a filter finds and cannot be asked is left out with a note, not held against the author", () => {
    const { item, notes } = made(
      "- { id: made, ask: signed-where, of: { type: agreement, from: 1924, to: 1938 }, points: 1 }",
      { quiz: "munich" },
    );
    expect(item.variants.length).toBeGreaterThan(1);
    const left = notes.filter(({ message }) => message.includes(" is left out: "));
    expect(left.map(({ message }) => message).join("\n")).toMatch(/`franco-czechoslovak-locarno-1925` is left out: /);
    for (const note of left) expect(note.file).toMatch(/quizzes\/munich\.yaml$/);
  });

  test("a filter takes what the quiz's own lesson teaches, unless it names lessons", () => {
    const of = (more: string) =>
      `- { id: made, ask: taken-by, of: { type: transfer, takenBy: lithuania${more} }, points: 1 }`;
    expect(compile(of("")).problems.map(({ message }) => message)).toEqual([
      "no fact that a lesson teaches meets these conditions",
    ]);
    expect(made(of(", lessons: [baltic-states]")).item.variants).toHaveLength(1);
  });

  test("several lists of facts are several orderings", () => {
    const { item } = made(
      `- id: made
  ask: came-first
  points: 1
  of: [[munich-agreement-1938, soviet-admission-1989], [franco-soviet-pact-1935, lithuanian-strip-1941]]`,
    );
    expect(item.variants.map(({ id }) => id)).toEqual(["made~munich-agreement-1938", "made~franco-soviet-pact-1935"]);
  });

  test("a question written by hand may have variants as well", () => {
    const { item } = made(
      `- id: made
  kind: date
  points: 1
  precision: day
  right: Yes.
  wrong: No.
  variants:
    - { fact: molotov-ribbentrop-pact-1939, prompt: When was the pact signed?, passage: non-aggression }
    - { fact: lithuanian-strip-1941, prompt: When was the strip sold?, passage: lithuanian-strip }`,
    );
    expect(item.variants.map(({ id }) => id)).toEqual([
      "made~molotov-ribbentrop-pact-1939",
      "made~lithuanian-strip-1941",
    ]);
  });
});

describe("What cannot be asked so is refused, with the line of the question", () => {
  const refused: [fields: string, message: string | RegExp][] = [
    ["ask: signed-on, of: memel-klaipeda", "`signed-on` asks an agreement, and `memel-klaipeda` is a transfer"],
    ["ask: signed-onn, of: munich-agreement-1938", "there is no ask `signed-onn`"],
    ["ask: signed-on, of: munich-agreement-1939", "there is no fact `munich-agreement-1939`"],
    [
      "ask: signed-on, of: first-vienna-award-1938",
      "the date of `first-vienna-award-1938` is marked M, and this question takes one answer only",
    ],
    [
      "ask: signed-by, of: protocol-clarification-1939-08-28",
      /signatories of `protocol-clarification-1939-08-28` is not re-checked|no wrong answer is proved/,
    ],
    [
      "ask: happened-on, of: baltic-emissaries-1940",
      "The fact baltic-emissaries-1940 is dated June 1940, which is not one day",
    ],
    [
      "ask: signed-where, of: franco-czechoslovak-locarno-1925",
      "The place of `franco-czechoslovak-locarno-1925` is not one town",
    ],
    ["ask: signed-where, of: munich-agreement-1938", /prompt|Munich/],
    ["ask: by-which-instrument, of: memel-1945", "No act is named for `memel-1945`"],
    ["ask: by-which-instrument, of: vilnius-transfer-1939", "The act that moved `vilnius-region` names it"],
    [
      "ask: which-agreement, of: secret-protocols-1939-09-28",
      "The name of `secret-protocols-1939-09-28` says its date",
    ],
    [
      "ask: signed-where, of: franco-czechoslovak-alliance-1924",
      "From the facts only 1 wrong answer is proved to be wrong",
    ],
    [
      "ask: came-first, of: [ultimatum-latvia-1940, ultimatum-estonia-1940]",
      "`ultimatum-estonia-1940` may have been as early as `ultimatum-latvia-1940`",
    ],
    ["ask: came-first, of: munich-agreement-1938", "`came-first` asks several facts"],
    ["ask: signed-on, of: [[munich-agreement-1938, lithuanian-strip-1941]]", "`signed-on` asks one fact at a time"],
    ["ask: signed-on, of: { type: treaty }", "`of.type` is none of the words that may stand here"],
    ["ask: taken-by, of: annexation-estonia-1940, distractors: 1", "`distractors` is less than 2"],
  ];
  const { root, problems } = compile(
    refused.map(([fields], index) => `- { id: made-${index}, points: 1, ${fields} }`).join("\n"),
  );
  const lines = readFileSync(path.join(root, "soviet-union-ww2/quizzes/pact.yaml"), "utf8").split("\n");

  test.each(refused)("%s", (fields, message) => {
    const line = 1 + lines.findIndex((each) => each.endsWith(`${fields} }`));
    const here = problems.filter((each) => each.line === line);
    expect(here.map((each) => each.message).join("\n")).toMatch(message);
    for (const problem of here) expect(problem.remedy).not.toBe("");
  });

  test("a fact known to its century can never make a day question", () => {
    const { problems } = compile("- { id: made, ask: happened-on, of: secret-protocol-published-1946, points: 1 }", {
      changes: [{ file: "facts/pact.yaml", from: "date: 1946-05-22", to: 'date: "19XX"' }],
    });
    expect(problems.map(({ message }) => message).join("\n")).toMatch(/not one day|not a date/);
  });
});
