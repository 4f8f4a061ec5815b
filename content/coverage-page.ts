import type { CoverageTables, QuizLine, Spread } from "./coverage";
import { skills } from "./skills";

/** Where the tables stand in the repository; made by `npm run content:check -- --write`, never by hand. */
export const coveragePage = "docs/coverage.md";

type Cell = string | number;

/** The whole page, of all courses. */
export function coverageMarkdown(courses: readonly CoverageTables[]): string {
  return [
    "# Coverage",
    "What the lessons teach and the questions ask. `npm run content:check -- --write` made this page: mend the course, not the page.",
    ...courses.flatMap(courseTables),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The same of one course, for a terminal. */
export function courseTables(tables: CoverageTables): string[] {
  const { numbers, lessons, quizzes } = tables;
  return [
    `## ${tables.title}`,
    `${numbers.lessons} lessons and ${numbers.items} questions, ${numbers.variants} with all their variants; ${numbers.fromFacts} of the questions are made from facts. Of ${numbers.facts} facts the lessons teach ${numbers.taught}, and the questions ask ${numbers.taughtAndAsked} of these.`,
    "### Facts taught and asked, by lesson",
    table(
      ["Lesson", "Words", "Passages", "Facts taught", "of them asked"],
      lessons.map((each) => [`${each.number}. ${each.title}`, each.words, each.passages, each.taught, each.asked]),
    ),
    "### Skills and difficulty",
    "Questions of each skill by difficulty: 1 a main fact, 2 to be kept apart from a neighbour, 3 a detail or several facts at once. A question with variants counts once, a slot of a long quiz not at all.",
    table(
      ["Skill", "1", "2", "3", "All"],
      [
        ...skills.map((skill): Cell[] => [skill, ...spreadCells(tables.bySkill[skill])]),
        ["all", ...spreadCells(sumOf(skills.map((skill) => tables.bySkill[skill])))],
      ],
    ),
    "### Skills and difficulty, by quiz",
    "In each cell the questions of difficulty 1, 2 and 3. In a long quiz a slot counts as what it hands out.",
    table(
      ["Quiz", ...skills, "All", "Points", "Mean difficulty"],
      quizzes.map((quiz) => [
        nameOf(quiz, tables),
        ...skills.map((skill) => threeOf(quiz.bySkill[skill])),
        threeOf(quiz.spread),
        quiz.points,
        quiz.difficulty.toFixed(2),
      ]),
    ),
    ...papers(quizzes, tables),
    "### By kind",
    table(
      ["Kind", "1", "2", "3", "All", "made from facts", "with variants"],
      tables.byKind.map(({ kind, spread, fromFacts, variants }) => [kind, ...spreadCells(spread), fromFacts, variants]),
    ),
    "### By source",
    "Facts that rest on a source, those of them that are taught and asked, and the questions that ask them. A fact may rest on several.",
    table(
      ["Source", "Facts", "Taught", "Asked", "Questions"],
      tables.bySource.map(({ id, title, facts, taught, asked, questions }) => [
        `${id}: ${short(title)}`,
        facts,
        taught,
        asked,
        questions,
      ]),
    ),
    ...(tables.background.length > 0
      ? [
          "### Taught as background, and not asked",
          table(
            ["Fact", "Why"],
            tables.background.map(({ id, why }) => [`\`${id}\``, why]),
          ),
        ]
      : []),
    ...listed("### Taught with its hedge, and not to be graded", tables.notGraded),
    ...listed("### Asked and marked M", tables.askedAtM),
  ];
}

function papers(quizzes: readonly QuizLine[], tables: CoverageTables): string[] {
  const drawn = quizzes.filter(({ alikeOnceIn }) => alikeOnceIn > 1);
  if (drawn.length === 0) return [];
  return [
    "### Papers",
    "Quizzes of which learners are given different papers. All papers of a quiz have the same points, skills and difficulty: what takes one another's place is rated alike.",
    table(
      ["Quiz", "Questions", "of them drawn from elsewhere", "Two papers alike"],
      drawn.map((quiz) => [
        nameOf(quiz, tables),
        quiz.positions,
        quiz.positions - quiz.own,
        `1 in ${large(quiz.alikeOnceIn)}`,
      ]),
    ),
  ];
}

function nameOf({ id, title }: QuizLine, { lessons }: CoverageTables): string {
  const lesson = lessons.find(({ quizId }) => quizId === id);
  return lesson ? `${lesson.number}. ${title}` : title;
}

/** Long enough to know a source by. */
function short(title: string): string {
  return title.length <= 60 ? title : `${title.slice(0, 59).replace(/[\s,;(]*\S*$/, "")} …`;
}

function listed(heading: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [heading, ids.map((id) => `\`${id}\``).join(", ")];
}

function spreadCells(spread: Spread): number[] {
  return [spread[1], spread[2], spread[3], spread[1] + spread[2] + spread[3]];
}

function threeOf(spread: Spread): string {
  return spread[1] + spread[2] + spread[3] === 0 ? "–" : `${spread[1]}, ${spread[2]}, ${spread[3]}`;
}

function sumOf(all: readonly Spread[]): Spread {
  const sum = (difficulty: keyof Spread) => all.reduce((total, each) => total + each[difficulty], 0);
  return { 1: sum(1), 2: sum(2), 3: sum(3) };
}

/** '1,024'; from a thousand million on '4.3 × 10^12'. */
function large(number: number): string {
  if (number < 1e9) return number.toLocaleString("en-GB");
  const power = Math.floor(Math.log10(number));
  return `${(number / 10 ** power).toFixed(1)} × 10^${power}`;
}

/** Aligned as the formatter aligns it: numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = (cell: Cell) => String(cell).replaceAll("|", "\\|");
  const all = [head, ...rows].map((row) => row.map(text));
  const isRight = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"));
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => [...row[column]!].length)));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const pad = (cell: string, column: number) => {
    const space = " ".repeat(widths[column]! - [...cell].length);
    return isRight[column] ? space + cell : cell + space;
  };
  const rule = widths.map((width, column) => (isRight[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [line(all[0]!.map(pad)), line(rule), ...all.slice(1).map((row) => line(row.map(pad)))].join("\n");
}
