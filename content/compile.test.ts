import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileCourse } from "./compile";
import { writeTinyCourse } from "./fixtures/tiny-course";
import { problemLine } from "./problems";

const map = path.join(process.cwd(), "content/map");
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

type Change = { file: string; from?: string; to: string | null };

function compile(...changes: Change[]) {
  const { folder, root, files } = writeTinyCourse(changes);
  roots.push(root);
  return { ...compileCourse(folder, { root, map }), files };
}

/** The course of files that have no problem. */
function compiled(...changes: Change[]) {
  const { course, problems } = compile(...changes);
  expect(problems.map(problemLine)).toEqual([]);
  return course!;
}

describe("A course without a slip", () => {
  const course = compiled();

  test("has its lessons with passages numbered, words counted and minutes told", () => {
    const [lesson] = course.lessons;
    expect(lesson?.passages.map(({ id, number }) => [id, number])).toEqual([
      ["memel", 1],
      ["signed", 2],
      ["rumour", 3],
    ]);
    expect(lesson?.words).toBeGreaterThan(900);
    expect(lesson?.minutes).toBe(Math.round(lesson!.words / 200));
    expect(lesson?.sourceIds).toEqual(["K", "SP39"]);
    expect(lesson?.timeline.map((mark) => mark.dateText.replace("\u00A0", " "))).toEqual([
      "22 March 1939",
      "23 August 1939",
    ]);
  });

  test("has a card for each fact that the lesson quotes", () => {
    expect(course.lessons[0]?.cards.map((card) => card.id)).toEqual(["memel-1939", "pact-1939", "rumour-1939"]);
    expect(course.lessons[0]?.cards[1]).toMatchObject({
      confidence: "H",
      alsoDate: { why: "Dated the 23rd; signed in the night." },
      sources: [{ id: "SP39", url: "https://example.org/protocol" }],
    });
  });

  test("has questions whose key says why, from the fact and the passage", () => {
    const item = course.quizzes[0]?.items[9];
    expect(item).toMatchObject({ id: "pact-q10", kind: "date", points: 2, rules: { hints: [] } });
    expect(item?.variants.map(({ id }) => id)).toEqual(["pact-q10"]);
    expect(item?.variants[0]?.key.why).toMatchObject({
      fact: { id: "pact-1939", name: "The pact", revision: 1, confidence: "H" },
      passage: { lessonId: "pact", lessonTitle: "The pact", id: "signed", number: 2 },
      sources: [{ id: "SP39", title: "Secret protocol" }],
    });
  });

  test("keeps a fact's date out of what a browser may have", () => {
    expect(JSON.stringify(course.quizzes[0]?.items[9]?.variants[0]?.body)).not.toContain("1939-08-23");
  });

  test("has the same hash when it is compiled again, and another when a question changes", () => {
    expect(compiled().hash).toBe(course.hash);
    const changed = compiled({ file: "quizzes/pact-quiz.yaml", from: "When was", to: "On what day was" });
    expect(changed.hash).not.toBe(course.hash);
    const hashes = (of: typeof course) => of.quizzes[0]!.items.map((item) => item.variants[0]!.hash);
    const same = hashes(changed).filter((hash, index) => hash === hashes(course)[index]);
    expect(same).toHaveLength(14);
  });

  test("takes a changed fact into every key that derives from it", () => {
    const changed = compiled({ file: "facts/events.yaml", from: "date: 1939-08-23", to: "date: 1939-08-22" });
    expect(JSON.stringify(changed.quizzes[0]?.items[9]?.variants[0]?.key.answer)).toContain("1939-08-22");
    expect(JSON.stringify(changed.lessons[0]?.blocks)).toContain("22\u00A0August 1939");
  });

  test("may be written with the line ends of another system", () => {
    const { "lessons/pact.md": lesson = "" } = compile().files;
    compiled({ file: "lessons/pact.md", to: `\uFEFF${lesson.replaceAll("\n", "\r\n")}` });
  });
});

