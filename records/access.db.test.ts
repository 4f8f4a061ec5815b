import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import * as records from "@/records";
import { aClass, aLearner, anAdministrator, aPublishedQuiz, aSchool, aTeacher, viewerSignedIn } from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase, database } from "./database";
import type { SystemViewer, Viewer } from "./viewer";

/** What a learner, their class and their school have, and everyone who might come for it. */
interface Scene {
  quiz: SomeQuiz;
  classId: string;
  otherCode: string;
  submitted: string;
  open: string;
  invitationId: string;
  learner: SomePerson;
  people: Record<Character, Viewer>;
}

const characters = [
  "the learner",
  "a classmate",
  "a learner of another class",
  "the teacher",
  "another teacher",
  "a teacher of the class who is a teacher no more",
  "the administrator",
  "a learner of another school",
  "a teacher of another school",
  "an administrator of another school",
] as const;
type Character = (typeof characters)[number];

const everyone = characters;
const ownOnly: readonly Character[] = ["the learner"];
const teacherOnly: readonly Character[] = ["the teacher"];
const administrators: readonly Character[] = ["the administrator", "an administrator of another school"];
const whoMayTeach: readonly Character[] = [
  "the teacher",
  "another teacher",
  "a teacher of another school",
  ...administrators,
];

interface Row {
  /** Who gets an answer; to everyone else there is nothing there, and nothing changes. */
  for: readonly Character[];
  ask: (viewer: Viewer, scene: Scene) => Promise<unknown>;
}

type First<Verb> = Verb extends (viewer: infer First, ...rest: never[]) => unknown ? First : never;
type VerbFor<Kind> = {
  [Name in keyof typeof records]: [First<(typeof records)[Name]>] extends [never]
    ? never
    : First<(typeof records)[Name]> extends Kind
      ? Name
      : never;
}[keyof typeof records];

/** A verb without a row does not compile. */
const matrix: Record<VerbFor<Viewer>, Row> = {
  quizOverview: { for: everyone, ask: (viewer, { quiz }) => records.quizOverview(viewer, quiz) },
  quizPaper: { for: everyone, ask: (viewer, { quiz }) => records.quizPaper(viewer, { ...quiz, paper: "A" }) },
  quizPaperKey: { for: whoMayTeach, ask: (viewer, { quiz }) => records.quizPaperKey(viewer, { ...quiz, paper: "A" }) },
  startAttempt: { for: everyone, ask: (viewer, { quiz }) => records.startAttempt(viewer, quiz) },
  attemptQuestion: {
    for: ownOnly,
    ask: (viewer, { open }) => records.attemptQuestion(viewer, { attemptId: open, position: 1 }),
  },
  attemptOverview: { for: ownOnly, ask: (viewer, { open }) => records.attemptOverview(viewer, { attemptId: open }) },
  saveResponse: {
    for: ownOnly,
    ask: (viewer, { open }) =>
      records.saveResponse(viewer, {
        attemptId: open,
        position: 1,
        revisionId: randomUUID(),
        fields: {},
        flagged: true,
      }),
  },
  tryAnswer: {
    for: ownOnly,
    ask: (viewer, { open }) => records.tryAnswer(viewer, { attemptId: open, position: 1 }),
  },
  takeHint: {
    for: ownOnly,
    ask: (viewer, { open }) => records.takeHint(viewer, { attemptId: open, position: 1 }),
  },
  submitAttempt: { for: ownOnly, ask: (viewer, { open }) => records.submitAttempt(viewer, { attemptId: open }) },
  attemptResult: {
    for: ["the learner", "the teacher"],
    ask: (viewer, { submitted }) => records.attemptResult(viewer, { attemptId: submitted }),
  },
  attemptExport: {
    for: ["the learner", "the teacher"],
    ask: (viewer, { submitted }) => records.attemptExport(viewer, { attemptId: submitted }),
  },
  markLessonRead: { for: everyone, ask: (viewer, { quiz }) => records.markLessonRead(viewer, quiz) },
  home: { for: everyone, ask: (viewer) => records.home(viewer) },
  classScores: { for: teacherOnly, ask: (viewer, { classId }) => records.classScores(viewer, { classId }) },
  learnerAttempts: {
    for: teacherOnly,
    ask: (viewer, { classId, learner }) => records.learnerAttempts(viewer, { classId, personId: learner.personId }),
  },
  createClass: {
    for: whoMayTeach,
    ask: (viewer, { quiz }) => records.createClass(viewer, { name: "10C", courseId: quiz.courseId }),
  },
  renameClass: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.renameClass(viewer, { classId, name: "10D" }),
  },
  renewJoinCode: { for: teacherOnly, ask: (viewer, { classId }) => records.renewJoinCode(viewer, { classId }) },
  closeJoining: { for: teacherOnly, ask: (viewer, { classId }) => records.closeJoining(viewer, { classId }) },
  classRoster: { for: teacherOnly, ask: (viewer, { classId }) => records.classRoster(viewer, { classId }) },
  removeLearner: {
    for: teacherOnly,
    ask: (viewer, { classId, learner }) => records.removeLearner(viewer, { classId, personId: learner.personId }),
  },
  myClasses: { for: everyone, ask: (viewer) => records.myClasses(viewer) },
  publishedCourses: { for: everyone, ask: (viewer) => records.publishedCourses(viewer) },
  joinClass: { for: everyone, ask: (viewer, { otherCode }) => records.joinClass(viewer, { code: otherCode }) },
  inviteTeacher: { for: administrators, ask: (viewer) => records.inviteTeacher(viewer, { note: "for Mara" }) },
  invitations: { for: administrators, ask: (viewer) => records.invitations(viewer) },
  withdrawInvitation: {
    for: ["the administrator"],
    ask: (viewer, { invitationId }) => records.withdrawInvitation(viewer, { invitationId }),
  },
  people: { for: administrators, ask: (viewer) => records.people(viewer) },
  changeRole: {
    for: ["the administrator"],
    ask: (viewer, { learner }) => records.changeRole(viewer, { personId: learner.personId, role: "teacher" }),
  },
  resetPassword: {
    for: ["the teacher", "the administrator"],
    ask: (viewer, { learner }) => records.resetPassword(viewer, { personId: learner.personId }),
  },
  renameSelf: { for: everyone, ask: (viewer) => records.renameSelf(viewer, { displayName: "Another Name" }) },
  changeOwnPassword: {
    for: everyone,
    ask: (viewer) => records.changeOwnPassword(viewer, { current: "not this one", password: "quiet river stones" }),
  },
  sessionsOf: { for: everyone, ask: (viewer) => records.sessionsOf(viewer) },
  endSession: {
    for: ownOnly,
    ask: (viewer, { learner }) => records.endSession(viewer, { sessionId: learner.viewer.sessionId }),
  },
  endAllSessions: {
    for: ["the learner", "the teacher", "the administrator"],
    ask: (viewer, { learner }) => records.endAllSessions(viewer, { personId: learner.personId }),
  },
  linkIdentity: {
    for: everyone,
    ask: (viewer) => records.linkIdentity(viewer, { provider: "oidc", subject: randomUUID() }),
  },
  linkedIdentities: { for: everyone, ask: (viewer) => records.linkedIdentities(viewer) },
};

