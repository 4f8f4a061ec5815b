import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import {
  exportChoices,
  makeGroup,
  questionAnalysis,
  removeLearner,
  setGroupMembers,
  wholeGradebook,
  type Viewer,
} from "@/records";
import { closeDatabase } from "@/records/database";
import {
  aClass,
  aLearner,
  anAdministrator,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  handedIn,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";
import { readXlsx } from "@/test/xlsx";

// Who is asking is auth's affair and tested there; here it is whoever the test says.
let viewer: Viewer | null = null;
vi.mock("@/auth/current", () => ({ currentViewer: () => Promise.resolve(viewer) }));

const routes = {
  class: (await import("./classes/[class]/[file]/route")).GET,
  quiz: (await import("./classes/[class]/quizzes/[quiz]/[file]/route")).GET,
  assignment: (await import("./classes/[class]/assignments/[assignment]/[file]/route")).GET,
};
afterAll(closeDatabase);

async function take(path: string, who: Viewer) {
  viewer = who;
  const url = new URL(`http://school.example/api/classes/${path}`);
  const [classId, ...rest] = url.pathname.slice("/api/classes/".length).split("/") as [string, ...string[]];
  const file = rest.at(-1)!;
  const params = { class: classId, file, ...(rest[0] === "quizzes" ? { quiz: rest[1]! } : { assignment: rest[1]! }) };
  const route = rest.length === 1 ? "class" : rest[0] === "quizzes" ? "quiz" : "assignment";
  const response = await routes[route](new Request(url), { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}
const lines = ({ bytes }: { bytes: Uint8Array }) =>
  parse(Buffer.from(bytes), { bom: true, columns: true }) as Record<string, string>[];
const text = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString("utf8");

/** Answers by a pattern of one's own, so that everybody's are different, and hands in. */
function sits(person: SomePerson, quiz: SomeQuiz, nth: number, assignmentId?: string) {
  const letters = quiz.right.map((_, j) => ((nth * 7 + j * 3) % 5 <= 1 ? "-" : (nth + j) % 4 === 0 ? "W" : "R"));
  return handedIn(person, quiz, letters.join(""), assignmentId);
}

/** What `npm run -s analysis` prints for a file. */
function printed(bytes: Uint8Array) {
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...env } = process.env;
  const command = ["--conditions=react-server", "--import", "./scripts/typescript.mjs", "scripts/analysis.ts", "-"];
  const cwd = join(import.meta.dirname, "../..");
  const { status, stdout } = spawnSync(process.execPath, command, { cwd, input: Buffer.from(bytes), env });
  expect(status, stdout.toString()).toBe(0);
  return JSON.parse(stdout.toString()) as Printed;
}
interface Printed {
  test: Record<string, number | null>;
  questions: ({ question: string } & Record<string, number | string | null>)[];
}

/** The same names, and numbers that agree to a billionth. */
function agree(one: unknown, other: unknown, at = "") {
  if (typeof one === "number" && typeof other === "number")
    expect(Math.abs(one - other), at).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one)));
  else if (one !== null && typeof one === "object") {
    expect(Object.keys(other as object), at).toEqual(Object.keys(one));
    for (const [key, value] of Object.entries(one))
      agree(value, (other as Record<string, unknown>)[key], `${at}.${key}`);
  } else expect(other, at).toBe(one);
}

