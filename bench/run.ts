/**
 * npm run bench [-- grading|school] [--quick] [--learners 100,1000] [--only TEXT]
 *
 * What Annals costs, next to a limit or a peer measured in the same run: grading, and a teacher's pages and files in a
 * seeded school; or one of the two. 1 when something is over its limit. `--quick` shows that the measurements work and
 * judges no time; `--learners` are the classes' sizes, and `--only` the views with that text in their names, or with one of
 * several, `live,regrade`.
 */
import { parseArgs } from "node:util";

import { ensureClient } from "../scripts/build.mjs";
import { benchGrading } from "./grading";

const PARTS = ["grading", "school"];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean" }, learners: { type: "string" }, only: { type: "string" } },
});
const { quick = false, only = "" } = values;
const sizes = values.learners?.split(",").map(Number);
const wrong = positionals.find((part) => !PARTS.includes(part));
if (wrong !== undefined || sizes?.some((size) => !Number.isSafeInteger(size) || size < 30)) {
  console.error(
    "npm run bench [-- grading|school] [--quick] [--learners 100,1000] [--only TEXT]; classes have 30 or more.",
  );
  process.exit(2);
}
const wanted = (part: string) => positionals.length === 0 || positionals.includes(part);

let within = true;
if (wanted("grading")) within = benchGrading({ quick });
if (wanted("school")) {
  // A fresh clone has no database client yet, and the school's part needs one.
  await ensureClient({ say: console.log });
  const { benchSchool } = await import("./school");
  within = (await benchSchool({ quick, sizes, only })) && within;
}
if (!within && !quick) console.log("Something is over its limit.");
process.exitCode = within || quick ? 0 : 1;