/** Verbs that no person asks for, and who does: each takes what it may touch as an argument. */
const forTheSystem: Record<VerbFor<SystemViewer>, string> = {
  viewerOfSession: "auth, at every request",
  beginSession: "auth, after a password or provider has been checked",
  leaveSession: "auth, for the session in the browser's own token",
  checkSignIn: "auth",
  personByIdentity: "auth, after the provider has vouched",
  signUpByIdentity: "auth, after the provider has vouched",
  schoolForHost: "auth, before there is a person",
  classByCode: "the page to join by a code",
  signUpLearner: "the page to join by a code",
  invitationByToken: "the page of an invitation",
  acceptInvitation: "the page of an invitation",
  databaseAnswers: "the page that says whether all is well",
  publish: "npm start and npm run content:publish",
  schools: "commands",
  makeSchool: "commands",
  makePerson: "the demo school",
  firstAdministrator: "npm start",
  resetAdministratorPassword: "a command",
  removeDemoSchool: "a command",
  ageDemoAttempt: "the demo school",
};

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

describe.each(Object.entries(matrix))("%s", (verb, { for: insiders, ask }) => {
  test("tells everyone else that there is nothing, and changes nothing", async () => {
    for (const character of characters.filter((each) => !insiders.includes(each))) {
      const before = await fingerprint();
      const answer = await ask(scene.people[character], scene).catch((error: unknown) => error);
      expect(answer, `${verb} by ${character}`).toBeInstanceOf(records.NotFound);
      expect(await fingerprint(), `${verb} by ${character} changed something`).toBe(before);
    }
  });

  test("answers those whom it is for", async () => {
    for (const character of insiders) {
      const fresh = changing.has(verb) ? await setScene() : scene;
      await expect(ask(fresh.people[character], fresh), `${verb} by ${character}`).resolves.not.toThrow();
    }
  });
});

test("a learner sees why an answer was wrong only after submitting, and so does the teacher", async () => {
  for (const character of characters)
    for (const verb of [records.attemptResult, records.attemptExport])
      await expect(verb(scene.people[character], { attemptId: scene.open })).rejects.toThrow(records.NotFound);
});

test("a teacher sees nothing of a learner who has left the class", async () => {
  const { people, classId, learner, submitted } = await setScene();
  await records.removeLearner(people["the teacher"], { classId, personId: learner.personId });
  await expect(records.attemptResult(people["the teacher"], { attemptId: submitted })).rejects.toThrow(
    records.NotFound,
  );
  await expect(records.resetPassword(people["the teacher"], learner)).rejects.toThrow(records.NotFound);
});

