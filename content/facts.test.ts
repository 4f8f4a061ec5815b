import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { factsOfType, type Figure, type Person } from "@/facts/base";
import { compileCourse } from "./compile";
import { courses, loadCourse } from "./course";
import { factsMeeting } from "./facts-of";
import { writeTinyCourse } from "./fixtures/tiny-course";
import { problemLine } from "./problems";

vi.setConfig({ testTimeout: 60_000 });

const map = path.join(process.cwd(), "content/map");
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

type Change = { file: string; from?: string; to: string | null };

function compile(...changes: Change[]) {
  const { folder, root } = writeTinyCourse(changes);
  roots.push(root);
  return compileCourse(folder, { root, map });
}

const wrong = (...changes: Change[]) =>
  compile(...changes).problems.map(({ message, remedy }) => `${message} → ${remedy}`);

/** A figure in the tiny course, with some of its lines exchanged. */
function withFigure(lines: string): Change {
  return {
    file: "facts/figures.yaml",
    to: `- id: losses
  type: figure
  name: Losses
  statement: About a thousand died.
  what: dead
  unit: people
  estimateBy: The ministry
  sources: [K]
${lines}`,
  };
}

const person = "{ id: molotov, name: Vyacheslav Molotov, sortName: Molotov, accept: [Молотов] }";
const withOffices = (offices: string): Change => ({
  file: "facts/people.yaml",
  from: person,
  to: person.replace(" }", `, offices: [${offices}] }`),
});
const commissar = "office: People’s Commissar for Foreign Affairs, of: ussr";

describe("A figure", () => {
  test("has a number, whose it is, and what may be said beside it", () => {
    const { course, problems } = compile(
      withFigure(`  low: 900
  best: 1000
  high: 1200
  of: The army
  theatre: Eastern Front
  year: 1941
  date: 1941/1945
  parties: [ussr]
  confidence: M
  notRechecked: [statement]
`),
    );
    expect(problems.map(problemLine)).toEqual([]);
    const [losses] = factsOfType(course!.facts, "figure");
    expect(losses).toMatchObject({ low: 900, best: 1000, high: 1200, year: "1941", estimateBy: "The ministry" });
  });

  test.each([
    ["no number", "  confidence: M\n", "this figure has no number"],
    ["a range with one end", "  low: 5\n  confidence: M\n", "this range has one end only"],
    ["numbers out of order", "  low: 5\n  best: 9\n  high: 8\n  confidence: M\n", "are not in order"],
    ["a number in words", "  best: many\n  confidence: M\n", "`best` is not a number"],
    ["a year that is none", "  best: 5\n  year: fortyone\n  confidence: M\n", "`fortyone` is not a date"],
    ["a state that is not there", "  best: 5\n  parties: [prussia]\n  confidence: M\n", "there is no state `prussia`"],
    [
      "a recalled number as a seen one",
      "  best: 5\n  recalled: true\n  confidence: M\n",
      "is not marked L → Mark it L",
    ],
  ])("with %s is a slip", (_, lines, message) => {
    expect(wrong(withFigure(lines))).toEqual([expect.stringContaining(message)]);
  });

  test("that was recalled is taught and not graded", () => {
    const recalled = withFigure("  best: 1000\n  recalled: true\n  confidence: L\n");
    expect(wrong(recalled)).toEqual([]);
    const asked: Change[] = [
      { file: "lessons/pact.md", from: "It was said that", to: ":fact[It was said]{id=losses} that" },
      {
        file: "quizzes/pact-quiz.yaml",
        from: "fact: pact-1939\n    passage: signed",
        to: "fact: losses\n    passage: rumour",
      },
      { file: "quizzes/pact-quiz.yaml", from: "kind: date", to: "kind: number" },
      { file: "quizzes/pact-quiz.yaml", from: "ask: date\n    precision: day", to: "value: 1000\n    within: 100" },
    ];
    expect(wrong(recalled, ...asked)).toContainEqual(expect.stringContaining("the statement of `losses` is marked L"));
  });

  test("is found by none but who looks for figures", () => {
    const { course } = compile(withFigure("  best: 5\n  date: 1939\n  confidence: H\n"));
    const found = (filter: Parameters<typeof factsMeeting>[0]) =>
      factsMeeting(filter, course!.facts).map(({ id }) => id);
    expect(found({ from: "1939" })).not.toContain("losses");
    expect(found({ type: "figure" })).toEqual(["losses"]);
  });
});

