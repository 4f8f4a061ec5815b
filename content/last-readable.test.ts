import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { compileCourse } from "./compile";
import { readCourseFiles } from "./files";
import { writeTinyCourse } from "./fixtures/tiny-course";
import { lastReadable } from "./last-readable";
import type { Memory } from "./memory";
import { problemLine, Problems } from "./problems";

const map = path.join(process.cwd(), "content/map");
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

let [folder, root] = ["", ""];
let kept = new Map<string, string>();
beforeEach(() => {
  ({ folder, root } = writeTinyCourse());
  roots.push(root);
  kept = new Map();
});

const read = () => lastReadable(readCourseFiles(folder, new Problems(), root), kept);
function change(file: string, from: string, to: string) {
  const whole = path.join(folder, file);
  const text = readFileSync(whole, "utf8");
  expect(text).toContain(from);
  writeFileSync(
    whole,
    text.replace(from, () => to),
  );
}

describe("A file that cannot be read", () => {
  test.each([
    ["facts/events.yaml", "name: The pact", "name: The: pact"],
    ["lessons/pact.md", "title: The pact", "title: The: pact"],
    ["lessons/pact.md", "---\nid: pact", "--\nid: pact"],
  ])("stands as it was when it could, and says what is wrong: %s", (file, from, to) => {
    const before = read();
    expect(before.problems).toEqual([]);
    change(file, from, to);
    const { files, problems, stale } = read();
    expect(files).toEqual(before.files);
    expect([...stale]).toEqual([`tiny/${file}`]);
    expect(problems.map(({ file }) => file)).toEqual([`tiny/${file}`]);
    expect(compileCourse(folder, { root, map, files }).problems).toEqual([]);
  });

  test("that never could is left to the check", () => {
    change("course.yaml", "title: A tiny", "title: A: tiny");
    const { files, problems, stale } = read();
    expect([problems, [...stale]]).toEqual([[], []]);
    expect(compileCourse(folder, { root, map, files }).problems.map(problemLine)).toEqual([
      expect.stringMatching(/^tiny\/course\.yaml:2 a colon and a space/),
    ]);
  });
});

describe("What has a slip in one field is shown with the others", () => {
  test("a lesson, its words and all that asks about it", () => {
    change("lessons/pact.md", "question: What was signed?", "question: What was signed, and why");
    const { entries, problems } = compileCourse(folder, { root, map });
    expect(entries.lessons[0]).toMatchObject({ lesson: { id: "pact", title: "The pact", question: "" } });
    expect(entries.lessons[0]?.lesson.blocks.length).toBeGreaterThan(5);
    expect(problems).toHaveLength(1);
  });

  test("a quiz and its questions; a course and its lessons", () => {
    change("quizzes/pact-quiz.yaml", "shortTitle: Pact\n", "");
    change("course.yaml", "subtitle: Two days in August\n", "");
    const { course, problems } = compileCourse(folder, { root, map });
    expect(course).toMatchObject({ id: "tiny", title: "A tiny course", lessons: [{ id: "pact" }] });
    expect(course?.quizzes[0]?.items).toHaveLength(15);
    expect(problems.map(({ message }) => message)).toEqual(["`subtitle` is missing", "`shortTitle` is missing"]);
  });
});

test("Every block of a lesson is known by its lines", () => {
  const { entries } = compileCourse(folder, { root, map });
  const { lesson, lines } = entries.lessons[0]!;
  const text = readFileSync(path.join(folder, "lessons/pact.md"), "utf8").split("\n");
  const begins = lines.map(({ from }) => text[from - 1]);
  expect(begins).toHaveLength(lesson.blocks.length);
  expect(begins[0]).toBe("## Before");
  expect(begins[1]).toBe(":::passage{#memel}");
  expect(text[lines[1]!.to - 1]).toBe(":::");
});

test("A course compiled with a memory is the course compiled without one, after every change", () => {
  const memory: Memory = new Map();
  const changes = [
    ["lessons/pact.md", "It was said", "It was rumoured"],
    ["quizzes/pact-quiz.yaml", "right: It did, in March.", "right: Germany did, in March."],
    ["facts/events.yaml", "date: 1939-08-23", "date: 1939-08-22"],
    ["lessons/pact.md", "{#signed}", "{#written}"],
    ["quizzes/pact-quiz.yaml", "id: pact-q2\n", "id: pact-q1\n"],
    ["course.yaml", "title: A tiny", "title: Another tiny"],
  ] as const;
  for (const [file, from, to] of changes) {
    compileCourse(folder, { root, map, memory });
    change(file, from, to);
    const [fresh, recalled] = [{}, { memory }].map((more) => compileCourse(folder, { root, map, ...more }));
    expect(recalled?.problems).toEqual(fresh?.problems);
    expect(recalled?.notes).toEqual(fresh?.notes);
    expect(recalled?.course).toEqual(fresh?.course);
  }
});
