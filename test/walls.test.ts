import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

// A small house in a temporary folder: one file for each import that a wall must stop or let through.
const house = mkdtempSync(join(tmpdir(), "annals-walls-"));
afterAll(() => rmSync(house, { recursive: true, force: true }));

const packages = ["react", "next", "next-auth", "pg", "@prisma/adapter-pg", "@prisma/client"];
const places = [
  "app/page.tsx",
  "ui/table.tsx",
  "questions/contract.ts",
  "questions/index.ts",
  "questions/date/grade.ts",
  "questions/date/player.tsx",
  "questions/order/schema.ts",
  "facts/dates.ts",
  "assessment/score.ts",
  "records/attempts.ts",
  "auth/index.ts",
  "content/compile.ts",
  "content/schema.ts",
  "interchange/gift/read.ts",
  "server/front.ts",
  "scripts/content.ts",
  "test/clock.ts",
  "e2e/people.ts",
  "bench/save.ts",
  "preview/course.ts",
  "prisma/client/client.ts",
];

/** Importer, imported, the wall that stops it (null: none does). */
const imports: [from: string, to: string, wall: string | null][] = [
  ["facts/a.ts", "questions/contract.ts", "facts-knows-no-other-room"],
  ["facts/b.ts", "records/attempts.ts", "facts-knows-no-other-room"],
  ["facts/c.ts", "react", "no-react-in-facts"],
  ["assessment/a.ts", "facts/dates.ts", "assessment-knows-no-other-room"],
  ["assessment/b.ts", "react", "no-react-in-assessment"],
  ["ui/a.tsx", "facts/dates.ts", "ui-knows-no-other-room"],
  ["ui/b.tsx", "records/attempts.ts", "ui-knows-no-other-room"],
  ["ui/c.tsx", "react", null],
  ["questions/date/a.ts", "facts/dates.ts", null],
  ["questions/date/review.tsx", "ui/table.tsx", null],
  ["questions/date/b.ts", "ui/table.tsx", "ui-only-in-views"],
  ["questions/date/c.ts", "records/attempts.ts", "questions-knows-facts-and-ui"],
  ["questions/date/d.ts", "assessment/score.ts", "questions-knows-facts-and-ui"],
  ["questions/date/e.ts", "questions/order/schema.ts", "one-kind-not-another"],
  ["questions/date/f.ts", "questions/contract.ts", null],
  ["questions/order/grade.ts", "react", "no-react-in-grade"],
  ["questions/order/player.tsx", "questions/index.ts", "registry-on-the-server"],
  ["questions/order/player.tsx", "react", null],
  ["questions/order/player.tsx", "questions/order/schema.ts", "no-schema-in-players"],
  ["questions/date/g.ts", "content/compile.ts", "questions-knows-facts-and-ui"],
  ["content/a.ts", "questions/index.ts", null],
  ["content/b.ts", "facts/dates.ts", null],
  ["content/c.ts", "records/attempts.ts", "content-knows-questions-and-facts"],
  ["content/d.ts", "ui/table.tsx", "content-knows-questions-and-facts"],
  ["interchange/a.ts", "content/schema.ts", null],
  ["interchange/b.ts", "content/compile.ts", "interchange-schema-only"],
  ["interchange/c.ts", "records/attempts.ts", "interchange-knows-questions-and-facts-and-content"],
  ["records/a.ts", "assessment/score.ts", null],
  ["records/b.ts", "questions/index.ts", null],
  ["records/c.ts", "prisma/client/client.ts", null],
  ["records/d.ts", "@prisma/adapter-pg", null],
  ["records/e.ts", "auth/index.ts", "records-knows-questions-and-assessment-and-facts"],
  ["records/f.ts", "content/compile.ts", "records-knows-questions-and-assessment-and-facts"],
  ["records/g.ts", "app/page.tsx", "records-knows-questions-and-assessment-and-facts"],
  ["auth/a.ts", "records/attempts.ts", null],
  ["auth/b.ts", "next-auth", null],
  ["auth/c.ts", "facts/dates.ts", "auth-knows-records"],
  ["app/a.tsx", "records/attempts.ts", null],
  ["app/b.tsx", "auth/index.ts", null],
  ["app/c.tsx", "prisma/client/client.ts", "prisma-in-records"],
  ["app/d.tsx", "@prisma/client", "prisma-in-records"],
  ["app/e.tsx", "pg", "database-in-records"],
  ["app/f.tsx", "next-auth", "sign-in-in-auth"],
  ["app/g.tsx", "scripts/content.ts", "app-is-a-door"],
  ["app/h.tsx", "test/clock.ts", "app-is-a-door"],
  ["app/p.tsx", "preview/course.ts", "app-is-a-door"],
  ["preview/page.tsx", "app/page.tsx", null],
  ["preview/item.tsx", "questions/index.ts", null],
  ["preview/data.ts", "records/attempts.ts", "preview-knows-app-and-ui-and-questions-and-facts-and-content"],
  ["server/a.ts", "records/attempts.ts", null],
  ["server/b.ts", "@prisma/adapter-pg", "database-in-records"],
  ["auth/d.ts", "prisma/client/client.ts", "prisma-in-records"],
  ["content/e.ts", "prisma/client/client.ts", "prisma-in-records"],
  ["scripts/a.ts", "records/attempts.ts", null],
  ["scripts/b.ts", "prisma/client/client.ts", "prisma-in-records"],
  ["scripts/c.ts", "test/clock.ts", "test-only-in-tests"],
  ["bench/a.ts", "e2e/people.ts", "test-only-in-tests"],
  ["records/a.test.ts", "test/clock.ts", null],
  ["facts/a.test.ts", "test/clock.ts", null],
  ["app/i.tsx", "nowhere-at-all", "resolvable"],
];