describe("An office", () => {
  test("that was held that day lets its holder sign", () => {
    expect(wrong(withOffices(`{ ${commissar}, from: 1939-05-03, to: 1946-03 }`))).toEqual([]);
  });

  test.each([
    ["before he held it", `{ ${commissar}, from: 1939-09, to: 1946-03 }`, "Nothing is known of that day"],
    ["for another state", `{ ${commissar.replace("ussr", "germany")} }`, "Held that day: People’s Commissar"],
    ["in which he was not", "{ office: Head of state, of: ussr }", "Held that day: Head of state (ussr)"],
  ])("is not signed in %s", (_, offices, remedy) => {
    expect(wrong(withOffices(offices))).toEqual([
      expect.stringContaining("`molotov` did not hold this office for `ussr` on that day"),
    ]);
    expect(wrong(withOffices(offices))[0]).toContain(remedy);
  });

  test.each([
    ["of a state that is not there", `{ ${commissar.replace("ussr", "usr")} }`, "there is no state `usr`"],
    ["on a day that is none", `{ ${commissar}, from: 1939-02-30 }`, "`1939-02-30` is not in the calendar"],
    ["that ends before it begins", `{ ${commissar}, from: "1941", to: "1940" }`, "`1940` is before `1941`"],
    ["both from a day and in a year", `{ ${commissar}, from: "1939", in: "1939" }`, "`in` besides `from`"],
    ["of a source that is not there", `{ ${commissar}, sources: [XY] }`, "there is no source `XY`"],
  ])("%s is a slip", (_, offices, message) => {
    expect(wrong(withOffices(offices)).join("\n")).toContain(message);
  });

  test("may be one of an organisation, in words", () => {
    const member = "{ office: Member, of: Communist Party }";
    expect(wrong(withOffices(`${member}, { ${commissar} }`))).toEqual([]);
  });
});

describe("Names over time", () => {
  const withNames = (names: string): Change => ({
    file: "facts/territories.yaml",
    from: "where: On the Baltic coast.",
    to: `where: On the Baltic coast., names: [${names}]`,
  });

  test("stand beside the name", () => {
    const { course, problems } = compile(
      withNames("{ name: Memel, to: 1945-01 }, { name: Klaipėda region, from: 1945-01 }"),
    );
    expect(problems.map(problemLine)).toEqual([]);
    expect(course!.facts.territories.get("memel-territory")?.names).toHaveLength(2);
  });

  test("have dates in their order", () => {
    expect(wrong(withNames('{ name: Memel, from: "1945", to: "1920" }'))).toEqual([
      expect.stringContaining("`1920` is before `1945`"),
    ]);
  });
});

describe("An agreement", () => {
  const plus = (lines: string): Change => ({
    file: "facts/events.yaml",
    from: "  place: Moscow",
    to: `${lines}\n  place: Moscow`,
  });

  test("may say when it came into force, what was secret, and what else it is called", () => {
    const { course, problems } = compile(
      plus("  inForce: 1939-08-23\n  secret: A protocol.\n  accept: [Another name]"),
    );
    expect(problems.map(problemLine)).toEqual([]);
    expect(course!.facts.facts.get("pact-1939")).toMatchObject({ inForce: "1939-08-23", accept: ["Another name"] });
  });

  test("came into force on a day of the calendar", () => {
    expect(wrong(plus("  inForce: 1939-08-32"))).toEqual([
      expect.stringContaining("`1939-08-32` is not in the calendar"),
    ]);
  });
});

test("People may fill a second file, and nobody stands in both", () => {
  const second = (id: string): Change => ({
    file: "facts/people-2.yaml",
    to: `- { id: ${id}, name: Some One, sortName: One, accept: [] }\n`,
  });
  const { course, problems } = compile(second("some-one"));
  expect(problems.map(problemLine)).toEqual([]);
  expect([...course!.facts.people.keys()]).toContain("some-one");
  expect(wrong(second("stalin"))).toEqual([expect.stringContaining("there are two of person `stalin`")]);
});

describe.each(courses())("The facts of %s", (id) => {
  const base = loadCourse(id).facts;

  test("say of everybody who signed which office it was that day", () => {
    const signed = factsOfType(base, "agreement").flatMap((fact) => fact.signatories.map((each) => each.person));
    const unknown = [...new Set(signed)].filter((each) => !base.people.get(each)?.offices);
    expect(unknown).toEqual([]);
  });

  test("have one name each, of people, states and lands as well", () => {
    const named = [...base.facts.values()].filter(({ type }) => type !== "figure").map(({ name }) => name);
    const figures = factsOfType(base, "figure").map(({ name }) => name);
    const people = [...base.people.values()].map((each: Person) => each.name);
    for (const names of [named, figures, people]) {
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test("grade no number that somebody recalled", () => {
    const open = factsOfType(base, "figure").filter((each: Figure) => each.recalled && each.confidence !== "L");
    expect(open.map((each) => each.id)).toEqual([]);
  });
});
