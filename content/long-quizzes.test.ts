import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { compileCourse } from "./compile";
import { coverage, coverageTables, together } from "./coverage";
import { coverageMarkdown } from "./coverage-page";
import { tinyCourse, writeTinyCourse } from "./fixtures/tiny-course";
import { problemLine } from "./problems";

type Change = { file: string; from?: string; to: string | null };

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

/** The tiny course with a second lesson, parts and long quizzes, changed. */
function compile(...changes: Change[]) {
  const { root, folder } = writeTinyCourse([...twoParts, ...changes]);
  roots.push(root);
  return compileCourse(folder, { root, map: "content/map" });
}

const wrong = (...changes: Change[]) => compile(...changes).problems.map(problemLine);

const tiny = tinyCourse();
const lesson = tiny["lessons/pact.md"]!.replace("id: pact\n", "id: after\n").replace(
  "quiz: pact-quiz",
  "quiz: after-quiz",
);
/** Another question of each: other words, other answers. */
const quiz = tiny["quizzes/pact-quiz.yaml"]!.replaceAll("pact-q", "after-q")
  .replace("lesson: pact", "lesson: after")
  .replaceAll("state: germany", "text: A state in the south")
  .replaceAll(
    /text: (By|An?|One|The|Another|Another|Ships|Tanks|In|All|None|Short|Its|No|They|Nothing|Endless|After)\b/g,
    "text: Afterwards $1",
  )
  .replace("precision: day", "precision: month");

const slot = (id: string, questions: string[], points = 1) =>
  `  - { id: ${id}, points: ${points}, oneOf: [${questions.join(", ")}] }\n`;
const pacts = (from: number, to: number, quiz = "pact") =>
  Array.from({ length: to - from + 1 }, (_, index) => `${quiz}-q${from + index}`).filter((id) => !id.endsWith("q10"));
/** Thirteen slots of a pair of lessons' questions would be hard to read: three slots, and questions of its own. */
const own = (prefix: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `  - id: ${prefix}-${index}
    kind: short-text
    points: 2
    skill: ideas
    difficulty: 1
    prompt: "What was it (${prefix} ${index})?"
    fact: memel-1939
    passage: pact#memel
    text: ${prefix} answer ${index}
    right: It was.
    wrong: It was not.
`,
  ).join("");
const long = (id: string, items: string, lessons = "[pact, after]") =>
  `id: ${id}\nlessons: ${lessons}\ntitle: Quiz ${id}\nshortTitle: ${id}\nitems:\n${items}`;

const parts = `lessons: [pact, after]
parts:
  - { id: one, title: The first part, lessons: [pact], quiz: part-1 }
  - { id: two, title: The second part, lessons: [after] }
final: the-end
`;
const final = `${slot("end-1", pacts(1, 5))}${slot("end-2", pacts(6, 9))}${slot("end-3", ["after-q1", "after-q2", "pact-q11"])}${own("end-own", 12)}`;

const twoParts: Change[] = [
  { file: "lessons/after.md", to: lesson },
  { file: "quizzes/after-quiz.yaml", to: quiz },
  { file: "quizzes/part-1.yaml", to: long("part-1", own("part-own", 15), "[pact]") },
  { file: "quizzes/the-end.yaml", to: long("the-end", final) },
  { file: "course.yaml", from: "lessons: [pact]\n", to: parts },
];

