import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "annals-regrade-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As `npm run -s regrade -- FILE` does it. */
function regrade(args: string[], input?: string) {
  const command = ["--conditions=react-server", "--import", "./scripts/typescript.mjs", "scripts/regrade.ts", ...args];
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", input, env });
  return { status, said: JSON.parse(stdout) as { results: { state: string; points?: number }[]; error?: string } };
}

function file(text: string): string {
  const path = join(folder, "items.json");
  writeFileSync(path, text);
  return path;
}

const item = {
  kind: "single-choice",
  body: {
    options: [
      { id: "a", text: "Estonia" },
      { id: "b", text: "Latvia" },
    ],
  },
  key: {
    options: [
      { id: "a", fraction: 1 },
      { id: "b", fraction: 0 },
    ],
  },
  response: { choice: "a" },
};

test(
  "prints every fraction as JSON, and ends with 1 when one item is not what it should be",
  { timeout: 60_000 },
  () => {
    const good = regrade([file(`\uFEFF${JSON.stringify({ items: [item, { ...item, response: { choice: "b" } }] })}`)]);
    expect(good).toMatchObject({ status: 0, said: { results: [{ points: 1 }, { points: 0 }] } });
    const bad = regrade(["-"], JSON.stringify([item, { ...item, kind: "essay" }, null]));
    expect(bad).toMatchObject({
      status: 1,
      said: { results: [{ state: "scored" }, { state: "error" }, { state: "error" }] },
    });
  },
);

test("ends with 2 and a sentence when there is nothing to grade", { timeout: 60_000 }, () => {
  for (const args of [[], [join(folder, "none.json")], [folder], [file("{ not JSON")], [file('{"items": 7}')]]) {
    const { status, said } = regrade(args);
    expect({ status, results: said.results }).toEqual({ status: 2, results: [] });
    expect(said.error).toMatch(/./);
  }
});

test("survives nesting that nothing can write down again", { timeout: 60_000 }, () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const text = JSON.stringify({ items: [item, { ...item, fact: 0 }] }).replace('"fact":0', `"fact":${deep}`);
  const { status, said } = regrade([file(text)]);
  expect([status, said.results.map(({ state }) => state)]).toEqual([1, ["scored", "error"]]);
});
