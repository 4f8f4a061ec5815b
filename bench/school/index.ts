import { publish, systemViewer } from "@/records";
import { closeDatabase } from "@/records/database";

import { figure } from "../measure";
import { headLines, line } from "../table";
import { askBoth, tryBoth, type Costs } from "./ask";
import { benchContent, QUESTIONS, QUIZZES } from "./content";
import type { How } from "./doing";
import { seedSchool, type BenchSchool } from "./seed";
import { scratchServer } from "./server";
import { views, type View } from "./views";

/** Learners in the class, from one row of the growth to the next. */
const SIZES = [100, 1000, 10_000];
/** Of a school this large responses have their receipts at so many assignments: with all of them it would be 5 GB. */
const LARGE = { from: 10_000, receipts: 4 };
/**
 * How much dearer a learner may become in a school ten times as large: linear is 1, and of what no longer fits into the
 * processor's caches a little more is not the algorithm's. What costs the same whatever the size makes it less than 1.
 * Where the database itself needs more for each of more rows, so much more than it is allowed.
 */
const GROWTH = { most: 1.5, beside: 1.3 };
/** Times are compared with those of the SQL, or with these milliseconds: less is what a page costs whatever is on it. */
const TIME_FLOOR = 10;
/** How many times the SQL's memory, or this many bytes where that took less, which is noise: objects for rows, and garbage. */
const MEMORY = { times: 8, floor: 16e6 };

/**
 * What a teacher's pages and files cost in a seeded school, next to plain SQL for the same rows, and how that grows with
 * the school. Each line is printed when it is measured. True when everything is within its limits.
 *
 * @param quick small schools, each thing once, and no verdict on times: only that everything works
 * @param sizes learners of each school, ascending
 * @param only of the views those with this in their names; several with commas between
 */
export async function benchSchool({
  quick = false,
  sizes = quick ? [30, 100] : SIZES,
  only = "",
}: {
  quick?: boolean | undefined;
  sizes?: readonly number[] | undefined;
  only?: string | undefined;
} = {}): Promise<boolean> {
  const began = performance.now();
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`;
  const { course, answers } = benchContent();
  const server = await scratchServer();
  try {
    process.env.DATABASE_URL = server.template;
    await publish(systemViewer("bench"), course);
    await closeDatabase();
    console.log(
      `A teacher's pages and files in a class with ${QUIZZES} assignments of ${QUESTIONS} questions, beside plain SQL ` +
        "for the same rows. First the schools are made:",
    );
    const schools: BenchSchool[] = [];
    for (const learners of sizes) {
      const receipts = learners >= LARGE.from ? LARGE.receipts : QUIZZES;
      schools.push(await seedSchool(await server.copy(`bench_${learners}`), learners, { answers, receipts }));
      console.log(`  ${rowsOf(schools.at(-1)!)}; ${seconds()}`);
    }
    const columns = quick ? HEAD.slice(0, -QUICKLY_UNKNOWN) : HEAD;
    const show = (cells: readonly string[]) => line(cells.slice(0, columns.length), WIDTHS);
    console.log(["", ...headLines(columns, WIDTHS.slice(0, columns.length))].join("\n"));
    let within = true;
    for (const view of views.filter(({ name }) => only.split(",").some((text) => name.includes(text)))) {
      let smaller: Measured | null = null;
      const rounds = ({ learners }: BenchSchool) => (learners >= LARGE.from ? 3 : 5);
      const asked = quick ? tryBoth(schools, view.name) : askBoth(schools, view.name, { rounds });
      for await (const costs of asked) {
        const measured: Measured = { view, ...costs };
        const { cells, over } = judged(measured, smaller);
        console.log(show(cells).trimEnd());
        within &&= over.length === 0;
        smaller = measured;
      }
    }
    console.log(quick ? "" : `${legend}${seconds()} in all\n`);
    return quick || within;
  } finally {
    await server.stop();
  }
}

interface Measured extends Costs {
  view: View;
  school: BenchSchool;
}

const HEAD = ["", "learners", "ms", "SQL ms", "times SQL", "MB", "SQL MB", "µs a learner", "growth", "SQL's", ""];
const WIDTHS = [Math.max(...views.map(({ name }) => name.length)), 8, 7, 7, 9, 5, 6, 12, 6, 5, 0];

/** The columns from memory on. */
const QUICKLY_UNKNOWN = 6;

function judged(measured: Measured, smaller: Measured | null) {
  const { view, school, ours, bare } = measured;
  const ratio = ours.milliseconds / bare.milliseconds;
  const each = (of: Measured, how: How) => of[how].milliseconds / of.school.learners;
  const growth = (how: How) => (smaller ? each(measured, how) / each(smaller, how) : null);
  const [grown, grownBare] = [growth("ours"), growth("bare")];
  const most = Math.max(GROWTH.most, GROWTH.beside * (grownBare ?? 0));
  const over = [
    ours.milliseconds > view.limit * Math.max(bare.milliseconds, TIME_FLOOR) && `over ${view.limit}`,
    ours.memory > MEMORY.times * Math.max(bare.memory, MEMORY.floor) && `over ${MEMORY.times} × SQL's memory`,
    grown !== null && grown > most && `grows more than ${figure(most)}`,
  ].filter((why) => why !== false);
  const cells = [
    ...[smaller ? "" : view.name, school.learners.toLocaleString("en")],
    ...[figure(ours.milliseconds), figure(bare.milliseconds), figure(ratio)],
    ...[figure(Math.round(ours.memory / 1e6)), figure(Math.round(bare.memory / 1e6))],
    figure(1000 * each(measured, "ours")),
    ...[grown, grownBare].map((growth) => (growth === null ? "" : figure(growth))),
    over.join(", "),
  ];
  return { cells, over };
}

function rowsOf({ learners, attempts, responses, receipts }: BenchSchool): string {
  const n = (number: number) => number.toLocaleString("en");
  const some = receipts < QUIZZES ? ` (receipts at ${receipts} assignments)` : "";
  return `${n(learners)} learners: ${n(attempts)} attempts, ${n(responses)} responses${some}`;
}

const legend = `
ms: the least of several requests, from the verb's call to its answer, the database's work included. MB: the most that a
process of its own held during one of them, the least of all, beyond what it held before the first. SQL: one plain query
through pg, its rows unused. growth: what a learner costs, beside the smaller school, and the same of the SQL; limit
${GROWTH.most}, or ${GROWTH.beside} times the SQL's. Compared are times with the SQL's or with ${TIME_FLOOR} ms, memory with the
SQL's or with ${MEMORY.floor / 1e6} MB, if that took less.
`;