function place(path: string, text: string) {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** Three ways to write one import, which must be one to the walls. */
const spellings = {
  alias: (_from: string, to: string) => `import "@/${to}";`,
  relative: (from: string, to: string) => `import "${relative(from, to)}";`,
  type: (_from: string, to: string) => `import type { it } from "@/${to}"; export type That = typeof it;`,
};
const relative = (from: string, to: string) => "../".repeat(from.split("/").length - 1) + to;
const isPackage = (to: string) => !to.includes("/") || to.startsWith("@");
const bare = (path: string) => path.replace(/\.tsx?$/, "");

function cruise() {
  const root = resolve(import.meta.dirname, "..");
  const cli = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(root, ".dependency-cruiser.cjs");
  const known = [
    "app",
    "preview",
    "ui",
    "questions",
    "facts",
    "assessment",
    "records",
    "auth",
    "content",
    "interchange",
    "server",
  ];
  const result = spawnSync(
    process.execPath,
    [cli, "--config", config, "--output-type", "json", ...known, "scripts", "bench", "test", "e2e"],
    { cwd: house, encoding: "utf8", maxBuffer: 64 << 20 },
  );
  const report = JSON.parse(result.stdout) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return report.summary.violations;
}

describe("the walls between rooms", () => {
  place("package.json", JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "1"])) }));
  place(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } } }),
  );
  for (const name of packages) {
    place(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    place(`node_modules/${name}/index.js`, "export const it = 1;");
  }
  for (const path of places) place(path, "export const it = 1;");
  const cases = imports.flatMap(([from, to, wall]) =>
    Object.entries(spellings)
      // What concerns a browser's weight lets types through: they have none.
      .filter(([spelling]) => !(spelling === "type" && /registry-on-the-server|in-players/.test(wall ?? "")))
      .filter(([spelling]) => !(isPackage(to) && spelling === "relative"))
      .map(([spelling, write]) => {
        // A copy of its own for each spelling; names that a wall knows by heart keep theirs, in a kind of their own.
        const file = /(grade|player|review)\.tsx?$/.test(from)
          ? from.replace(
              /^(questions\/)[^/]+/,
              `$1${spelling}-${imports.findIndex((i) => i[0] === from && i[1] === to)}`,
            )
          : from.replace(/([a-z]+)(\.test)?\.(tsx?)$/, `$1-${spelling}$2.$3`);
        const line = isPackage(to)
          ? spelling === "type"
            ? `import type { it } from "${to}"; export type That = typeof it;`
            : `import "${to}";`
          : write(file, bare(to));
        place(file, line + "\n");
        return { from, file, to, spelling };
      }),
  );
  const violations = cruise();

  test.each(imports)("%s importing %s, however it is spelt, meets the wall: %s", (from, to, wall) => {
    for (const { file, spelling } of cases.filter((each) => each.from === from && each.to === to)) {
      const stopped = violations.filter((v) => v.from === file).map((v) => v.rule.name);
      if (wall === null) expect(stopped, spelling).toEqual([]);
      else expect(stopped, spelling).toContain(wall);
    }
  });

  test("every wall gives its reason and is tried above", () => {
    const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
      forbidden: { name: string; comment: string }[];
    };
    const tried = new Set(imports.map(([, , wall]) => wall));
    for (const wall of forbidden) {
      expect(wall.comment, wall.name).toMatch(/^.{30,}\.\)?$/);
      if (!["no-circles", "declared-packages"].includes(wall.name)) expect([...tried], wall.name).toContain(wall.name);
    }
  });
});