describe.each([
  { name: "one question a place", variants: 1, reword: false, assigned: false },
  { name: "parallel questions, for an assignment", variants: 3, reword: false, assigned: true },
  { name: "a quiz that changed", variants: 1, reword: true, assigned: false },
])("$name", ({ variants, reword, assigned }) => {
  test("page, analysis and responses give the same figures", { timeout: 120_000 }, async () => {
    const { schoolId } = await aSchool();
    const [quiz, teacher] = await Promise.all([aPublishedQuiz({ variants, points: 3 }), aTeacher({ schoolId })]);
    const people = await Promise.all(
      ["=1+1", "'=1+1", "Anna", "Anna", 'Łukasz, "Jr."', "Zoë;\tX", "محمد", "🎓", "@sum"].map((displayName) =>
        aLearner({ schoolId, displayName }),
      ),
    );
    const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
    const set = assigned ? await anAssignment({ teacher, classId, quizId: quiz.quizId }) : null;
    for (const [i, person] of people.entries()) {
      if (reword && i === 5) await quiz.reworded();
      await sits(person, quiz, i, set?.assignmentId);
    }
    const of = set ? `${classId}/assignments/${set.assignmentId}` : `${classId}/quizzes/${quiz.quizId}`;
    const page = await questionAnalysis(teacher.viewer, { classId, quizId: quiz.quizId, ...set });
    expect(page.attempts).toBe(9);

    const said = JSON.parse(text(await take(`${of}/analysis.json`, teacher.viewer))) as Printed;
    const { attempts, ...measures } = said.test;
    expect(attempts).toBe(9);
    for (const [name, value] of Object.entries(measures))
      agree(page.test[name as keyof typeof page.test].value, value, name);
    const versions = page.places.flatMap((place) => place.versions);
    expect(said.questions.map(({ question }) => question)).toEqual(versions.map(({ question }) => question));
    for (const [j, { question, ...values }] of said.questions.entries())
      for (const [name, value] of Object.entries(values))
        agree(versions[j]!.figures[name as "facility"].value, value, `${question} ${name}`);

    for (const file of ["responses.csv", "responses.csv?names=1&mark=0", "responses.json", "responses.json?names=1"])
      agree(said, printed((await take(`${of}/${file}`, teacher.viewer)).bytes), file);

    // The CSV of the analysis: the same numbers, unrounded, and as the page rounds them.
    const table = lines(await take(`${of}/analysis.csv`, teacher.viewer));
    const number = (cell: string) => (cell === "" ? null : Number(cell));
    for (const [name, value] of Object.entries(measures))
      agree(value, number(table.find((each) => each.Of === "test" && each.Name === name)!["Value (exact)"]!), name);
    for (const { question, ...values } of said.questions)
      for (const [name, value] of Object.entries(values)) {
        const line = table.find((each) => each.Question === question && each.Name === name)!;
        agree(value, number(line["Value (exact)"]!), `${question} ${name}`);
      }

    // The workbook of the responses has them exactly on its second sheet.
    const [, exact] = readXlsx((await take(`${of}/responses.xlsx?names=1`, teacher.viewer)).bytes);
    const csv = lines(await take(`${of}/responses.csv?names=1`, teacher.viewer));
    expect(exact!.rows.slice(1).map((row) => row[2]?.value)).toEqual(
      csv.map(({ Points }) => number(Points!) ?? undefined),
    );
    expect(new Set(exact!.rows.slice(1).map((row) => row[0]!.value))).toContain("=1+1");
    expect(new Set(csv.map(({ Learner }) => Learner))).toContain("'=1+1");
  });
});

