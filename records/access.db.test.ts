import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import * as records from "@/records";
import {
  aClass,
  aLearner,
  anAdministrator,
  anAssignment,
  plainAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  viewerSignedIn,
} from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase, database } from "./database";
import type { SystemViewer, Viewer } from "./viewer";
import { planImport, userNameFor } from "@/interchange/roster";

/** What a learner, their class and their school have, and everyone who might come for it. */
interface Scene {
  quiz: SomeQuiz;
  classId: string;
  otherCode: string;
  submitted: string;
  open: string;
  invitationId: string;
  learner: SomePerson;
  /** Was in the class once. */
  gone: SomePerson;
  /** "another teacher". */
  colleague: SomePerson;
  /** "a teacher of the class who is a teacher no more". */
  former: SomePerson;
  groupId: string;
  /** For a classmate alone, who has an exception. */
  assignmentId: string;
  exceptionId: string;
  /** Points by hand for the classmate. */
  decisionId: string;
  /** Of the assignment: everyone has the points of the first question. */
  changeId: string;
  /** Of the learner, against the mark of the first question. */
  appealId: string;
  classmate: SomePerson;
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

const aLine: records.ListedLearner = {
  file: "10b.csv",
  line: 1,
  key: "list:zane liepa",
  name: "Zane Liepa",
  userName: null,
  userNameFolded: null,
  group: "Red",
};

/** As every question of a test's quiz is about. */
const aConfusion: records.Confused = { asked: "a-fact", with: "another-fact" };

const threeMore = (assignmentId: string, { personId }: SomePerson): records.ExceptionWanted => ({
  ...{ assignmentId, personId, opensAt: "", dueAt: "", closesAt: "", timeLimit: null, attempts: 3 },
  ...{ lifted: [], reason: "" },
});

const pointsForAll = ({ classId, assignmentId, quiz }: Pick<Scene, "classId" | "assignmentId" | "quiz">) =>
  ({ what: "full", scope: "assignment", classId, assignmentId, itemId: quiz.items[0]!.id, neverLower: false }) as const;

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
  attemptQuestions: { for: ownOnly, ask: (viewer, { open }) => records.attemptQuestions(viewer, { attemptId: open }) },
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
  attemptSlip: {
    for: ["the learner", "the teacher"],
    ask: (viewer, { submitted }) => records.attemptSlip(viewer, { attemptId: submitted }),
  },
  attemptTime: { for: ownOnly, ask: (viewer, { open }) => records.attemptTime(viewer, { attemptId: open }) },
  myAssignments: { for: everyone, ask: (viewer) => records.myAssignments(viewer) },
  assignmentDoor: {
    for: ["a classmate"],
    ask: (viewer, { assignmentId }) => records.assignmentDoor(viewer, { assignmentId }),
  },
  beginAssignment: {
    for: ["a classmate"],
    ask: (viewer, { assignmentId }) => records.beginAssignment(viewer, { assignmentId }),
  },
  assignmentChoices: { for: teacherOnly, ask: (viewer, { classId }) => records.assignmentChoices(viewer, { classId }) },
  classAssignments: { for: teacherOnly, ask: (viewer, { classId }) => records.classAssignments(viewer, { classId }) },
  classAssignment: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId }) => records.classAssignment(viewer, { classId, assignmentId }),
  },
  createAssignment: {
    for: teacherOnly,
    ask: (viewer, { classId, quiz }) =>
      records.createAssignment(viewer, { classId, wanted: { ...plainAssignment, quizId: quiz.quizId } }),
  },
  changeAssignment: {
    for: teacherOnly,
    ask: (viewer, { assignmentId, quiz }) =>
      records.changeAssignment(viewer, { assignmentId, wanted: { ...plainAssignment, quizId: quiz.quizId } }),
  },
  removeAssignment: {
    for: teacherOnly,
    ask: (viewer, { assignmentId }) => records.removeAssignment(viewer, { assignmentId }),
  },
  setException: {
    for: teacherOnly,
    ask: (viewer, { assignmentId, classmate }) => records.setException(viewer, threeMore(assignmentId, classmate)),
  },
  removeException: {
    for: teacherOnly,
    ask: (viewer, { assignmentId, exceptionId }) => records.removeException(viewer, { assignmentId, exceptionId }),
  },
  decide: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId, classmate: { personId } }) =>
      records.decide(viewer, { classId, assignmentId, personId, what: "excuse", reason: "Was ill" }),
  },
  undoDecision: { for: teacherOnly, ask: (viewer, { decisionId }) => records.undoDecision(viewer, { decisionId }) },
  attemptDecisions: {
    for: ["the learner", "the teacher"],
    ask: (viewer, { submitted }) => records.attemptDecisions(viewer, { attemptId: submitted }),
  },
  learnerCell: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId, classmate: { personId } }) =>
      records.learnerCell(viewer, { classId, assignmentId, personId }),
  },
  learnerScores: {
    for: teacherOnly,
    ask: (viewer, { classId, learner: { personId } }) => records.learnerScores(viewer, { classId, personId }),
  },
  myScores: { for: everyone, ask: (viewer) => records.myScores(viewer) },
  setTimeFactor: {
    for: ["the teacher", "the administrator"],
    ask: (viewer, { learner }) => records.setTimeFactor(viewer, { personId: learner.personId, timeFactor: 1.5 }),
  },
  appeal: {
    for: ownOnly,
    ask: (viewer, { submitted }) => records.appeal(viewer, { attemptId: submitted, position: 2, text: "" }),
  },
  withdrawAppeal: {
    for: ownOnly,
    ask: (viewer, { submitted }) => records.withdrawAppeal(viewer, { attemptId: submitted, position: 1 }),
  },
  classAppeals: { for: teacherOnly, ask: (viewer, { classId }) => records.classAppeals(viewer, { classId }) },
  declineAppeal: {
    for: ["the teacher", "the administrator"],
    ask: (viewer, { appealId }) => records.declineAppeal(viewer, { appealId, answer: "It is not so." }),
  },
  attemptMarks: {
    for: ["the learner", "the teacher"],
    ask: (viewer, { submitted }) => records.attemptMarks(viewer, { attemptId: submitted }),
  },
  changesHead: { for: teacherOnly, ask: (viewer, { classId }) => records.changesHead(viewer, { classId }) },
  changesOf: { for: teacherOnly, ask: (viewer, { classId }) => records.changesOf(viewer, { classId }) },
  schoolChanges: { for: administrators, ask: (viewer) => records.schoolChanges(viewer) },
  askedQuestions: { for: administrators, ask: (viewer) => records.askedQuestions(viewer, { search: "a" }) },
  // What is published is no school's; of what was answered each sees their own school's.
  answersGiven: {
    for: administrators,
    ask: (viewer, { quiz }) => records.answersGiven(viewer, { itemId: quiz.items[0]!.id }),
  },
  change: {
    for: ["the teacher", "the administrator"],
    ask: (viewer, { changeId }) => records.change(viewer, { changeId }),
  },
  previewChange: {
    for: teacherOnly,
    ask: (viewer, scene) => records.previewChange(viewer, pointsForAll(scene)),
  },
  makeChange: {
    for: teacherOnly,
    ask: (viewer, scene) => records.makeChange(viewer, { ...pointsForAll(scene), reason: "It was unclear.", note: "" }),
  },
  undoChange: {
    for: ["the teacher", "the administrator"],
    ask: (viewer, { changeId }) => records.undoChange(viewer, { changeId }),
  },
  proposals: { for: teacherOnly, ask: (viewer, { classId }) => records.proposals(viewer, { classId }) },
  schoolProposals: { for: administrators, ask: (viewer) => records.schoolProposals(viewer) },
  // What is published is no school's; whoever teaches its course may pass over it for themselves.
  passProposal: {
    for: ["the teacher", "another teacher", ...administrators],
    ask: async (viewer, { quiz }) => {
      const { id: itemVersionId } = await database().itemVersion.findFirstOrThrow({
        where: { itemId: quiz.items[0]!.id },
        select: { id: true },
      });
      return records.passProposal(viewer, { itemVersionId });
    },
  },
  exportChoices: { for: teacherOnly, ask: (viewer, { classId }) => records.exportChoices(viewer, { classId }) },
  liveView: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId }) => records.liveView(viewer, { classId, assignmentId }),
  },
  sharedLiveView: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId }) => records.sharedLiveView(viewer, { classId, assignmentId }),
  },
  watchAssignment: {
    for: teacherOnly,
    ask: async (viewer, { classId, assignmentId }) => {
      const watcher = { tell: () => {}, still: () => {}, gone: () => {} };
      const stop = await records.watchAssignment(viewer, { classId, assignmentId }, watcher);
      stop();
    },
  },
  extendTime: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId }) =>
      records.extendTime(viewer, { classId, assignmentId, personId: null, minutes: 5 }),
  },
  endNow: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId }) => records.endNow(viewer, { classId, assignmentId, personId: null }),
  },
  attemptExport: {
    for: ["the learner", "the teacher"],
    ask: (viewer, { submitted }) => records.attemptExport(viewer, { attemptId: submitted }),
  },
  markLessonRead: { for: everyone, ask: (viewer, { quiz }) => records.markLessonRead(viewer, quiz) },
  home: { for: everyone, ask: (viewer) => records.home(viewer) },
  classScores: { for: teacherOnly, ask: (viewer, { classId }) => records.classScores(viewer, { classId }) },
  questionAnalysis: {
    for: teacherOnly,
    ask: (viewer, { classId, quiz }) => records.questionAnalysis(viewer, { classId, quizId: quiz.quizId }),
  },
  practicePreview: {
    for: teacherOnly,
    ask: (viewer, { classId, learner }) =>
      records.practicePreview(viewer, {
        ...{ classId, confused: aConfusion, personIds: [learner.personId], about: "Two days" },
      }),
  },
  givePractice: {
    for: teacherOnly,
    ask: (viewer, { classId, learner }) =>
      records.givePractice(viewer, { classId, confused: aConfusion, personIds: [learner.personId], about: "Two days" }),
  },
  classQuizzes: { for: teacherOnly, ask: (viewer, { classId }) => records.classQuizzes(viewer, { classId }) },
  quizResponses: {
    for: teacherOnly,
    ask: (viewer, { classId, quiz }) =>
      records.quizResponses(viewer, { classId, quizId: quiz.quizId, of: "mine", names: true }),
  },
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
  setTimeZone: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.setTimeZone(viewer, { classId, timeZone: "Europe/Tallinn" }),
  },
  renewJoinCode: { for: teacherOnly, ask: (viewer, { classId }) => records.renewJoinCode(viewer, { classId }) },
  closeJoining: { for: teacherOnly, ask: (viewer, { classId }) => records.closeJoining(viewer, { classId }) },
  classRoster: { for: teacherOnly, ask: (viewer, { classId }) => records.classRoster(viewer, { classId }) },
  archiveClass: { for: teacherOnly, ask: (viewer, { classId }) => records.archiveClass(viewer, { classId }) },
  restoreClass: { for: teacherOnly, ask: (viewer, { classId }) => records.restoreClass(viewer, { classId }) },
  copyClass: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.copyClass(viewer, { classId, name: "10E", weeks: 52 }),
  },
  addTeacher: {
    for: teacherOnly,
    ask: (viewer, { classId, colleague }) => records.addTeacher(viewer, { classId, userName: colleague.userName }),
  },
  removeTeacher: {
    for: teacherOnly,
    ask: (viewer, { classId, former }) => records.removeTeacher(viewer, { classId, personId: former.personId }),
  },
  takeBackLearner: {
    for: teacherOnly,
    ask: (viewer, { classId, gone }) => records.takeBackLearner(viewer, { classId, personId: gone.personId }),
  },
  learnersWithoutOwnPassword: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.learnersWithoutOwnPassword(viewer, { classId }),
  },
  renewOneTimePasswords: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.renewOneTimePasswords(viewer, { classId }),
  },
  gradebook: { for: teacherOnly, ask: (viewer, { classId }) => records.gradebook(viewer, { classId }) },
  wholeGradebook: { for: teacherOnly, ask: (viewer, { classId }) => records.wholeGradebook(viewer, { classId }) },
  gradebookSettings: { for: teacherOnly, ask: (viewer, { classId }) => records.gradebookSettings(viewer, { classId }) },
  setTotals: {
    for: teacherOnly,
    ask: (viewer, { classId }) =>
      records.setTotals(viewer, { classId, wanted: { as: "none", outOf: null, scale: [], missing: "never" } }),
  },
  setCategories: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.setCategories(viewer, { classId, wanted: [] }),
  },
  placeAssignments: {
    for: teacherOnly,
    ask: (viewer, { classId, assignmentId }) =>
      records.placeAssignments(viewer, { classId, wanted: [{ assignmentId, categoryId: null, weight: 2 }] }),
  },
  classGroups: { for: teacherOnly, ask: (viewer, { classId }) => records.classGroups(viewer, { classId }) },
  makeGroup: { for: teacherOnly, ask: (viewer, { classId }) => records.makeGroup(viewer, { classId, name: "Blue" }) },
  renameGroup: {
    for: teacherOnly,
    ask: (viewer, { groupId }) => records.renameGroup(viewer, { groupId, name: "Redder" }),
  },
  setGroupMembers: {
    for: teacherOnly,
    ask: (viewer, { groupId, learner }) => records.setGroupMembers(viewer, { groupId, personIds: [learner.personId] }),
  },
  deleteGroup: { for: teacherOnly, ask: (viewer, { groupId }) => records.deleteGroup(viewer, { groupId }) },
  knownForList: {
    for: teacherOnly,
    ask: (viewer, { classId }) => records.knownForList(viewer, { classId, rows: [aLine] }),
  },
  importLearners: {
    for: teacherOnly,
    ask: (viewer, { classId }) =>
      records.importLearners(viewer, { classId, rows: [aLine], rules: { plan: planImport, userNameFor } }),
  },
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
  handInOverdue: "the server, every minute",
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