test("a teacher sees only attempts at quizzes of the class's course", async () => {
  const { people, learner, classId } = await setScene();
  const elsewhere = await aPublishedQuiz();
  const { attemptId } = await records.startAttempt(learner.viewer, elsewhere);
  await records.submitAttempt(learner.viewer, { attemptId });
  await expect(records.attemptResult(people["the teacher"], { attemptId })).rejects.toThrow(records.NotFound);
  const seen = await records.learnerAttempts(people["the teacher"], { classId, personId: learner.personId });
  expect(seen.quizzes.map((quiz) => quiz.quizId)).not.toContain(elsewhere.quizId);
});

test("an id that is none, or a part of SQL, is not found", async () => {
  const viewer = scene.people["the teacher"];
  for (const classId of ["1", "", '\'; DROP TABLE "Person"; --', "0".repeat(36), "\0"]) {
    await expect(records.classScores(viewer, { classId })).rejects.toThrow(records.NotFound);
    await expect(records.attemptResult(viewer, { attemptId: classId })).rejects.toThrow(records.NotFound);
    await expect(records.attemptExport(viewer, { attemptId: classId })).rejects.toThrow(records.NotFound);
    await expect(records.tryAnswer(viewer, { attemptId: classId, position: 1 })).rejects.toThrow(records.NotFound);
    await expect(records.takeHint(viewer, { attemptId: classId, position: 1 })).rejects.toThrow(records.NotFound);
    await expect(records.quizOverview(viewer, { quizId: classId })).rejects.toThrow(records.NotFound);
  }
});

test("every verb that works without a person says who asks for it", () => {
  expect(Object.values(forTheSystem).every((who) => who.length > 3)).toBe(true);
});

/** After these the scene is no longer as it was for the next character. */
const changing = new Set([
  "submitAttempt",
  "removeLearner",
  "withdrawInvitation",
  "changeRole",
  "endSession",
  "endAllSessions",
  "resetPassword",
]);

async function setScene(): Promise<Scene> {
  const [quiz, { schoolId }, { schoolId: elsewhere }] = await Promise.all([
    aPublishedQuiz({ rules: { tries: 2 }, help: true }),
    aSchool(),
    aSchool(),
  ]);
  const [learner, classmate, stranger, teacher, colleague, former, administrator] = await Promise.all([
    aLearner({ schoolId }),
    aLearner({ schoolId }),
    aLearner({ schoolId }),
    aTeacher({ schoolId }),
    aTeacher({ schoolId }),
    aTeacher({ schoolId }),
    anAdministrator({ schoolId }),
  ]);
  const { classId } = await aClass({ teacher, learners: [learner, classmate], courseId: quiz.courseId });
  await aClass({ teacher: colleague, learners: [stranger], courseId: quiz.courseId });
  // Of a teacher who is none of the characters: whoever joins it becomes no business of theirs.
  const { joinCode: otherCode } = await aClass({ teacher: await aTeacher({ schoolId }), courseId: quiz.courseId });
  const first = await records.startAttempt(learner.viewer, quiz);
  await records.submitAttempt(learner.viewer, first);
  const second = await records.startAttempt(learner.viewer, quiz);
  const invited = await records.inviteTeacher(administrator.viewer);
  if (invited.state !== "invited") throw new Error("An administrator could not invite.");

  // No verb makes a second teacher yet; the row is written as one would.
  await database().classTeacher.create({ data: { schoolId, classId, personId: former.personId } });
  await records.changeRole(administrator.viewer, { personId: former.personId, role: "learner" });

  const foreign = await Promise.all([
    aLearner({ schoolId: elsewhere }),
    aTeacher({ schoolId: elsewhere }),
    anAdministrator({ schoolId: elsewhere }),
  ]);
  return {
    quiz,
    classId,
    otherCode,
    submitted: first.attemptId,
    open: second.attemptId,
    invitationId: invited.invitationId,
    learner,
    people: {
      "the learner": learner.viewer,
      "a classmate": classmate.viewer,
      "a learner of another class": stranger.viewer,
      "the teacher": teacher.viewer,
      "another teacher": colleague.viewer,
      "a teacher of the class who is a teacher no more": await viewerSignedIn(former),
      "the administrator": administrator.viewer,
      "a learner of another school": foreign[0].viewer,
      "a teacher of another school": foreign[1].viewer,
      "an administrator of another school": foreign[2].viewer,
    },
  };
}

/** One word for all that the database holds. */
async function fingerprint(): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT IN ('Throttle', '_prisma_migrations') ORDER BY 1`;
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS n, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS h FROM "${name}" t`,
  );
  const rows = await database().$queryRawUnsafe<{ n: string; h: string }[]>(parts.join(" UNION ALL "));
  return JSON.stringify(rows);
}