describe("a class", () => {
  let quiz: SomeQuiz;
  let teacher: SomePerson;
  let people: [SomePerson, SomePerson, SomePerson];
  let classId: string;
  let groupId: string;
  let assignmentId: string;
  let others: Record<string, SomePerson>;
  let everyFile: string[];

  beforeAll(async () => {
    const { schoolId } = await aSchool({ timeZone: "Europe/Tallinn" });
    [quiz, teacher] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId })]);
    const named = (displayName: string) => aLearner({ schoolId, displayName });
    people = await Promise.all([named("=1+1"), named("Boris"), named("Cilla")]);
    ({ classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId, name: "9Б: „А“" }));
    ({ assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, title: "Домашня" }));
    for (const [i, person] of people.slice(0, 2).entries()) await sits(person, quiz, i, assignmentId);
    const group = await makeGroup(teacher.viewer, { classId, name: "Red" });
    if (group.state !== "made") throw new Error("No group");
    ({ groupId } = group);
    await setGroupMembers(teacher.viewer, { groupId, personIds: [people[1].personId, people[2].personId] });
    others = {
      "a learner of the class": people[0],
      "another teacher": await aTeacher({ schoolId }),
      "an administrator who does not teach it": await anAdministrator({ schoolId }),
      "a teacher of another school": await aTeacher(await aSchool()),
    };
    everyFile = ["csv", "xlsx", "json"].flatMap((ending) => [
      ...(ending === "json" ? [] : [`${classId}/gradebook.${ending}`]),
      ...["responses", "analysis"].flatMap((name) => [
        `${classId}/quizzes/${quiz.quizId}/${name}.${ending}`,
        `${classId}/assignments/${assignmentId}/${name}.${ending}`,
      ]),
    ]);
  });

  test("gives every file to its teacher, kept by nobody, named after class, content and time", async () => {
    for (const path of everyFile) {
      const { status, headers, bytes } = await take(path, teacher.viewer);
      expect(status, path).toBe(200);
      expect(bytes.length, path).toBeGreaterThan(50);
      expect(headers.get("cache-control")).toBe("no-store");
      const disposition = headers.get("content-disposition")!;
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[^" ]+$/);
      const name = decodeURIComponent(disposition.split("UTF-8''")[1]!);
      expect(name).toMatch(/^9Б „А“ .*(gradebook|responses|analysis) \d{8}T\d{4}\+0[23]00\.(csv|xlsx|json)$/);
      if (path.includes("/assignments/")) expect(name).toContain("Домашня");
    }
  });

  test.each([
    "a learner of the class",
    "another teacher",
    "an administrator who does not teach it",
    "a teacher of another school",
  ])("has nothing for %s", async (who) => {
    for (const path of everyFile) expect((await take(path, others[who]!.viewer)).status, path).toBe(404);
  });

  test("knows no other files, groups, quizzes or assignments", async () => {
    const foreign = await aClass({ teacher, courseId: quiz.courseId });
    for (const path of [
      ...["gradebook.json", "gradebook", "gradebook.csv.csv", "toString.csv", "responses.csv"].map(
        (file) => `${classId}/${file}`,
      ),
      `${classId}/quizzes/none/responses.csv`,
      `${classId}/quizzes/${quiz.quizId}/gradebook.csv`,
      `${classId}/assignments/${randomUUID()}/responses.csv`,
      `${foreign.classId}/assignments/${assignmentId}/responses.csv`,
      ...["gradebook.csv", `quizzes/${quiz.quizId}/responses.csv`].flatMap((file) => [
        `${classId}/${file}?group=${randomUUID()}`,
        `${classId}/${file}?group=x`,
        `${foreign.classId}/${file}?group=${groupId}`,
      ]),
    ])
      expect((await take(path, teacher.viewer)).status, path).toBe(404);
  });

  test("lists what there is to take, and how many have handed it in", async () => {
    const choices = await exportChoices(teacher.viewer, { classId });
    expect(choices.class).toMatchObject({ id: classId, name: "9Б: „А“", timeZone: "Europe/Tallinn" });
    expect(choices.groups).toEqual([{ id: groupId, name: "Red" }]);
    expect(choices.assignments).toEqual([
      { id: assignmentId, title: "Домашня", quizId: quiz.quizId, practice: false, handedIn: 2 },
    ]);
    expect(choices.quizzes).toMatchObject([{ quizId: quiz.quizId, handedIn: 2 }]);
  });

  test("its gradebook has the figures and states of the page", async () => {
    const book = await wholeGradebook(teacher.viewer, { classId });
    const table = lines(await take(`${classId}/gradebook.csv?numbers=exact`, teacher.viewer));
    expect(table.map((line) => line["Learner id"])).toEqual(book.learners.map(({ personId }) => personId));
    for (const [i, { cells, total, userName }] of book.learners.entries()) {
      const [score, shown] = [cells[0]!.score, table[i]!];
      expect(shown["User name"]).toBe(userName);
      expect(shown["Домашня (%)"]).toBe(score ? String(score.share * 100) : "");
      expect(shown["Домашня: state"]).toBe(cells[0]!.state);
      expect(shown["Total (%)"]).toBe(total.share === null ? "" : String(total.share * 100));
    }
    expect(text(await take(`${classId}/gradebook.csv?names=0`, teacher.viewer))).not.toMatch(/Boris|1\+1|learner-/);
  });

  test("a group's files have its learners alone", async () => {
    const table = lines(await take(`${classId}/gradebook.csv?group=${groupId}`, teacher.viewer));
    expect(table.map(({ Learner }) => Learner)).toEqual(["Boris", "Cilla"]);
    for (const of of [`quizzes/${quiz.quizId}`, `assignments/${assignmentId}`]) {
      const file = lines(await take(`${classId}/${of}/responses.csv?names=1&group=${groupId}`, teacher.viewer));
      expect(new Set(file.map(({ Learner }) => Learner))).toEqual(new Set(["Boris"]));
    }
    const group = await take(`${classId}/gradebook.csv?group=${groupId}`, teacher.viewer);
    expect(decodeURIComponent(group.headers.get("content-disposition")!)).toContain("Red gradebook");
  });

  test("the files of all my classes and the mark of UTF-8 are as asked for", async () => {
    const path = `${classId}/quizzes/${quiz.quizId}/responses.csv`;
    expect([...(await take(path, teacher.viewer)).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text(await take(`${path}?mark=0&of=mine`, teacher.viewer)).startsWith("Learner,")).toBe(true);
  });

  test("who was taken out of the class is in none of its files", async () => {
    await removeLearner(teacher.viewer, { classId, personId: people[1].personId });
    for (const path of everyFile.filter((each) => !each.includes(".xlsx"))) {
      const file = await take(`${path}?names=1`, teacher.viewer);
      expect(file.status).toBe(200);
      expect(text(file), path).not.toContain("Boris");
    }
    expect((await exportChoices(teacher.viewer, { classId })).assignments).toMatchObject([{ handedIn: 1 }]);
    const [shown] = readXlsx((await take(`${classId}/gradebook.xlsx`, teacher.viewer)).bytes);
    expect(shown!.rows.slice(1).map((row) => row[0]!.value)).toEqual(["=1+1", "Cilla"]);
  });
});