describe("A course of parts", () => {
  const { course, problems } = compile();

  test("has nothing to mend", () => expect(problems.map(problemLine)).toEqual([]));

  test("has its quizzes in the order in which they are taken, each with what it is about", () => {
    expect(course!.quizzes.map(({ id, scope, lessonIds, lessonId }) => [id, scope, lessonIds, lessonId])).toEqual([
      ["pact-quiz", "lesson", ["pact"], "pact"],
      ["part-1", "part", ["pact"], "pact"],
      ["after-quiz", "lesson", ["after"], "after"],
      ["the-end", "course", ["pact", "after"], "after"],
    ]);
    expect(course!.parts).toEqual([
      { id: "one", title: "The first part", lessonIds: ["pact"], toCome: 0, quizId: "part-1" },
      { id: "two", title: "The second part", lessonIds: ["after"], toCome: 0 },
    ]);
  });

  test("names lessons that are still to come", () => {
    const { course, problems } = compile({
      file: "course.yaml",
      from: "lessons: [after] }",
      to: "lessons: [after, peace, trials] }",
    });
    expect(problems.map(problemLine)).toEqual([]);
    expect(course!.parts[1]).toMatchObject({ lessonIds: ["after"], toCome: 2 });
  });

  const slips: [what: string, change: Change, said: RegExp][] = [
    [
      "a lesson in no part",
      { file: "course.yaml", from: "lessons: [after] }", to: "lessons: [later] }" },
      /course\.yaml:6 lesson `after` is in no part → Add it/,
    ],
    [
      "a lesson in two parts",
      { file: "course.yaml", from: "lessons: [after] }", to: "lessons: [after, pact] }" },
      /lesson `pact` is in part `one` already/,
    ],
    [
      "another order than that of the lessons",
      { file: "course.yaml", from: "lessons: [pact, after]", to: "lessons: [after, pact]" },
      /lesson `pact` stands earlier in the parts/,
    ],
    ["two parts of one name", { file: "course.yaml", from: "id: two", to: "id: one" }, /there are two parts `one`/],
    [
      "a quiz that is not there",
      { file: "course.yaml", from: "quiz: part-1", to: "quiz: part-2" },
      /there is no quiz `part-2` → Did you mean `part-1`\? Write quizzes\/part-2\.yaml, or leave this out/,
    ],
    [
      "a long quiz that stands nowhere",
      { file: "course.yaml", from: ", quiz: part-1", to: "" },
      /part-1\.yaml:2 no part ends with this quiz, and it is not the final/,
    ],
    [
      "a final that leaves a lesson out",
      { file: "quizzes/the-end.yaml", from: "lessons: [pact, after]", to: "lessons: [pact]" },
      /this quiz leaves out `after` → Write `lessons: \[pact, after\]`/,
    ],
    [
      "a part's quiz about another part",
      { file: "quizzes/part-1.yaml", from: "lessons: [pact]", to: "lessons: [pact, after]" },
      /`after` is not among the lessons before this quiz/,
    ],
    [
      "a lesson's quiz in a part's place",
      { file: "course.yaml", from: "quiz: part-1", to: "quiz: pact-quiz" },
      /this quiz follows several lessons/,
    ],
    [
      "a quiz that says both",
      { file: "quizzes/part-1.yaml", from: "lessons: [pact]", to: "lesson: pact\nlessons: [pact]" },
      /needs `lesson` or `lessons`, and not both/,
    ],
    [
      "a passage that could be in several lessons",
      { file: "quizzes/the-end.yaml", from: "passage: pact#memel", to: "passage: memel" },
      /`memel` does not say in which lesson → Write lesson#passage/,
    ],
  ];
  test.each(slips)("says %s", (_, change, said) => {
    expect(wrong(change).join("\n")).toMatch(said);
  });
});

