import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Problems } from "./problems";
import { checked, readYaml } from "./yaml";

const schema = z.strictObject({
  title: z.string().min(1, "says nothing → Write it."),
  list: z.array(z.strictObject({ id: z.string(), mark: z.enum(["H", "M"]).optional() })),
  either: z.union([z.number(), z.strictObject({ date: z.string() })]).optional(),
});

function problemsOf(text: string, firstLine = 1) {
  const problems = new Problems();
  const yaml = readYaml("x.yaml", text, problems, firstLine);
  if (yaml) checked(schema, yaml, [], problems);
  return problems.list().map(({ line, message, remedy }) => `${line}: ${message} → ${remedy}`);
}

describe("A slip in a YAML file is said with its line and what to do", () => {
  test("A text without a slip has no problem", () => {
    expect(problemsOf("title: T\nlist:\n  - id: a\neither: { date: 1939-08 }\n")).toEqual([]);
  });

  test("A field that no schema knows, with the one that was probably meant", () => {
    expect(problemsOf("title: T\nlist:\n  - id: a\n    marc: H\n")).toEqual([
      "4: `marc` is not a field here → Did you mean `mark`? The fields here are `id`, `mark`.",
    ]);
  });

  test("A field that is missing, at what it is missing from", () => {
    expect(problemsOf("title: T\nlist:\n  - id: a\n  - mark: H\n")).toEqual([
      "4: `list[2].id` is missing → Add `id:` with text.",
    ]);
  });

  test("A value of another type", () => {
    expect(problemsOf("title: [1]\nlist: none\n")).toEqual([
      "1: `title` is not text → Write text.",
      "2: `list` is not a list → Write a list.",
    ]);
  });

  test("A word that may not stand there, with those that may", () => {
    expect(problemsOf("title: T\nlist:\n  - id: a\n    mark: X\n")).toEqual([
      "4: `list[1].mark` is none of the words that may stand here → Write H or M.",
    ]);
  });

  test("Of two forms the one that was meant", () => {
    expect(problemsOf("title: T\nlist: []\neither:\n  date: 3\n")).toEqual([
      "4: `either.date` is not text → Write text.",
    ]);
  });

  test("A field twice", () => {
    expect(problemsOf("title: T\nlist: []\ntitle: U\n")).toEqual([
      "3: this field stands here twice → Keep one of the two.",
    ]);
  });

  test("A colon inside a text", () => {
    expect(problemsOf("title: Munich: the end\nlist: []\n")).toEqual([
      "1: a colon and a space stand inside this text → Put the whole text in quotes.",
    ]);
  });

  test("An alias", () => {
    expect(problemsOf("title: &t T\nlist:\n  - id: *t\n")).toEqual([
      "3: `*t` refers to another part of the file → Write the value out.",
    ]);
  });

  test("A million aliases are turned away like one", () => {
    const lines = Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    expect(problemsOf(["a0: &a0 [x]", ...lines].join("\n")).length).toBeGreaterThan(0);
  });

  test("Lines of a front matter are counted from the top of its file", () => {
    expect(problemsOf("title: T\nlist: 3\n", 2)).toEqual(["3: `list` is not a list → Write a list."]);
  });

  test("An empty file", () => {
    expect(problemsOf("")).toEqual(["1: this is not fields of its own → Write fields of its own."]);
  });
});
