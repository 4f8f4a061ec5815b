/**
 * npm run -s regrade -- FILE     grades every item of FILE anew and prints each fraction with its receipt, as JSON.
 *                                `-` reads standard input. The format: docs/regrade.md. Needs no build, no database
 *                                and no generated client. 1 when an item could not be graded, 2 when no file could.
 */
import { readFileSync } from "node:fs";
import { regrade, type Regraded } from "@/records/regrade";

process.exitCode = main(process.argv.slice(2));

function main(files: string[]): number {
  const [file] = files;
  if (files.length !== 1 || file === undefined) return refuse("Say which file: npm run -s regrade -- FILE");
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  let value: unknown;
  try {
    // A byte order mark is no part of JSON, and editors write one.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return refuse(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const items = itemsOf(value);
  if (!items) return refuse(`${file} has no list of items: write { "items": [ … ] }, as docs/regrade.md has it.`);
  const results = items.map((item, index) => printable(regrade(item, index + 1)));
  process.stdout.write(`${JSON.stringify({ results }, null, 2)}\n`);
  return results.some(({ state }) => state === "error") ? 1 : 0;
}

/** The items of a file: under `items`, or the file itself when it is the list. */
function itemsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, "items")) return null;
  const { items } = value as { items: unknown };
  return Array.isArray(items) ? (items as unknown[]) : null;
}

/** What an item passes on to its receipt may be nested deeper than can be written down again. */
function printable(result: Regraded): Regraded {
  try {
    JSON.stringify(result);
    return result;
  } catch {
    return { id: result.id, state: "error", why: "What stands in this item is nested too deep." };
  }
}

/** Whoever reads the output as JSON gets JSON; whoever reads the terminal, a sentence. */
function refuse(why: string): number {
  process.stdout.write(`${JSON.stringify({ results: [], error: why }, null, 2)}\n`);
  console.error(why);
  return 2;
}
