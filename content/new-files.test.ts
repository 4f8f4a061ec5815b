import { mkdtempSync, rmSync } from "node:fs";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { compileCourse } from "./compile";
import { writeTinyCourse } from "./fixtures/tiny-course";
import { newCourse, newLesson, type NewFiles } from "./new-files";

const map = path.join(process.cwd(), "content/map");
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

function write(folder: string, files: NewFiles): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** What is wrong besides what the new files say themselves is still to be written. */
function toMend(folder: string, root: string): string[] {
  const { problems } = compileCourse(folder, { root, map });
  return problems
    .filter(({ message }) => message !== "this is still to be written")
    .map(({ file, message }) => `${file} ${message.replace(/\d+/, "N")}`);
}

test("A new lesson shows what is still to write, and nothing else is wrong with it", () => {
  const fact = (id: string, day: string) =>
    `\n- { id: ${id}, type: event, name: ${id}, statement: It was., date: 1939-09-${day}, sources: [K], confidence: H }\n`;
  const { folder, root } = writeTinyCourse([
    { file: "facts/more.yaml", to: `${fact("one", "01")}${fact("another", "17")}` },
  ]);
  roots.push(root);
  const { course } = compileCourse(folder, { root, map });
  write(folder, newLesson("second", course!)!);
  expect(toMend(folder, root)).toEqual([
    "tiny/lessons/second.md this lesson has N words",
    "tiny/lessons/second.md lesson `second` is not in course.yaml",
    "tiny/quizzes/second.yaml this quiz has N questions",
  ]);
});

test("A new course does so too", () => {
  const root = mkdtempSync(path.join(tmpdir(), "annals-course-"));
  roots.push(root);
  write(path.join(root, "cold-war"), newCourse("cold-war"));
  expect(toMend(path.join(root, "cold-war"), root)).toEqual([
    "cold-war/lessons/cold-war-1.md this lesson has N words",
    "cold-war/quizzes/cold-war-1.yaml this quiz has N questions",
  ]);
});
