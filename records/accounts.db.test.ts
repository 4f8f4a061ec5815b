import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  aClass,
  aLearner,
  anAdministrator,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  unique,
  viewerSignedIn,
  type SomePerson,
} from "@/test/factories";

import { closeJoining, renewJoinCode } from "./classes";
import { closeDatabase, database } from "./database";
import { acceptInvitation, invitationByToken, invitations, inviteTeacher, withdrawInvitation } from "./invitations";
import { changeOwnPassword, changeRole, people, renameSelf, resetPassword } from "./people";
import { home } from "./progress";
import { resetAdministratorPassword } from "./schools";
import { endAllSessions, endSession, sessionsOf, viewerOfSession } from "./sessions";
import { checkSignIn, linkIdentity, personByIdentity, signUpByIdentity } from "./sign-in";
import { classByCode, joinClass, signUpLearner } from "./sign-up";
import { countNewcomer } from "./throttle";
import { systemViewer, type Viewer } from "./viewer";

const system = systemViewer("a test");
let schoolId: string;
let teacher: SomePerson;
let administrator: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  await aPublishedQuiz();
  [teacher, administrator] = await Promise.all([
    aTeacher({ schoolId, displayName: "Mara Ozola" }),
    anAdministrator({ schoolId }),
  ]);
});
afterAll(closeDatabase);

const newcomer = (more = {}) => ({
  schoolId,
  displayName: "Ilze Kalniņa",
  userName: `ilze-${unique()}`,
  password: "quiet river stones",
  ...more,
});
const stillThere = (viewer: Viewer) => viewerOfSession(system, viewer);
const signsIn = (person: { userName: string; password: string }, address = "") =>
  checkSignIn(system, { schoolId, address, userName: person.userName, password: person.password });

