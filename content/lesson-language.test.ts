import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileCourse } from "./compile";
import { courses } from "./course";
import { writeTinyCourse } from "./fixtures/tiny-course";
import { problemLine } from "./problems";

const map = path.join(process.cwd(), "content/map");
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

type Change = { file: string; from?: string; to: string | null };

function compile(...changes: Change[]) {
  const { folder, root, files } = writeTinyCourse(changes);
  roots.push(root);
  const { course, problems, notes } = compileCourse(folder, { root, map });
  return { course: course!, problems: problems.map(problemLine), notes, files };
}

const lesson = (from: string, to: string): Change => ({ file: "lessons/pact.md", from, to });
const glossary: Change = {
  file: "glossary.yaml",
  to: "- { id: ceded, term: ceded, meaning: Given up by treaty. }\n- { id: annexed, term: annexed, meaning: Made part of a state. }\n",
};

describe("A lesson", () => {
  test("has its opening question, and its place in course.yaml for a number", () => {
    expect(compile().course.lessons[0]).toMatchObject({ number: 1, question: "What was signed?", terms: [] });
  });

  test.each([
    ["two questions", "question: Who? And when?"],
    ["a statement", "question: Nobody knows."],
  ])("does not open with %s", (_, question) => {
    expect(compile(lesson("question: What was signed?", question)).problems.join()).toMatch(
      /pact\.md:\d+ `question` is not one sentence that ends with a question mark → Ask/,
    );
  });

  test("says its words of the glossary in the order of first use, and the glossary says which lessons use a word", () => {
    const { course, problems, notes } = compile(
      glossary,
      lesson("went to Germany", ":term[went]{id=ceded} to Germany"),
    );
    expect(problems).toEqual([]);
    expect(course.lessons[0]?.terms.map(({ id }) => id)).toEqual(["ceded"]);
    expect(course.glossary.map(({ id, lessonIds }) => [id, lessonIds])).toEqual([
      ["annexed", []],
      ["ceded", ["pact"]],
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      "the term `annexed` stands out of order",
      "no lesson uses `annexed`",
    ]);
  });

  test("is linked to by its number", () => {
    const link = (text: string) => compile(lesson("It was said", `[${text}](/lessons/pact#memel) says`)).problems;
    expect(link("Lesson 1")).toEqual([]);
    expect(link("lesson 2").join()).toContain("`pact` is lesson 1, not 2 → Write [Lesson 1](/lessons/pact#memel).");
    const unlinked = compile(lesson("It was said", "In lesson 1 it was said")).problems;
    expect(unlinked.join()).toContain("`lesson 1` is no link → Write [lesson 1](/lessons/…)");
  });
});

describe("A slip in the glossary", () => {
  test.each([
    [
      "a word twice",
      `${glossary.to}- { id: ceded, term: ceded, meaning: Again. }\n`,
      "glossary.yaml:3 there are two of term `ceded`",
    ],
    ["a word without its meaning", "- { id: ceded, term: ceded }\n", "glossary.yaml:1 `meaning` is missing"],
    ["no list", "ceded: given up\n", "glossary.yaml:1 this is not a list"],
  ])("%s", (_, to, problem) => {
    expect(compile({ file: "glossary.yaml", to }).problems.join("\n")).toContain(problem);
  });
});

describe("Every number and every date of the prose comes from a fact", () => {
  /** The one problem, from the line on. */
  const slip = (...changes: Change[]) => compile(...changes).problems.map((each) => each.replace(/^[^ ]*\//, ""));

  test("a date typed in a passage, with the fact that says it", () => {
    const found = slip(lesson("The text.", "The text of\n24 August 1939."));
    expect(found).toEqual([]);
    expect(slip(lesson("It was said that more was", "On 22 March 1939 it was said that more was"))).toEqual([
      expect.stringMatching(
        /^pact\.md:\d+ `22 March 1939` stands in no fact that this part of the lesson names → `memel-1939` says it\. Quote/,
      ),
    ]);
  });

  test("the line is that of the number", () => {
    const { problems, files } = compile(lesson("went to Germany.", "went\nwith 141,000 people\nto Germany."));
    const [, line] = /pact\.md:(\d+) `141,000`/.exec(problems.join()) ?? [];
    expect(files["lessons/pact.md"]?.split("\n")[Number(line) - 1]).toBe("with 141,000 people");
  });

  test("a fact that the passage is about vouches for it, and so does an exemption", () => {
    expect(slip(lesson('about="rumour-1939"}\nIt', 'about="rumour-1939 memel-1939"}\nIn March 1939 it'))).toEqual([]);
    expect(slip(lesson("That there was one", 'That :exempt[fifteen]{why="the false number"} were one'))).toEqual([]);
  });

  test("in what people get wrong, in a check, in a note", () => {
    expect(slip(lesson("That there was one", "That in 1941 there was one"))).toHaveLength(1);
    expect(slip(lesson(":::wrong\nThat there", ':::wrong{about="pact-1939"}\nThat in 1939 there'))).toEqual([]);
    const check = (answer: string) => lesson(":::wrong", `:::check{question="When?"}\n${answer}\n:::\n\n:::wrong`);
    expect(slip(check("In 1939."))).toHaveLength(1);
    expect(slip(lesson("The text.", "The text of sixteen pages."))).toHaveLength(1);
  });

  test("outside the passages any fact of the lesson will do", () => {
    expect(
      slip(lesson("in one night.", "on 23 August 1939."), lesson("[One thing.", "[Memel went in March 1939.")),
    ).toEqual([]);
    expect(slip(lesson("[One thing.", "[Memel went in May 1939."))).toEqual([
      "pact.md:13 `May 1939` stands in no fact that the lesson names → Name its fact in the lesson's text, or take it out.",
    ]);
    expect(slip(lesson("## Before", "## Before 1914"))).toHaveLength(1);
    expect(slip({ file: "figures/memel.yaml", from: "A strip of coast.", to: "A strip of 90 miles." })).toEqual([
      expect.stringContaining("memel.yaml:4 `90` stands in no fact"),
    ]);
  });

  test("small numbers in words, names with numbers and names of articles are left alone", () => {
    expect(slip(lesson("That there was one", "That ten T-34 tanks were one"))).toEqual([]);
  });
});

describe.each(courses())("In the course %s", (id) => {
  test("a number or a year that somebody adds to any passage is found", () => {
    const root = mkdtempSync(path.join(tmpdir(), "annals-course-"));
    roots.push(root);
    const folder = path.join(root, id);
    cpSync(`content/${id}`, folder, { recursive: true });
    let added = 0;
    for (const name of readdirSync(path.join(folder, "lessons"))) {
      const file = path.join(folder, "lessons", name);
      const text = readFileSync(file, "utf8").replace(/^(:{3,}passage\{.*\}\n)/gm, (begin) => {
        added++;
        return `${begin}In 1612 there were 987,654 of them. `;
      });
      writeFileSync(file, text);
    }
    const { problems } = compileCourse(folder, { root, map });
    const said = (number: string) =>
      problems.filter(({ message }) => message.startsWith(`\`${number}\` stands in no fact`));
    expect(added).toBeGreaterThan(0);
    expect(said("1612")).toHaveLength(added);
    expect(said("987,654")).toHaveLength(added);
  });
});
