import { execFile } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeTinyCourse } from "@/content/fixtures/tiny-course";

const here = process.cwd();
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

/** Runs the command where content/ holds the tiny course, with no database to reach. */
function run(words: string[], ...changes: Parameters<typeof writeTinyCourse>[0] & object) {
  const { root, folder } = writeTinyCourse(changes);
  roots.push(root);
  mkdirSync(path.join(root, "content"));
  renameSync(folder, path.join(root, "content/tiny"));
  symlinkSync(path.join(here, "content/map"), path.join(root, "content/map"));
  const { DATABASE_URL: _, ...environment } = process.env;
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      [
        "--conditions=react-server",
        "--import",
        path.join(here, "scripts/typescript.mjs"),
        path.join(here, "scripts/content.ts"),
        ...words,
      ],
      { cwd: root, env: { ...environment, TSX_TSCONFIG_PATH: path.join(here, "tsconfig.json") } },
      (error, out, err) => done({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

const slip = { file: "facts/events.yaml", from: "  place: Moscow", to: "  plase: Moscow" };

test("content:check says file, line and what to do, and fails", { timeout: 60_000 }, async () => {
  const { code, out, err } = await run(["check"], slip);
  expect(err).toBe("");
  expect(out).toMatch(/^content\/tiny\/facts\/events\.yaml:\d+ `plase` is not a field here → Did you mean `place`\?/m);
  expect(out).toMatch(/2 to mend\.\n$/);
  expect(code).toBe(1);
});

test("content:check --json prints numbers and problems for a machine", { timeout: 60_000 }, async () => {
  const { code, out } = await run(["check", "--json"]);
  expect(JSON.parse(out)).toMatchObject({ lessons: 1, items: 15, facts: 3, factsAsked: 2, problems: [] });
  expect(code).toBe(0);
});

test(
  "content:check --json prints one object of these fields, also of a course that is broken",
  { timeout: 60_000 },
  async () => {
    const broken = [
      [slip],
      [{ file: "course.yaml", to: "lessons: [" }],
      [{ file: "course.yaml", to: null }],
      [{ file: "quizzes/pact-quiz.yaml", to: "items: 7" }],
    ];
    for (const changes of broken) {
      const { code, out } = await run(["check", "--json"], ...changes);
      const printed = JSON.parse(out) as Record<string, unknown>;
      expect(Object.keys(printed)).toEqual([
        ...["lessons", "items", "itemsBySkill", "itemsByKind", "facts", "factsAsked", "problems"],
      ]);
      expect(Object.keys(printed.itemsBySkill as object)).toEqual([
        ...["dates", "signatories", "annexations", "people", "places", "numbers", "ideas"],
      ]);
      for (const problem of printed.problems as object[])
        expect(problem).toEqual({
          file: expect.stringMatching(/^content/) as string,
          line: expect.any(Number) as number,
          message: expect.any(String) as string,
          remedy: expect.any(String) as string,
        });
      expect(printed.problems).not.toEqual([]);
      expect(code).toBe(1);
    }
  },
);

test("content:check writes its tables, and says when they are out of date", { timeout: 60_000 }, async () => {
  const { code, out } = await run(["check", "--compare"]);
  expect(out).toContain(
    "docs/coverage.md:1 this page is not what the course covers now → Run `npm run content:check -- --write`.",
  );
  expect(code).toBe(1);
  const again = await run(["check", "--write", "--compare"]);
  expect(again.out).toContain("Wrote docs/coverage.md.");
  expect(again.code).toBe(0);
});

test("content:publish hands over nothing while there is something to mend", { timeout: 60_000 }, async () => {
  const { code, out, err } = await run(["publish"], slip);
  expect(out).toBe("");
  expect(err).toContain("Nothing was published: 2 to mend first.");
  expect(code).toBe(1);
});

test("content:publish without a database says which setting is missing", { timeout: 60_000 }, async () => {
  const { code, err } = await run(["publish"]);
  expect(err).toContain("set DATABASE_URL");
  expect(code).toBe(2);
});