describe("signing up with a class code", () => {
  test("makes a learner who is in the class and can sign in at once", async () => {
    const { classId, joinCode, name } = await aClass({ teacher });
    const typed = newcomer({ userName: `Ilze-${unique()}` });
    const signedUp = await signUpLearner(system, { ...typed, code: joinCode.toLowerCase().replace("-", " ") });
    expect(signedUp).toMatchObject({ state: "signed up", classId });
    const known = await signsIn({ ...typed, userName: typed.userName.toUpperCase() });
    expect(known).toEqual({ state: "known", personId: signedUp.state === "signed up" && signedUp.personId });
    const viewer = await viewerSignedIn({ schoolId, personId: known.state === "known" ? known.personId : "" });
    expect(viewer).toMatchObject({ role: "learner", displayName: "Ilze Kalniņa", mustChangePassword: false });
    expect((await home(viewer)).classes).toMatchObject([{ id: classId, name }]);
  });

  test("shows whose class it is", async () => {
    const { classId, joinCode, name } = await aClass({ teacher });
    expect(await classByCode(system, { schoolId, code: joinCode })).toEqual({
      classId,
      name,
      teachers: ["Mara Ozola"],
    });
  });

  test("names every slip at once, each at its field", async () => {
    const answer = await signUpLearner(system, {
      schoolId,
      code: "KQT-7M4P",
      displayName: " ",
      userName: "a b",
      password: "short",
    });
    expect(answer.state === "refused" && answer.slips.map((slip) => slip.field)).toEqual([
      "code",
      "displayName",
      "userName",
      "password",
    ]);
  });

  test("gives a user name once in a school, however it is written, and again in another", async () => {
    const { joinCode: code } = await aClass({ teacher });
    const typed = newcomer();
    await signUpLearner(system, { ...typed, code });
    const again = await signUpLearner(system, { ...typed, userName: typed.userName.toUpperCase(), code });
    expect(again).toMatchObject({ state: "refused", slips: [{ field: "userName" }] });
    const { schoolId: elsewhere } = await aSchool();
    const { joinCode: theirs } = await aClass({ teacher: await aTeacher({ schoolId: elsewhere }) });
    expect(await signUpLearner(system, { ...typed, schoolId: elsewhere, code: theirs })).toMatchObject({
      state: "signed up",
    });
  });

  test("of two who want one name at once one gets it", async () => {
    const { joinCode: code } = await aClass({ teacher });
    const typed = newcomer();
    const answers = await Promise.all(Array.from({ length: 4 }, () => signUpLearner(system, { ...typed, code })));
    expect(answers.filter((each) => each.state === "signed up")).toHaveLength(1);
  });

  test("a code opens nothing once joining is closed, renewed, or in another school", async () => {
    const { classId, joinCode: code } = await aClass({ teacher });
    const { schoolId: elsewhere } = await aSchool();
    expect(await classByCode(system, { schoolId: elsewhere, code })).toBeNull();
    const { joinCode: newer } = await renewJoinCode(teacher.viewer, { classId });
    expect(await signUpLearner(system, { ...newcomer(), code })).toMatchObject({ slips: [{ field: "code" }] });
    await closeJoining(teacher.viewer, { classId });
    expect(await signUpLearner(system, { ...newcomer(), code: newer })).toMatchObject({ slips: [{ field: "code" }] });
  });

  test("who has an account joins a second class by its code, and joining twice is once", async () => {
    const learner = await aLearner({ schoolId });
    const [one, two] = [await aClass({ teacher, learners: [learner] }), await aClass({ teacher })];
    for (let times = 0; times < 2; times++)
      expect(await joinClass(learner.viewer, { code: two.joinCode })).toEqual({
        state: "joined",
        classId: two.classId,
        name: two.name,
      });
    expect((await home(learner.viewer)).classes.map((each) => each.id).sort()).toEqual(
      [one.classId, two.classId].sort(),
    );
    expect(await joinClass(learner.viewer, { code: "nonsense" })).toMatchObject({ state: "refused" });
    expect(await joinClass(teacher.viewer, { code: two.joinCode })).toMatchObject({ state: "refused" });
  });

  test("guessing codes is slowed down by address, also when one is right, and nobody elsewhere notices", async () => {
    const { joinCode: code, classId } = await aClass({ teacher });
    const address = "2001:db8:1:2::1";
    const find = (typed: string, from = address) => classByCode(system, { schoolId, code: typed, address: from });
    const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    for (let guess = 0; guess < 300; guess++) {
      // Codes that are right, and what cannot be one, cost nothing.
      if (guess % 100 === 0) expect(await find(code)).toMatchObject({ classId });
      if (guess % 100 === 0) expect(await find("nonsense")).toBeNull();
      expect(await find(`AAAAA${alphabet[Math.floor(guess / 30)]}${alphabet[guess % 30]}`)).toBeNull();
    }
    expect(await find(code, "2001:db8:1:2::ffff")).toMatchObject({ wait: expect.any(Number) as number });
    expect(await signUpLearner(system, { ...newcomer(), code, address })).toMatchObject({
      slips: [{ field: "code", message: expect.stringMatching(/^Too many codes .* Wait \d+ seconds/) as string }],
    });
    expect(await find(code, "2001:db8:1:3::1")).toMatchObject({ classId });
    expect(await classByCode(system, { schoolId, code })).toMatchObject({ classId });
  });

  test("guessing codes is slowed down for who is signed in, too", async () => {
    const { joinCode: code } = await aClass({ teacher });
    const [guesser, other] = await Promise.all([aLearner({ schoolId }), aLearner({ schoolId })]);
    for (let guess = 0; guess < 300; guess++) await joinClass(guesser.viewer, { code: "AAA-AAAA" });
    expect(await joinClass(guesser.viewer, { code })).toMatchObject({
      slips: [{ message: expect.stringMatching(/^Too many codes/) as string }],
    });
    expect(await joinClass(other.viewer, { code })).toMatchObject({ state: "joined" });
  });

  test("three hundred accounts in ten minutes are enough for one address", async () => {
    const { joinCode: code } = await aClass({ teacher });
    const comer = { schoolId, from: "192.0.2.77" };
    for (let made = 0; made < 300; made++) expect(await countNewcomer(comer)).toBe(0);
    expect(await signUpLearner(system, { ...newcomer(), code, address: comer.from })).toMatchObject({
      slips: [{ message: expect.stringMatching(/^Too many people are joining/) as string }],
    });
    expect(await signUpLearner(system, { ...newcomer(), code, address: "192.0.2.78" })).toMatchObject({
      state: "signed up",
    });
  });
});

