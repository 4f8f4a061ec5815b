/**
 * npm run content:check                reads every course, prints what an author has to mend, and what is covered.
 *                                      Needs no build, no database and no generated client. 1 when there are problems.
 *               … -- --json            the same for a machine: one JSON object, whatever the course is like.
 *               … -- --write           writes the tables of docs/coverage.md, when there is nothing to mend.
 *               … -- --compare         fails when docs/coverage.md is not what --write would write.
 * npm run content:publish              hands the courses to the database of DATABASE_URL; what is there already stays.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clashes, namedIn } from "@/content/clashes";
import type { CompiledCourse, Problem } from "@/content/compiled";
import { compileCourse } from "@/content/compile";
import { courseFolders, mapFolder } from "@/content/course";
import { coverage, coverageTables, together } from "@/content/coverage";
import { coverageMarkdown, coveragePage, courseTables } from "@/content/coverage-page";
import { problemLine } from "@/content/problems";

const [command, ...options] = process.argv.slice(2);
const has = (option: string) => options.includes(option);

if (command === "check") process.exitCode = has("--json") ? checkForMachine() : check();
else if (command === "publish") process.exitCode = await publishAll();
else {
  console.error("Say `npm run content:check` or `npm run content:publish`.");
  process.exitCode = 2;
}

interface All {
  problems: Problem[];
  notes: Problem[];
  courses: CompiledCourse[];
}

function compileAll(): All {
  const compiled = courseFolders().map(({ id, folder, root }) => {
    return { id, ...compileCourse(folder, { root, map: mapFolder() }) };
  });
  const both = clashes(compiled.map((each) => ({ id: each.id, named: namedIn(each) })));
  const none: Problem = {
    file: "content",
    line: 1,
    message: "there is no course here",
    remedy: "Write one: a folder with a course.yaml, as docs/author.md shows.",
  };
  return {
    problems: compiled.length === 0 ? [none] : [...compiled.flatMap((each) => each.problems), ...both],
    notes: compiled.flatMap((each) => each.notes),
    courses: compiled.flatMap((each): CompiledCourse[] => (each.course ? [each.course] : [])),
  };
}

function checkForMachine(): number {
  const { problems, courses: compiled } = compiledOrNot();
  console.log(JSON.stringify({ ...together(compiled.map(coverage)), problems }, null, 2));
  return problems.length > 0 ? 1 : 0;
}

/** A course so broken that the check itself fails is a problem as well, and no reason to print something else. */
function compiledOrNot(): Pick<All, "problems" | "courses"> {
  try {
    return compileAll();
  } catch (error) {
    const message = `the check could not read this: ${String(error).slice(0, 300)}`;
    const remedy = "Undo the last change; and please report it, the check should say it better.";
    return { problems: [{ file: "content", line: 1, message, remedy }], courses: [] };
  }
}

function check(): number {
  const { problems, notes, courses: compiled } = compileAll();
  const tables = compiled.map(coverageTables);
  const wrote = problems.length === 0 && has("--write") && writePage(coverageMarkdown(tables));
  if (problems.length === 0 && has("--compare")) problems.push(...outdated(coverageMarkdown(tables)));
  for (const problem of problems) console.log(problemLine(problem));
  if (problems.length > 0) console.log("");
  for (const { file, line, message } of notes) console.log(`${file}:${line} note: ${message}`);
  if (notes.length > 0) console.log("");
  // Of a course with slips the numbers are none to go by: what has a slip is left out.
  if (problems.length === 0) for (const each of tables) console.log(`${courseTables(each).join("\n\n")}\n`);
  else for (const { title, numbers } of tables) console.log(`${title}: ${numbers.items} questions without a slip.`);
  if (wrote) console.log(`Wrote ${coveragePage}.`);
  console.log(problems.length === 0 ? "Nothing to mend." : `${problems.length} to mend.`);
  return problems.length > 0 ? 1 : 0;
}

function writePage(page: string): true {
  mkdirSync(path.dirname(coveragePage), { recursive: true });
  writeFileSync(coveragePage, page);
  return true;
}

function outdated(page: string): Problem[] {
  if (existsSync(coveragePage) && readFileSync(coveragePage, "utf8").replaceAll("\r\n", "\n") === page) return [];
  return [
    {
      file: coveragePage,
      line: 1,
      message: "this page is not what the course covers now",
      remedy: "Run `npm run content:check -- --write`.",
    },
  ];
}

async function publishAll(): Promise<number> {
  const { problems, courses: compiled } = compileAll();
  if (problems.length > 0) {
    for (const problem of problems) console.error(problemLine(problem));
    console.error(`Nothing was published: ${problems.length} to mend first.`);
    return 1;
  }
  if (!process.env.DATABASE_URL) {
    console.error("Say which database: set DATABASE_URL. A school on its own machine publishes at `npm start`.");
    return 2;
  }
  // Only publishing needs the database, and the client that is generated for it.
  const { publish, systemViewer } = await import("@/records");
  const { closeDatabase } = await import("@/records/database");
  try {
    for (const course of compiled) {
      const { changed, newItems } = await publish(systemViewer("content:publish"), course);
      const said = changed ? `published, ${newItems} questions are new or changed` : "nothing has changed";
      console.log(`${course.title}: ${said}.`);
    }
  } finally {
    await closeDatabase();
  }
  return 0;
}