describe("A slip is said with file, line and what to do", () => {
  /** What stands on the line of the problem says which line is meant. */
  test.each<[title: string, change: Change, line: string, message: string, remedy: RegExp]>([
    [
      "YAML that is none",
      { file: "course.yaml", from: "title: A tiny", to: "title: A: tiny" },
      "title: A: tiny course",
      "a colon and a space stand inside this text",
      /quotes/,
    ],
    [
      "a missing field",
      { file: "course.yaml", from: "subtitle: Two days in August\n", to: "" },
      "id: tiny",
      "`subtitle` is missing",
      /Add `subtitle:`/,
    ],
    [
      "an unknown field",
      { file: "facts/events.yaml", from: "  place: Moscow", to: "  plase: Moscow" },
      "  plase: Moscow",
      "`plase` is not a field here",
      /Did you mean `place`/,
    ],
    [
      "an id that is not in kebab case",
      { file: "facts/people.yaml", from: "id: stalin", to: "id: Stalin" },
      "- { id: Stalin, name: Joseph Stalin, sortName: Stalin, accept: [] }",
      "`id` is not in kebab case",
      /small letters/,
    ],
    [
      "an id twice",
      { file: "facts/people.yaml", from: "id: stalin", to: "id: molotov" },
      "- { id: molotov, name: Joseph Stalin, sortName: Stalin, accept: [] }",
      "there are two of person `molotov`",
      /people\.yaml:1\./,
    ],
    [
      "a type that is none",
      { file: "facts/events.yaml", from: "type: statement", to: "type: rumour" },
      "  type: rumour",
      "`type` is not a type of fact",
      /agreement, event, transfer, statement or figure/,
    ],
    [
      "a fact without a source",
      { file: "facts/events.yaml", from: "sources: [SP39]", to: "sources: []" },
      "  sources: []",
      "`sources` names no source",
      /at least one/,
    ],
    [
      "a source that is not there",
      { file: "facts/events.yaml", from: "sources: [SP39]", to: "sources: [SP38]" },
      "  sources: [SP38]",
      "there is no source `SP38`",
      /Did you mean `SP39`/,
    ],
    [
      "a person who is not there",
      { file: "facts/events.yaml", from: "person: molotov", to: "person: molotow" },
      "    - { person: molotow, for: ussr, as: People's Commissar for Foreign Affairs }",
      "there is no person `molotow`",
      /Did you mean `molotov`/,
    ],
    [
      "a signatory of a state that is no party",
      { file: "facts/events.yaml", from: "for: ussr", to: "for: lithuania" },
      "    - { person: molotov, for: lithuania, as: People's Commissar for Foreign Affairs }",
      "`lithuania` is not a party",
      /Add it to `parties`/,
    ],
    [
      "a territory that is not there",
      { file: "facts/events.yaml", from: "territory: memel-territory", to: "territory: memel" },
      "  territory: memel",
      "there is no territory `memel`",
      /territories\.yaml/,
    ],
    [
      "an instrument that is not there",
      { file: "facts/events.yaml", from: "instrument: an ultimatum and a treaty", to: "instrument: pact-1940" },
      "  instrument: pact-1940",
      "there is no fact `pact-1940`",
      /Did you mean `pact-1939`/,
    ],
    [
      "a day that is not in the calendar",
      { file: "facts/events.yaml", from: "date: 1939-03-22", to: "date: 1939-02-30" },
      "  date: 1939-02-30",
      "`1939-02-30` is not in the calendar",
      /1939-08-23/,
    ],
    [
      "a span that ends before it begins",
      { file: "facts/events.yaml", from: "date: 1939-03-22", to: "date: 1939-03-22/1939-03-20" },
      "  date: 1939-03-22/1939-03-20",
      "`1939-03-22/1939-03-20` ends before it begins",
      /1938-10-01/,
    ],
    [
      "a second date that is the first",
      { file: "facts/events.yaml", from: "{ date: 1939-08-24", to: "{ date: 1939-08-23" },
      "  alsoDate: { date: 1939-08-23, why: Dated the 23rd; signed in the night. }",
      "the second date is the first again",
      /Take `alsoDate` out/,
    ],
    [
      "a lesson that is not there",
      { file: "course.yaml", from: "lessons: [pact]", to: "lessons: [pact, munich]" },
      "lessons: [pact, munich]",
      "there is no lesson `munich`",
      /Write lessons\/munich\.md/,
    ],
    [
      "a lesson without front matter",
      { file: "lessons/pact.md", from: "---\nid", to: "id" },
      "id: pact",
      "this lesson has no front matter",
      /Begin the file with `---`/,
    ],
    [
      "a lesson too short",
      { file: "lessons/pact.md", from: "It was late, and the papers were long. ".repeat(60), to: "" },
      "---",
      "this lesson has 515 words",
      /at least 900/,
    ],
    [
      "a lesson under another name",
      { file: "lessons/pact.md", from: "id: pact\n", to: "id: treaty\n" },
      "id: treaty",
      "this file is not called treaty.md",
      /Rename it/,
    ],
    [
      "a mark on the timeline without its passage",
      { file: "lessons/pact.md", from: "passage: memel,", to: "passage: memels," },
      "  - { fact: memel-1939, passage: memels, label: Memel }",
      "this lesson has no passage `memels`",
      /Did you mean `memel`/,
    ],
    [
      "a mark whose passage does not name its fact",
      { file: "lessons/pact.md", from: "passage: memel,", to: "passage: signed," },
      "  - { fact: memel-1939, passage: signed, label: Memel }",
      "passage `signed` does not name `memel-1939`",
      /:date\[memel-1939\]/,
    ],
    [
      "a fact quoted that is not there",
      { file: "lessons/pact.md", from: ":date[pact-1939]", to: ":date[pact-1940]" },
      ":person[molotov] signed on :date[pact-1940].",
      "there is no fact `pact-1940`",
      /Did you mean `pact-1939`/,
    ],
    [
      "a link to a passage that is not there",
      { file: "lessons/pact.md", from: "It was said that", to: "It was [said](/lessons/pact#signd) that" },
      "It was [said](/lessons/pact#signd) that more was to come.",
      "lesson `pact` has no passage `signd`",
      /Did you mean `signed`/,
    ],
    [
      "a figure of land that is not on the map",
      { file: "figures/memel.yaml", from: "[memel-territory]", to: "[memel]" },
      "  - { label: To Germany, style: y39, territories: [memel] }",
      "there is no territory `memel` on the map",
      /content\/map/,
    ],
    [
      "a table whose row is short",
      { file: "figures/memel.yaml", from: "[Memel Territory, Germany]", to: "[Memel Territory]" },
      "    - [Memel Territory]",
      "this row has 1 cells and the table 2 columns",
      /one cell/,
    ],
    [
      "a quiz that is not there",
      { file: "quizzes/pact-quiz.yaml", to: null },
      "quiz: pact-quiz",
      "there is no quiz `pact-quiz`",
      /Write quizzes\/pact-quiz\.yaml/,
    ],
    [
      "a quiz of another lesson",
      { file: "quizzes/pact-quiz.yaml", from: "lesson: pact", to: "lesson: munich" },
      "lesson: munich",
      "there is no lesson `munich`",
      /write the lesson/,
    ],
    [
      "a question without its kind",
      { file: "quizzes/pact-quiz.yaml", from: "kind: date", to: "kind: dates" },
      "    kind: dates",
      "there is no kind of question `dates`",
      /Did you mean `date`/,
    ],
    [
      "a question of a fact that is not there",
      { file: "quizzes/pact-quiz.yaml", from: "fact: pact-1939", to: "fact: pact-1938" },
      "    fact: pact-1938",
      "there is no fact `pact-1938`",
      /Did you mean `pact-1939`/,
    ],
    [
      "a question that cites a passage that is not there",
      { file: "quizzes/pact-quiz.yaml", from: "passage: signed", to: "passage: sined" },
      "    passage: sined",
      "lesson `pact` has no passage `sined`",
      /Did you mean `signed`/,
    ],
    [
      "a question whose passage does not name its fact",
      { file: "quizzes/pact-quiz.yaml", from: "passage: signed", to: "passage: memel" },
      "    passage: memel",
      "passage `memel` does not name the fact `pact-1939`",
      /Cite `signed`/,
    ],
    [
      "a question that a learner cannot be told about",
      {
        file: "quizzes/pact-quiz.yaml",
        from: "    wrong: The text has the date of the day on which the talks began.\n",
        to: "",
      },
      "  - id: pact-q10",
      "`wrong` is missing",
      /Add `wrong:`/,
    ],
    [
      "a question id twice",
      { file: "quizzes/pact-quiz.yaml", from: "id: pact-q2", to: "id: pact-q1" },
      "  - id: pact-q1",
      "there are two questions `pact-q1`",
      /quizzes\/pact-quiz\.yaml:6\./,
    ],
    [
      "what a kind does not know",
      { file: "quizzes/pact-quiz.yaml", from: "precision: day", to: "precission: day" },
      "    precission: day",
      "`precission` is not a field here",
      /Did you mean `precision`/,
    ],
    [
      "what a kind finds wrong",
      { file: "quizzes/pact-quiz.yaml", from: "{ state: germany, right: true,", to: "{ state: germany," },
      "  - id: pact-q1",
      "No option earns full marks",
      /Mark one/,
    ],
    [
      "a fact that may not be graded",
      { file: "facts/events.yaml", from: "{ date: H,", to: "{ date: L," },
      "    fact: pact-1939",
      "the date of `pact-1939` is marked L",
      /taught, not graded/,
    ],
    [
      "a date nobody has seen in a source",
      {
        file: "facts/events.yaml",
        from: "confidence: { date: H, signatories: L }",
        to: "confidence: H\n  notRechecked: [date]",
      },
      "    fact: pact-1939",
      "the date of `pact-1939` is not re-checked",
      /take it off `notRechecked`/,
    ],
    ["a file that nobody reads", { file: "facts/more.yml", to: "[]\n" }, "[]", "nothing reads this", /end in \.yaml/],
  ])("%s", (_, change, line, message, remedy) => {
    const { problems, files } = compile(change);
    const found = problems.find((problem) => problem.message === message);
    expect(found, problems.map(problemLine).join("\n") || "no problem").toBeDefined();
    expect(found?.file).toMatch(/^tiny\//);
    expect(found?.remedy).toMatch(remedy);
    const text = files[found!.file.slice("tiny/".length)] ?? "";
    expect(text.split("\n")[found!.line - 1]).toContain(line);
  });

  describe("A date marked M", () => {
    const marked = [
      { file: "facts/events.yaml", from: "{ date: H,", to: "{ date: M," },
      {
        file: "facts/events.yaml",
        from: "  alsoDate: { date: 1939-08-24, why: Dated the 23rd; signed in the night. }\n",
        to: "",
      },
    ];

    test("may not be asked to the day", () => {
      const [problem, ...others] = compile(...marked).problems;
      expect(others).toEqual([]);
      expect(problem?.message).toBe("the date of `pact-1939` is marked M, and this question takes one answer only");
      expect(problem?.remedy).toContain("Ask it less precisely");
    });

    test("may be asked to the month", () => {
      compiled(...marked, { file: "quizzes/pact-quiz.yaml", from: "precision: day", to: "precision: month" });
    });
  });

  test("A missing course.yaml", () => {
    const { course, problems } = compile({ file: "course.yaml", to: null });
    expect(course).toBeUndefined();
    expect(problems.map(problemLine)).toEqual([
      "tiny/course.yaml:1 this file is missing → Write it: see docs/author.md.",
    ]);
  });

  test("A quiz with fewer than fifteen questions", () => {
    const { "quizzes/pact-quiz.yaml": quiz = "" } = compile().files;
    const short = quiz.slice(0, quiz.indexOf("  - id: pact-q11"));
    expect(compile({ file: "quizzes/pact-quiz.yaml", to: short }).problems.map(problemLine)).toEqual([
      "tiny/quizzes/pact-quiz.yaml:6 this quiz has 10 questions → Write at least 15.",
    ]);
  });

  test("Slips in several files are said at once, by file and line", () => {
    const { problems } = compile(
      { file: "quizzes/pact-quiz.yaml", from: "points: 2", to: "points: none" },
      { file: "course.yaml", from: "sentence:", to: "sentense:" },
      { file: "facts/events.yaml", from: "type: statement", to: "type: rumour" },
    );
    const files = problems.map((problem) => problem.file);
    expect(files).toEqual([
      "tiny/course.yaml",
      "tiny/course.yaml",
      "tiny/facts/events.yaml",
      "tiny/quizzes/pact-quiz.yaml",
    ]);
  });

  test("A fact with a slip is not reported again by all that speak of it", () => {
    const { problems } = compile({
      file: "facts/events.yaml",
      from: "shortName: the pact",
      to: "shortName: [the pact]",
    });
    expect(problems.map(problemLine)).toEqual(["tiny/facts/events.yaml:4 `shortName` is not text → Write text."]);
  });
});
