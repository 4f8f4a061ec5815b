import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { makeFactBase } from "@/facts/base";
import { isKindName, kindOf, kinds } from "@/questions";
import { readLessonBody } from "./markdown";
import { Problems } from "./problems";
import { blueprints } from "./blueprints";
import {
  agreementSchema,
  blueprintSchema,
  courseSchema,
  figureSchemas,
  itemSchema,
  lessonSchema,
  quizSchema,
  slotSchema,
  termSchema,
} from "./schema";
import { skills } from "./skills";

const page = readFileSync("docs/author.md", "utf8");
const examples = [...page.matchAll(/^```(yaml|markdown)\n([\s\S]*?)^```$/gm)].map(([, language, text = ""]) => ({
  language,
  text,
}));

/** The example that begins so, parsed. */
function example(begins: string): unknown {
  const found = examples.find(({ text }) => text.startsWith(begins));
  if (!found) throw new Error(`no example begins with ${begins}`);
  return parse(found.text);
}

describe("What the author's page shows is what the check takes", () => {
  test("the fact", () => {
    expect(agreementSchema.array().safeParse(example("- id:")).error).toBeUndefined();
  });

  test("the figures", () => {
    expect(figureSchemas.map.safeParse(example("id: spheres-1939\n")).error).toBeUndefined();
    expect(figureSchemas.changes.safeParse(example("id: finland-1940-changes\n")).error).toBeUndefined();
    expect(figureSchemas.bars.safeParse(example("id: soviet-military-dead-example\n")).error).toBeUndefined();
    expect(figureSchemas.signatures.safeParse(example("id: moscow-pacts-1939\n")).error).toBeUndefined();
  });

  test("the lesson, but for ids that are another course's", () => {
    const [, front = "", body = ""] =
      /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(examples.find(({ language }) => language === "markdown")?.text ?? "") ??
      [];
    expect(lessonSchema.safeParse(parse(front)).error).toBeUndefined();
    const problems = new Problems();
    readLessonBody(
      "author.md",
      body,
      { facts: makeFactBase({}), figures: new Set(["spheres-1939"]), terms: new Map() },
      problems,
    );
    const slips = problems.list().map((each) => each.message);
    expect(slips.filter((message) => !message.startsWith("there is no "))).toEqual([]);
  });

  test("the glossary", () => {
    expect(termSchema.array().safeParse(example("# glossary.yaml")).error).toBeUndefined();
  });

  test("the quiz", () => {
    const quiz = quizSchema.parse(example("id: pact\nlesson"));
    expect(itemSchema.safeParse(quiz.items[0]).error).toBeUndefined();
  });

  test("what any question may have", () => {
    const quiz = quizSchema.parse(example("id: pact\nlesson"));
    const item = { ...(quiz.items[0] as object), ...(example("hints:") as object) };
    expect(itemSchema.safeParse(item).error).toBeUndefined();
  });

  test("the course's parts, and the quiz about several lessons", () => {
    const parts = example("# course.yaml") as object;
    const course = { id: "a", title: "A", subtitle: "B", sentence: "C.", span: { from: "1938", to: "1940" } };
    expect(courseSchema.safeParse({ ...course, ...parts }).error).toBeUndefined();
    const quiz = quizSchema.parse(example("id: final\nlessons"));
    expect(slotSchema.safeParse(quiz.items[0]).error).toBeUndefined();
  });

  test("every skill stands in its table", () => {
    const rows = [...page.matchAll(/^\| `([a-z]+)` +\| .*\|.*\|$/gm)].map(([, skill]) => skill);
    expect(rows).toEqual(expect.arrayContaining([...skills]));
  });

  const asked = examples.filter(({ text }) => /^ {2}ask: /m.test(text) && !text.includes("lesson:"));

  test.each(asked.map(({ text }) => [text] as const))("questions from facts: %s", (text) => {
    for (const item of blueprintSchema.array().parse(parse(text))) expect(blueprints.has(item.ask)).toBe(true);
  });

  test("every ask stands in its table", () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (?:an? |several )/gm)].map(([, ask]) => ask);
    expect(rows.sort()).toEqual([...blueprints.keys()].sort());
  });

  test.each(Object.keys(kinds))("%s, as its kind reads it", (name) => {
    const { kind, ...own } = example(`kind: ${name}\n`) as { kind: string };
    expect(isKindName(kind) && kindOf(kind).author.schema.safeParse(own).error).toBeUndefined();
  });
});