describe("an invitation", () => {
  const invite = async () => {
    const invited = await inviteTeacher(administrator.viewer, { note: "for Mara" });
    if (invited.state !== "invited") throw new Error("not invited");
    return invited;
  };

  test("makes one teacher and is then used up", async () => {
    const { token, invitationId } = await invite();
    expect(await invitationByToken(system, { schoolId, token })).toMatchObject({ role: "teacher", note: "for Mara" });
    const answers = await Promise.all([1, 2, 3].map(() => acceptInvitation(system, { ...newcomer(), token })));
    expect(answers.map((each) => each.state).sort()).toEqual(["gone", "gone", "signed up"]);
    expect(await invitationByToken(system, { schoolId, token })).toBeNull();
    const line = (await invitations(administrator.viewer)).find((each) => each.id === invitationId);
    expect(line).toMatchObject({ usedBy: { displayName: "Ilze Kalniņa" }, expired: false });
  });

  test("is still good after a slip", async () => {
    const { token } = await invite();
    expect(await acceptInvitation(system, { ...newcomer({ password: "short" }), token })).toMatchObject({
      state: "refused",
    });
    expect(await acceptInvitation(system, { ...newcomer({ userName: teacher.userName }), token })).toMatchObject({
      slips: [{ field: "userName" }],
    });
    expect(await acceptInvitation(system, { ...newcomer(), token })).toMatchObject({
      state: "signed up",
      role: "teacher",
    });
  });

  test("ends when it is withdrawn, is old, or comes to another school", async () => {
    const [one, two, three] = [await invite(), await invite(), await invite()];
    await withdrawInvitation(administrator.viewer, one);
    await database().invitation.updateMany({ where: { id: two.invitationId }, data: { expiresAt: new Date(0) } });
    const { schoolId: elsewhere } = await aSchool();
    expect(await acceptInvitation(system, { ...newcomer(), token: one.token })).toEqual({ state: "gone" });
    expect(await acceptInvitation(system, { ...newcomer(), token: two.token })).toEqual({ state: "gone" });
    expect(await acceptInvitation(system, { ...newcomer({ schoolId: elsewhere }), token: three.token })).toEqual({
      state: "gone",
    });
    expect((await invitations(administrator.viewer)).find((each) => each.id === two.invitationId)?.expired).toBe(true);
  });

  test("is kept only as a hash", async () => {
    const { token } = await invite();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(JSON.stringify(await database().invitation.findMany())).not.toContain(token);
  });
});

describe("signing in", () => {
  test("says the same of an unknown name and of a wrong password", async () => {
    const { userName, password } = await aLearner({ schoolId });
    expect(await signsIn({ userName, password: "not this one" })).toEqual({ state: "unknown" });
    expect(await signsIn({ userName: `nobody-${unique()}`, password })).toEqual({ state: "unknown" });
    expect(await signsIn({ userName: "nul\0name", password })).toEqual({ state: "unknown" });
    expect(await signsIn({ userName, password: "x".repeat(100_000) })).toEqual({ state: "unknown" });
  });

  test("to one school is not signing in to another", async () => {
    const { userName, password } = await aLearner({ schoolId });
    const { schoolId: elsewhere } = await aSchool();
    expect(await checkSignIn(system, { schoolId: elsewhere, userName, password, address: "" })).toEqual({
      state: "unknown",
    });
  });

  test("waits after eight wrong tries, for that account alone, and says how long", async () => {
    const [tried, other] = await Promise.all([aLearner({ schoolId }), aLearner({ schoolId })]);
    const wrong = { ...tried, password: "not this one" };
    const answers = await Promise.all(Array.from({ length: 12 }, () => signsIn(wrong, "192.0.2.1")));
    expect(answers.filter((each) => each.state === "unknown")).toHaveLength(8);
    const right = await signsIn(tried, "192.0.2.1");
    expect(right).toMatchObject({ state: "wait" });
    expect(right.state === "wait" && right.seconds).toBeLessThanOrEqual(120);
    expect(right.state === "wait" && right.seconds).toBeGreaterThan(100);
    expect(await signsIn(other, "192.0.2.1")).toMatchObject({ state: "known" });
  });

  test("that succeeds forgives the tries before it", async () => {
    const person = await aLearner({ schoolId });
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 6; tries++) await signsIn({ ...person, password: "not this one" });
      expect(await signsIn(person)).toMatchObject({ state: "known" });
    }
  });

  test("waits for an address only when it tries far more than a class would", async () => {
    const address = "2001:db8:1:2::7";
    const school = { schoolId, address, password: "not this one" };
    for (let batch = 0; batch < 6; batch++)
      await Promise.all(
        Array.from({ length: 50 }, () => checkSignIn(system, { ...school, userName: `nobody-${unique()}` })),
      );
    const person = await aLearner({ schoolId });
    // The same household by another of its addresses.
    expect(await signsIn(person, "2001:db8:1:2:ffff::8")).toMatchObject({ state: "wait" });
    expect(await signsIn(person, "2001:db8:1:3::7")).toMatchObject({ state: "known" });
  });

  test("leaves no name in the counters", async () => {
    const { userName, password } = await aLearner({ schoolId });
    await signsIn({ userName, password: `${password}!` }, "192.0.2.77");
    const kept = JSON.stringify((await database().throttle.findMany()).map((each) => each.key));
    expect(kept).not.toContain(userName);
    expect(kept).not.toContain("192.0.2.77");
  });

  test("by a provider knows who was linked, and links an account to one person only", async () => {
    const [one, other] = await Promise.all([aLearner({ schoolId }), aLearner({ schoolId })]);
    const account = { provider: "oidc", subject: unique() };
    expect(await personByIdentity(system, { schoolId, ...account })).toBeNull();
    expect(await linkIdentity(one.viewer, account)).toBe(true);
    expect(await linkIdentity(one.viewer, account)).toBe(true);
    expect(await linkIdentity(other.viewer, account)).toBe(false);
    expect(await personByIdentity(system, { schoolId, ...account })).toBe(one.personId);
  });

  test("by a provider for the first time makes one learner, also when the name is taken or two come at once", async () => {
    const { userName } = await aLearner({ schoolId });
    const account = { schoolId, provider: "oidc", subject: unique(), displayName: "Ilze", userName };
    const made = await Promise.all([1, 2, 3].map(() => signUpByIdentity(system, account)));
    expect(new Set(made).size).toBe(1);
    expect(await viewerSignedIn({ schoolId, personId: made[0]! })).toMatchObject({
      role: "learner",
      hasPassword: false,
    });
  });
});

