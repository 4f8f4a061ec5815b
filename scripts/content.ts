/**
 * npm run content:check [-- --json]   reads every course, prints what an author has to mend, and what is covered.
 *                                     Needs no build, no database and no generated client. 1 when there are problems.
 * npm run content:publish             hands the courses to the database of DATABASE_URL; what is there already stays.
 */
import path from "node:path";
import type { CompiledCourse } from "@/content/compiled";
import { compileCourse } from "@/content/compile";
import { courses } from "@/content/course";
import { coverage, coverageText } from "@/content/coverage";
import { problemLine } from "@/content/problems";

const [command, ...options] = process.argv.slice(2);

if (command === "check") process.exitCode = check(options.includes("--json"));
else if (command === "publish") process.exitCode = await publishAll();
else {
  console.error("Say `npm run content:check` or `npm run content:publish`.");
  process.exitCode = 2;
}

function compileAll() {
  const compiled = courses().map((id) => compileCourse(path.join(process.cwd(), "content", id)));
  return {
    problems: compiled.flatMap((each) => each.problems),
    notes: compiled.flatMap((each) => each.notes),
    courses: compiled.flatMap((each): CompiledCourse[] => (each.course ? [each.course] : [])),
  };
}

function check(json: boolean): number {
  const { problems, notes, courses: compiled } = compileAll();
  if (json) {
    const all = compiled.map((course) => ({ course: course.id, ...coverage(course) }));
    // One course is the usual case: its numbers stand at the top.
    console.log(
      JSON.stringify(all.length === 1 ? { ...all[0], problems, notes } : { courses: all, problems, notes }, null, 2),
    );
    return problems.length > 0 ? 1 : 0;
  }
  for (const problem of problems) console.log(problemLine(problem));
  if (problems.length > 0) console.log("");
  for (const { file, line, message } of notes) console.log(`${file}:${line} note: ${message}`);
  if (notes.length > 0) console.log("");
  for (const course of compiled) console.log(coverageText(course.title, coverage(course)));
  console.log(problems.length === 0 ? "Nothing to mend." : `${problems.length} to mend.`);
  return problems.length > 0 ? 1 : 0;
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