describe("A slot", () => {
  const { course } = compile();
  const [first] = course!.quizzes.at(-1)!.items;

  test("hands out questions of the course as they are, each of its own kind", () => {
    const members = course!.quizzes.flatMap(({ items }) => items).filter(({ id }) => pacts(1, 5).includes(id));
    expect(first).toMatchObject({ id: "end-1", points: 1, skill: "annexations", difficulty: 2, asks: [] });
    expect(first!.variants.map(({ id, hash, kind }) => [id, hash, kind])).toEqual(
      members.map(({ kind, variants: [only] }) => [only!.id, only!.hash, kind]),
    );
  });

  const slips: [what: string, questions: string[], said: RegExp][] = [
    ["fewer than three questions", ["pact-q1", "pact-q2"], /names fewer than three questions/],
    ["a question that is not there", ["pact-q1", "pact-q2", "pact-q99"], /there is no question `pact-q99`/],
    ["one that is worth more, and of another skill", ["pact-q1", "pact-q2", "pact-q10"], /`pact-q10` has skill dates/],
    ["a slot", ["pact-q1", "pact-q2", "end-2"], /there is no question `end-2`/],
    ["one question twice", ["pact-q1", "pact-q2", "pact-q3", "pact-q1"], /`pact-q1` stands here twice/],
    ["a question of another slot", ["pact-q1", "pact-q2", "pact-q6"], /`pact-q6` is asked in `end-1` too/],
    [
      "a question of the quiz itself",
      ["end-own-1", "end-own-2", "end-own-3"],
      /`end-own-1` is asked in this quiz already/,
    ],
  ];
  test.each(slips)("does not take %s", (_, questions, said) => {
    const change = { file: "quizzes/the-end.yaml", from: slot("end-1", pacts(1, 5)), to: slot("end-1", questions) };
    expect(wrong(change).join("\n")).toMatch(said);
  });

  test("asks questions that are equally hard", () => {
    const harder = { file: "quizzes/pact-quiz.yaml", from: "difficulty: 2", to: "difficulty: 3" };
    expect(wrong(harder)).toEqual([
      "tiny/quizzes/the-end.yaml:6 `pact-q1` has difficulty 3, and the others of `end-1` have 2 → Which of them somebody is given is chance, and must make nothing easier: exchange it.",
    ]);
  });
});

describe("How a question is rated", () => {
  const first = (change: { from: string; to: string }) => wrong({ file: "quizzes/pact-quiz.yaml", ...change });

  test("has to be said", () => {
    expect(first({ from: "    difficulty: 1\n", to: "" })).toEqual([
      expect.stringMatching(/^tiny\/quizzes\/pact-quiz\.yaml:\d+ `difficulty` is missing → Add `difficulty:` with 1/),
    ]);
    expect(first({ from: "    skill: annexations\n", to: "" })[0]).toMatch(
      /`skill` is missing → Add `skill:` with dates, signatories, .*: neither the kind nor the ask says which/,
    );
  });

  test("is one of the skills, and 1 to 3", () => {
    expect(first({ from: "skill: annexations", to: "skill: annexation" })[0]).toMatch(/is not a skill → Write dates/);
    expect(first({ from: "difficulty: 1", to: "difficulty: 4" })[0]).toMatch(/is not a difficulty → Write 1/);
  });

  test("changes no version of it", () => {
    const hashes = (...changes: Change[]) =>
      compile(...changes).course!.quizzes.flatMap(({ items }) =>
        items.flatMap((item) => item.variants.map(({ hash }) => hash)),
      );
    const rated = { file: "quizzes/pact-quiz.yaml", from: "difficulty: 1", to: "skill: ideas\n    difficulty: 3" };
    expect(hashes(rated)).toEqual(hashes());
  });
});

