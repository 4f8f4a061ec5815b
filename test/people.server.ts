/**
 * A process beside a running school that makes people, classes and quizzes in it through `records`: browsers' tests
 * fork it, because records load only where a server would. See people.ts.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import type { CompiledQuiz } from "@/content/compiled";
import { loadCourse } from "@/content/course";
import { kindOf, type Fields } from "@/questions";
import * as records from "@/records";
import type { Role, Viewer } from "@/records";
import { everyKind } from "./every-kind";
import { plainAssignment } from "./factories/assignments";
import { planted } from "./planted";

const system = records.systemViewer("tests make their people");

async function schoolId(): Promise<string> {
  const [school] = await records.schools(system);
  if (!school) throw new Error("There is no school yet.");
  return school.id;
}

/** What a question says, in whatever order: several have the same prompt. */
function words(body: unknown): string {
  const said: string[] = [];
  JSON.stringify(body, (_, value: unknown) => (typeof value === "string" && said.push(value), value));
  return said.sort().join("\n");
}

/** A person signed in without a browser, to do what takes a viewer. */
async function viewerOf(personId: string): Promise<Viewer> {
  const key = await records.beginSession(system, { schoolId: await schoolId(), personId, userAgent: "test" });
  const viewer = await records.viewerOfSession(system, key);
  if (!viewer) throw new Error(`Nobody is ${personId}.`);
  return viewer;
}

/** A name that no other test has. */
const unique = () => randomBytes(5).toString("hex");

export interface TestPerson {
  personId: string;
  displayName: string;
  userName: string;
  password: string;
}