describe("sessions", () => {
  test("a person sees their devices, ends one, and ends all", async () => {
    const person = await aLearner({ schoolId });
    const phone = await viewerSignedIn(person);
    const list = await sessionsOf(person.viewer);
    expect(list.map((each) => [each.id, each.current])).toEqual([
      [phone.sessionId, false],
      [person.viewer.sessionId, true],
    ]);
    await endSession(person.viewer, phone);
    expect(await stillThere(phone)).toBeNull();
    expect(await stillThere(person.viewer)).not.toBeNull();
    await viewerSignedIn(person);
    expect(await endAllSessions(person.viewer)).toEqual({ ended: 2 });
    expect(await stillThere(person.viewer)).toBeNull();
  });

  test("an administrator ends someone else's everywhere", async () => {
    const person = await aTeacher({ schoolId });
    expect(await endAllSessions(administrator.viewer, person)).toEqual({ ended: 1 });
    expect(await stillThere(person.viewer)).toBeNull();
  });

  test("end by themselves", async () => {
    const person = await aLearner({ schoolId });
    await database().session.updateMany({ where: { personId: person.personId }, data: { expiresAt: new Date(0) } });
    expect(await stillThere(person.viewer)).toBeNull();
  });

  test("a token's parts must belong together", async () => {
    const [one, other] = await Promise.all([aLearner({ schoolId }), aLearner({ schoolId })]);
    const { schoolId: elsewhere } = await aSchool();
    expect(await viewerOfSession(system, { ...one.viewer, personId: other.personId })).toBeNull();
    expect(await viewerOfSession(system, { ...one.viewer, schoolId: elsewhere })).toBeNull();
    expect(await viewerOfSession(system, { schoolId: "x", personId: "y", sessionId: "z" })).toBeNull();
  });
});

describe("a changed role", () => {
  test("counts at the next request", async () => {
    const person = await aTeacher({ schoolId });
    await changeRole(administrator.viewer, { personId: person.personId, role: "learner" });
    expect(await stillThere(person.viewer)).toMatchObject({ role: "learner" });
  });

  test("is never one's own, and a school keeps an administrator when two demote each other at once", async () => {
    const { schoolId } = await aSchool();
    const [one, two] = await Promise.all([anAdministrator({ schoolId }), anAdministrator({ schoolId })]);
    await expect(changeRole(one.viewer, { personId: one.personId, role: "learner" })).rejects.toHaveProperty(
      "name",
      "NotFound",
    );
    await Promise.allSettled([
      changeRole(one.viewer, { personId: two.personId, role: "teacher" }),
      changeRole(two.viewer, { personId: one.personId, role: "teacher" }),
    ]);
    expect(await database().person.count({ where: { schoolId, role: "administrator" } })).toBe(1);
  });
});

