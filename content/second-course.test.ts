import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { courseHref, glossaryHref } from "@/app/course/addresses";
import { courseFolders, courseOfQuiz, courses, findLesson, loadCourse, loadCourses } from "./course";

// Whole courses are compiled.
vi.setConfig({ testTimeout: 60_000 });

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

/** A folder with the tiny course of the tests in it, some of its text exchanged. */
function folder(change: (text: string) => string = (text) => text, id = "tiny"): string {
  const root = mkdtempSync(path.join(tmpdir(), "annals-courses-"));
  roots.push(root);
  const courses = path.join(root, "courses");
  cpSync("test/courses/tiny", path.join(courses, id), { recursive: true });
  const file = path.join(courses, id, "quizzes/tiny-quiz.yaml");
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return courses;
}

const main = courses()[0]!;
// What was compiled from one folder is not what lies in the next.
const forget = () => delete (globalThis as { annalsCourses?: unknown }).annalsCourses;

beforeEach(() => void vi.stubEnv("ANNALS_COURSES", folder()));
afterEach(() => {
  vi.unstubAllEnvs();
  forget();
});

describe("A course in a folder of its own", () => {
  test("stands beside the main one without anything else being said", () => {
    expect(courses()).toEqual([main, "tiny"]);
    expect(loadCourse().id).toBe(main);
    expect(loadCourses().map(({ id }) => id)).toEqual([main, "tiny"]);
  });

  test("is found by its lessons and quizzes", () => {
    expect(findLesson("tiny-pact")).toMatchObject({ course: { id: "tiny" }, lesson: { title: "The pact" } });
    expect(findLesson(loadCourse().lessons[0]!.id)?.course.id).toBe(main);
    expect(findLesson("nowhere")).toBeUndefined();
    expect(courseOfQuiz("tiny-quiz")?.id).toBe("tiny");
  });

  test("has addresses of its own, and the main one keeps '/'", () => {
    expect([main, "tiny"].map(courseHref)).toEqual(["/", "/courses/tiny"]);
    expect([main, "tiny"].map(glossaryHref)).toEqual(["/glossary", "/courses/tiny/glossary"]);
  });

  test("has problems whose paths begin at its own folder", () => {
    vi.stubEnv(
      "ANNALS_COURSES",
      folder((text) => text.replace("kind: date", "kind: dote")),
    );
    expect(() => loadCourse("tiny")).toThrow(/\ncourses\/tiny\/quizzes\/tiny-quiz\.yaml:\d+ there is no kind/);
  });

  test("is refused when it uses an id of another course, with both places", () => {
    vi.stubEnv(
      "ANNALS_COURSES",
      folder((text) => text.replace("tiny-q1\n", `${loadCourse().quizzes[0]!.items[0]!.id}\n`)),
    );
    expect(() => loadCourses()).toThrow(
      new RegExp(
        `courses/tiny/quizzes/tiny-quiz\\.yaml:6 the course \`${main}\` has a question .* the other is at content/${main}/quizzes/.*:\\d+`,
      ),
    );
  });
});

test("The order of courses is that of content/courses.yaml, then the alphabet", () => {
  vi.stubEnv("ANNALS_COURSES", folder(undefined, "another"));
  mkdirSync(path.join(process.env.ANNALS_COURSES!, "no-course"));
  // By the alphabet alone `another` would be first.
  expect(courseFolders().map(({ id, root }) => [id, path.basename(root)])).toEqual([
    [main, path.basename(process.cwd())],
    ["another", path.basename(path.dirname(process.env.ANNALS_COURSES!))],
  ]);
});