export const verbs = {
  async person({ role, displayName = "Ilze Kalniņa" }: { role: Role; displayName?: string }): Promise<TestPerson> {
    const person = { displayName, userName: `${role}-${unique()}`, password: `quiet river ${unique()}` };
    const made = await records.makePerson(system, { ...person, role, schoolId: await schoolId() });
    if (made.state !== "made") throw new Error(JSON.stringify(made.slips));
    return { ...person, personId: made.personId };
  },

  async class({
    teacher,
    name = `10B ${unique()}`,
    courseId,
  }: {
    teacher: string;
    name?: string;
    /** Of the course that was published first. */
    courseId?: string;
  }) {
    const made = await records.createClass(await viewerOf(teacher), { name, ...(courseId && { courseId }) });
    if (made.state !== "made") throw new Error(JSON.stringify(made.slips));
    return { classId: made.classId, joinCode: made.joinCode, name };
  },

  async join({ learner, joinCode }: { learner: string; joinCode: string }): Promise<null> {
    const joined = await records.joinClass(await viewerOf(learner), { code: joinCode });
    if (joined.state !== "joined") throw new Error(JSON.stringify(joined.slips));
    return null;
  },

  /** Sets a quiz to a class, by the plainest rules. */
  async sets(given: { teacher: string; classId: string; quizId: string } & Partial<records.AssignmentWanted>) {
    const { teacher, classId, ...wanted } = given;
    const made = await records.createAssignment(await viewerOf(teacher), {
      classId,
      wanted: { ...plainAssignment, ...wanted },
    });
    if (made.state !== "saved") throw new Error(JSON.stringify(made.slips));
    return { assignmentId: made.assignmentId };
  },

  /** Answers these questions of an assignment rightly, and others as is said, and hands in. */
  async sits({
    learner,
    assignmentId,
    right,
    said = {},
  }: {
    learner: string;
    assignmentId: string;
    right: number[];
    /** By position. */
    said?: Record<number, Fields>;
  }) {
    const viewer = await viewerOf(learner);
    const begun = await records.beginAssignment(viewer, { assignmentId });
    if (begun.state !== "begun") throw new Error(JSON.stringify(begun));
    const { attemptId } = begun;
    const { questions } = await records.attemptQuestions(viewer, { attemptId });
    const items = loadCourse().quizzes.flatMap(({ items }) => items);
    for (const [at, fields] of Object.entries(said)) {
      const revisionId = crypto.randomUUID();
      await records.saveResponse(viewer, { attemptId, position: Number(at), revisionId, fields });
    }
    for (const { position, kind: asked, prompt, body: shown } of questions) {
      if (!right.includes(position)) continue;
      const drawn = items.flatMap(({ kind, variants }) =>
        variants.map((each) => ({ ...each, kind: each.kind ?? kind })),
      );
      const { kind, key, body } = drawn.find(
        (each) => each.prompt === prompt && each.kind === asked && words(each.body) === words(shown),
      )!;
      const fields = kindOf(kind).solve(key.answer, body);
      const revisionId = crypto.randomUUID();
      await records.saveResponse(viewer, { attemptId, position, revisionId, fields });
    }
    await records.submitAttempt(viewer, { attemptId });
    return { attemptId };
  },

  /** Begins an assignment, and leaves it open. */
  async begin({ learner, assignmentId }: { learner: string; assignmentId: string }) {
    const begun = await records.beginAssignment(await viewerOf(learner), { assignmentId });
    if (begun.state !== "begun") throw new Error(begun.why);
    return { attemptId: begun.attemptId };
  },

  async invitation({ administrator, note = "" }: { administrator: string; note?: string }) {
    const invited = await records.inviteTeacher(await viewerOf(administrator), { note });
    if (invited.state !== "invited") throw new Error(JSON.stringify(invited.slips));
    return { token: invited.token };
  },

  /** So many seconds go by for an assignment and all that hangs on it: everything moves into the past. */
  async timePasses({ assignmentId, seconds }: { assignmentId: string; seconds: number }): Promise<null> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const tables = [
      { table: "Assignment", id: "id", dates: ["opensAt", "dueAt", "closesAt"] },
      { table: "AssignmentException", id: "assignmentId", dates: ["opensAt", "dueAt", "closesAt"] },
      { table: "Attempt", id: "assignmentId", dates: ["startedAt", "endsAt", "acceptedUntil", "submittedAt"] },
    ];
    for (const { table, id, dates } of tables) {
      const set = dates.map((name) => `"${name}" = "${name}" - $2::interval`).join(", ");
      await client.query(`UPDATE "${table}" SET ${set} WHERE "${id}" = $1`, [assignmentId, `${seconds} seconds`]);
    }
    await client.end();
    return null;
  },

  /** The shipped quizzes with what answers them, so that a story can be told by someone who knows. */
  quizzes() {
    return Promise.resolve(loadCourse().quizzes.map(known));
  },

  /** Publishes a quiz, in a course of its own, whose keys hold words that stand nowhere else. */
  async plant() {
    const mark = unique();
    const { quiz, words, prompts } = planted(loadCourse(), `planted-${unique()}`, mark);
    await records.publish(system, { id: `course-of-${quiz.id}`, quizzes: [quiz] });
    return { quizId: quiz.id, questions: quiz.items.length, words, prompts, mark };
  },

  /** Publishes a quiz, in a course of its own, with a question of every kind for each way in which it can be asked. */
  async everyKind() {
    const quiz = everyKind(loadCourse(), `every-kind-${unique()}`);
    await records.publish(system, { id: `course-of-${quiz.id}`, quizzes: [quiz] });
    return known(quiz);
  },

  /** Publishes a quiz of one question for 4 points: certainty, three tries at a quarter each, a hint at a quarter. */
  async helped() {
    const every = everyKind(loadCourse(), `helped-${unique()}`);
    const item = every.items.find(({ kind }) => kind === "single-choice")!;
    const hints = [{ text: "Think of the rivers that the protocol names.", cost: 0.25 }];
    const variants = item.variants.map((variant) => ({ ...variant, key: { ...variant.key, hints } }));
    const quiz: CompiledQuiz = {
      ...every,
      rules: { certainty: true, tries: 3, penalty: 0.25, bands: [] },
      items: [{ ...item, points: 4, rules: { hints: [{ cost: 0.25 }] }, variants }],
    };
    await records.publish(system, { id: `course-of-${quiz.id}`, quizzes: [quiz] });
    return { ...known(quiz), hint: hints[0]!.text };
  },
};

const statements = () => [...loadCourse().facts.facts.values()].map(({ statement }) => statement);

function known({ id, lessonId, title, items }: CompiledQuiz) {
  return {
    id,
    lessonId,
    title,
    items: items.map(({ id, kind, points, variants }) => ({
      id,
      kind,
      points,
      /** One of these is what a learner is asked. */
      variants: variants.map(({ kind: own = kind, prompt, body, key }) => {
        // What a lesson's fact cards say as well is no secret.
        const secrets = [key.why.right, key.why.wrong].filter(
          (sentence) => !statements().some((s) => sentence.includes(s)),
        );
        return { prompt, body, key, secrets, solution: kindOf(own).solve(key.answer, body) };
      }),
    })),
  };
}

export type Verbs = typeof verbs;

process.on("message", ({ call, verb, input }: { call: number; verb: keyof Verbs; input: never }) => {
  verbs[verb](input).then(
    (answer) => process.send?.({ call, answer }),
    (error: unknown) => process.send?.({ call, error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