describe("a password", () => {
  test("is changed by its owner, who knows the present one; other devices are signed out", async () => {
    const person = await aLearner({ schoolId });
    const phone = await viewerSignedIn(person);
    const change = (current: string, password: string) => changeOwnPassword(person.viewer, { current, password });
    expect(await change("not this one", "loud river stones")).toMatchObject({ slips: [{ field: "current" }] });
    expect(await change(person.password, "password1")).toMatchObject({ slips: [{ field: "password" }] });
    expect(await change(person.password, person.password)).toMatchObject({ slips: [{ field: "password" }] });
    expect(await change(person.password, "loud river stones")).toEqual({ state: "changed", endedSessions: 1 });
    expect(await stillThere(phone)).toBeNull();
    expect(await stillThere(person.viewer)).not.toBeNull();
    expect(await signsIn(person)).toEqual({ state: "unknown" });
    expect(await signsIn({ ...person, password: "loud river stones" })).toMatchObject({ state: "known" });
  });

  test("cannot be guessed at a device that was left open", async () => {
    const person = await aLearner({ schoolId });
    for (let tries = 0; tries < 8; tries++)
      await changeOwnPassword(person.viewer, { current: `guess ${tries}`, password: "loud river stones" });
    const answer = await changeOwnPassword(person.viewer, { current: person.password, password: "loud river stones" });
    expect(answer).toMatchObject({
      slips: [{ field: "current", message: expect.stringMatching(/^Too many tries\. Wait \d+ seconds/) }],
    });
  });

  test("that a teacher sets anew ends the learner's sessions and wait, works once more, and asks for another", async () => {
    const learner = await aLearner({ schoolId });
    await aClass({ teacher, learners: [learner] });
    for (let tries = 0; tries < 9; tries++) await signsIn({ ...learner, password: "forgotten it" });
    const { temporaryPassword, userName } = await resetPassword(teacher.viewer, learner);
    expect(userName).toBe(learner.userName);
    expect(await stillThere(learner.viewer)).toBeNull();
    expect(await signsIn(learner)).toEqual({ state: "unknown" });
    expect(await signsIn({ userName, password: temporaryPassword })).toEqual({
      state: "known",
      personId: learner.personId,
    });
    const back = await viewerSignedIn(learner);
    expect(back.mustChangePassword).toBe(true);
    await changeOwnPassword(back, { current: temporaryPassword, password: "loud river stones" });
    expect(await stillThere(back)).toMatchObject({ mustChangePassword: false });
  });

  test("of an administrator is set anew by a command", async () => {
    const { schoolId } = await aSchool();
    const person = await anAdministrator({ schoolId });
    const { userName, password } = await resetAdministratorPassword(system, { schoolId, userName: person.userName });
    expect(await stillThere(person.viewer)).toBeNull();
    expect(await checkSignIn(system, { schoolId, userName, password, address: "" })).toMatchObject({ state: "known" });
    const learner = await aLearner({ schoolId });
    await expect(resetAdministratorPassword(system, { schoolId, userName: learner.userName })).rejects.toHaveProperty(
      "name",
      "NotFound",
    );
  });
});

describe("people", () => {
  test("change their own name, and it counts at the next request", async () => {
    const person = await aLearner({ schoolId });
    expect(await renameSelf(person.viewer, { displayName: " Ilze  K. " })).toEqual({
      state: "renamed",
      displayName: "Ilze K.",
    });
    expect(await renameSelf(person.viewer, { displayName: "" })).toMatchObject({ state: "refused" });
    expect(await stillThere(person.viewer)).toMatchObject({ displayName: "Ilze K." });
  });

  test("are found by any part of their names, signs that mean something to SQL included, page by page", async () => {
    const { schoolId } = await aSchool();
    const { viewer } = await anAdministrator({ schoolId, displayName: "Zelma" });
    for (let batch = 0; batch < 6; batch++)
      await Promise.all(
        Array.from({ length: 9 }, (_, index) => aLearner({ schoolId, displayName: `Anna ${batch}${index}%` })),
      );
    const first = await people(viewer);
    expect(first).toMatchObject({ total: 55, page: 1, pages: 2 });
    expect(first.people).toHaveLength(50);
    expect((await people(viewer, { page: 2 })).people.map((each) => each.displayName).at(-1)).toBe("Zelma");
    expect((await people(viewer, { search: "A 05%" })).people.map((each) => each.displayName)).toEqual(["Anna 05%"]);
    expect((await people(viewer, { search: "_" })).total).toBe(0);
    expect((await people(viewer, { role: "administrator" })).total).toBe(1);
    expect((await people(viewer, { search: "a\0", page: -1 })).page).toBe(1);
  });
});