test("of a learner who was taken out a teacher keeps what was begun before, and nothing else", async () => {
  const { people, classId, learner, submitted, quiz, open } = await setScene();
  const teacher = people["the teacher"];
  const asked = { classId, personId: learner.personId };
  await records.removeLearner(teacher, asked);
  await records.submitAttempt(learner.viewer, { attemptId: open });
  const { attemptId: later } = await records.startAttempt(learner.viewer, quiz);
  await records.submitAttempt(learner.viewer, { attemptId: later });

  for (const attemptId of [submitted, open])
    expect(await records.attemptResult(teacher, { attemptId })).toHaveProperty("questions");
  await expect(records.attemptResult(teacher, { attemptId: later })).rejects.toThrow(records.NotFound);
  const record = await records.learnerAttempts(teacher, asked);
  expect(record.learner.removedAt).toBeInstanceOf(Date);
  expect(record.quizzes.flatMap(({ attempts }) => attempts.map((each) => each.id))).toEqual([open, submitted]);
  const scores = await records.classScores(teacher, { classId });
  expect(scores.learners.map((each) => each.personId)).not.toContain(learner.personId);
  expect((await records.home(learner.viewer)).classes).toEqual([]);
  for (const verb of [records.resetPassword, records.endAllSessions])
    await expect(verb(teacher, learner)).rejects.toThrow(records.NotFound);

  await records.takeBackLearner(teacher, asked);
  expect(await records.attemptResult(teacher, { attemptId: later })).toHaveProperty("questions");
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
  "givePractice",
  "createAssignment",
  "changeAssignment",
  "removeAssignment",
  "removeException",
  "decide",
  "undoDecision",
  "makeChange",
  "undoChange",
  "declineAppeal",
  "archiveClass",
  "addTeacher",
  "removeTeacher",
  "takeBackLearner",
  "deleteGroup",
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
  const [learner, classmate, gone, stranger, teacher, colleague, former, administrator] = await Promise.all([
    aLearner({ schoolId }),
    aLearner({ schoolId }),
    aLearner({ schoolId }),
    aLearner({ schoolId }),
    aTeacher({ schoolId }),
    aTeacher({ schoolId }),
    aTeacher({ schoolId }),
    anAdministrator({ schoolId }),
  ]);
  const { classId } = await aClass({ teacher, learners: [learner, classmate, gone], courseId: quiz.courseId });
  await records.removeLearner(teacher.viewer, { classId, personId: gone.personId });
  const group = await records.makeGroup(teacher.viewer, { classId, name: "Green" });
  if (group.state !== "made") throw new Error("A group could not be made.");
  const few = await records.makeGroup(teacher.viewer, { classId, name: "Few" });
  if (few.state !== "made") throw new Error("A group could not be made.");
  await records.setGroupMembers(teacher.viewer, { groupId: few.groupId, personIds: [classmate.personId] });
  const { assignmentId } = await anAssignment({
    ...{ teacher, classId, quizId: quiz.quizId, groupId: few.groupId, attempts: 1 },
  });
  const decided = await records.decide(teacher.viewer, {
    ...{ classId, assignmentId, personId: classmate.personId, what: "score", value: 1, reason: "Done on paper" },
  });
  if (decided.state !== "decided") throw new Error("Points could not be given.");
  const exception = await records.setException(teacher.viewer, threeMore(assignmentId, classmate));
  if (exception.state !== "saved") throw new Error("An exception could not be made.");
  await aClass({ teacher: colleague, learners: [stranger], courseId: quiz.courseId });
  // Of a teacher who is none of the characters: whoever joins it becomes no business of theirs.
  const { joinCode: otherCode } = await aClass({ teacher: await aTeacher({ schoolId }), courseId: quiz.courseId });
  const first = await records.startAttempt(learner.viewer, quiz);
  await records.submitAttempt(learner.viewer, first);
  const second = await records.startAttempt(learner.viewer, quiz);
  const invited = await records.inviteTeacher(administrator.viewer);
  if (invited.state !== "invited") throw new Error("An administrator could not invite.");

  const changed = await records.makeChange(teacher.viewer, {
    ...pointsForAll({ classId, assignmentId, quiz }),
    ...{ reason: "It was unclear.", note: "" },
  });
  if (changed.state !== "made") throw new Error("A change could not be made.");
  const { id: appealId } = await database().appeal.create({
    data: { schoolId, attemptId: first.attemptId, position: 1 },
  });
  await records.addTeacher(teacher.viewer, { classId, userName: former.userName });
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
    gone,
    colleague,
    former,
    groupId: group.groupId,
    assignmentId,
    exceptionId: exception.exceptionId,
    decisionId: decided.decisionId,
    changeId: changed.changeId,
    appealId,
    classmate,
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