describe("What is taught is asked, and what is asked is taught", () => {
  const unasked = {
    file: "quizzes/pact-quiz.yaml",
    from: "fact: pact-1939\n    passage: signed",
    to: "fact: memel-1939\n    passage: memel",
  };
  const alsoUnasked = {
    file: "quizzes/after-quiz.yaml",
    from: "fact: pact-1939\n    passage: signed",
    to: "fact: memel-1939\n    passage: memel",
  };

  test("a fact without a question is said, at the fact", () => {
    expect(wrong(unasked)).not.toContainEqual(expect.stringContaining("no question asks it"));
    expect(wrong(unasked, alsoUnasked)).toContainEqual(
      "tiny/facts/events.yaml:1 `pact-1939` is taught in pact#signed, and no question asks it → Ask it, name it in `also:` of a question that does, or say in the fact, with `background:`, why none should.",
    );
  });

  test("unless it is background, or a question names it besides", () => {
    const background = {
      file: "facts/events.yaml",
      from: "  place: Moscow",
      to: "  background: The scene.\n  place: Moscow",
    };
    const also = {
      file: "quizzes/pact-quiz.yaml",
      from: "skill: annexations",
      to: "skill: annexations\n    also: [pact-1939]",
    };
    for (const change of [background, also])
      expect(wrong(unasked, alsoUnasked, change)).not.toContainEqual(expect.stringContaining("no question asks it"));
    expect(wrong(background)).toContainEqual(
      expect.stringContaining("`pact-1939` is said to be background, and `pact-q10` asks it"),
    );
  });

  test("`also` names facts that are there and may be graded", () => {
    const also = (id: string) => ({
      file: "quizzes/pact-quiz.yaml",
      from: "skill: annexations",
      to: `skill: annexations\n    also: [${id}]`,
    });
    expect(wrong(also("pact-1938"))[0]).toMatch(/there is no fact `pact-1938` → Did you mean `pact-1939`\?/);
    expect(wrong(also("rumour-1939"))[0]).toMatch(/the statement of `rumour-1939` is marked L/);
  });

  const elsewhere = [
    {
      file: "facts/events.yaml",
      from: "- id: rumour-1939",
      to: "- id: peace-1940\n  type: event\n  name: The peace\n  statement: It came.\n  date: 1940-03-12\n  sources: [SP39]\n  confidence: H\n\n- id: rumour-1939",
    },
    { file: "quizzes/pact-quiz.yaml", from: "skill: annexations", to: "skill: annexations\n    also: [peace-1940]" },
  ];
  test("a fact that is asked and taught nowhere is said; while lessons are to come it is a note", () => {
    expect(wrong(...elsewhere)).toEqual([
      expect.stringMatching(
        /pact-quiz\.yaml:6 `pact-q1` asks `peace-1940`, which no passage teaches → Quote `peace-1940`/,
      ),
    ]);
    const toCome = { file: "course.yaml", from: "lessons: [after] }", to: "lessons: [after, peace] }" };
    const { problems, notes } = compile(...elsewhere, toCome);
    expect(problems).toEqual([]);
    expect(notes.map(({ message }) => message)).toContain("`pact-q1` asks `peace-1940`, which no passage teaches yet");
  });
});

describe("Coverage", () => {
  const { course } = compile();
  const numbers = coverage(course!);

  test("counts questions that somebody wrote, and no slot", () => {
    expect(numbers).toMatchObject({
      lessons: 2,
      items: 15 + 15 + 15 + 12,
      itemsByKind: { date: 2, "short-text": 27, "single-choice": 28 },
      facts: 3,
      factsAsked: 2,
    });
    expect(numbers.itemsBySkill).toEqual({
      dates: 2,
      signatories: 0,
      annexations: 28,
      people: 0,
      places: 0,
      numbers: 0,
      ideas: 27,
    });
  });

  test("of no course is zeros, of two the sum", () => {
    expect(together([])).toMatchObject({ lessons: 0, items: 0, itemsByKind: {}, facts: 0, factsAsked: 0 });
    expect(together([]).itemsBySkill.dates).toBe(0);
    expect(together([numbers, numbers])).toMatchObject({ items: 2 * numbers.items, itemsByKind: { date: 4 } });
  });

  test("says how hard a paper is and how seldom two are alike", () => {
    const line = coverageTables(course!).quizzes.at(-1)!;
    expect(line).toMatchObject({ id: "the-end", positions: 15, own: 12, points: 27, alikeOnceIn: 5 * 4 * 3 });
    expect(line.difficulty).toBeCloseTo((3 * 2 + 24 * 1) / 27);
  });

  test("is a page whose tables are aligned as the formatter aligns them", async () => {
    const page = coverageMarkdown([coverageTables(course!)]);
    const { format } = await import("prettier");
    expect(await format(page, { parser: "markdown", printWidth: 120 })).toBe(page);
    expect(page).toContain("| the-end ");
    expect(page).toContain("1 in 60");
  });
});
