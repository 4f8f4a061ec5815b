import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";

import {
  aClass,
  aLearner,
  anAdministrator,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  begun,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { tryAnswer } from "./checking";
import { closeDatabase, database } from "./database";
import { decide, undoDecision } from "./decisions";
import { attemptExport } from "./exporting";
import { makeChange, undoChange, type ChangeSaid } from "./marking-changes";
import { regrade } from "./regrade";
import { saveResponse } from "./saving";
import { submitAttempt } from "./submitting";

afterAll(closeDatabase);

/** The same numbers for the same seed, in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Scene {
  quiz: SomeQuiz;
  teacher: SomePerson;
  administrator: SomePerson;
  learners: SomePerson[];
  classId: string;
  assignmentId: string;
  next: () => number;
}

async function aScene(seed: number): Promise<Scene> {
  const { schoolId } = await aSchool();
  const [quiz, teacher, administrator, ...learners] = await Promise.all([
    aPublishedQuiz({ points: 2, help: true, rules: { tries: 2, penalty: 1 / 3, certainty: seed % 2 === 0 } }),
    aTeacher({ schoolId }),
    anAdministrator({ schoolId }),
    aLearner({ schoolId }),
    aLearner({ schoolId }),
  ]);
  const { classId } = await aClass({ teacher, learners, courseId: quiz.courseId });
  const show = {
    score: "after",
    correctness: "during",
    key: "after",
    feedback: "during",
    closedMeans: "learner",
  } as const;
  const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, show });
  return { quiz, teacher, administrator, learners, classId, assignmentId, next: numbers(seed) };
}

const one = <T>(next: () => number, of: readonly T[]): T => of[Math.floor(next() * of.length)]!;

/** Sits it with right answers, wrong ones and none, some of them checked on the way. */
async function sits({ quiz, assignmentId, next }: Scene, who: SomePerson): Promise<string> {
  const { viewer } = who;
  const attemptId = await begun(who, { assignmentId });
  for (const index of quiz.items.keys()) {
    const position = index + 1;
    const save = (fields: (typeof quiz.right)[number] | undefined) =>
      saveResponse(viewer, {
        ...{ attemptId, position, revisionId: randomUUID(), fields },
        ...(quiz.rules.certainty && { certainty: one(next, ["low", "high"] as const) }),
      });
    const what = next();
    if (what < 0.2) continue;
    await save(what < 0.6 ? quiz.wrong[index] : quiz.right[index]);
    if (next() > 0.7) {
      await tryAnswer(viewer, { attemptId, position });
      if (next() > 0.5) await save(quiz.right[index]);
    }
  }
  await submitAttempt(viewer, { attemptId });
  return attemptId;
}

interface Changed {
  id: string;
  itemId: string;
  what: string;
  neverLower: boolean;
  madeAt: Date;
}

/** The points of an attempt by what is written of them, in the plainest way: out of stored marks, hand by hand. */
async function byHand({ schoolId }: SomePerson, attemptId: string) {
  const attempt = await database().attempt.findFirstOrThrow({ where: { schoolId, id: attemptId } });
  const rows = await database().response.findMany({
    where: { schoolId, attemptId },
    include: { itemVersion: { select: { itemId: true } } },
    orderBy: { position: "asc" },
  });
  const given = await database().decision.findMany({
    where: { schoolId, attemptId, what: "question", undoneAt: null },
  });
  const changes: Changed[] = await database().markingChange.findMany({
    where: { schoolId, undoneAt: null, what: { in: ["full", "drop"] } },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
  });
  const sum = (holding: readonly Changed[]) => {
    const total = { points: 0, maxPoints: 0 };
    for (const { itemVersion, points } of rows) {
      const last = holding.findLast(({ itemId }) => itemId === itemVersion.itemId)?.what;
      if (last === "drop") continue;
      const hand = given.find(({ itemId }) => itemId === itemVersion.itemId)?.value;
      total.points += hand ?? (last === "full" ? 2 : points!);
      total.maxPoints += 2;
    }
    return total;
  };
  const share = (of: readonly Changed[]) => {
    const { points, maxPoints } = sum(of);
    return maxPoints === 0 ? 0 : points / maxPoints;
  };
  let holding: Changed[] = [];
  for (const change of changes) {
    const promised = change.neverLower && attempt.submittedAt! < change.madeAt;
    if (!promised || share([...holding, change]) >= share(holding) - 1e-9) holding = [...holding, change];
  }
  return { stored: { points: attempt.points!, maxPoints: attempt.maxPoints! }, expected: sum(holding) };
}

async function holds(scene: Scene, attempts: readonly string[], trail: readonly string[]) {
  const { teacher } = scene;
  for (const attemptId of attempts) {
    const { items } = await attemptExport(teacher.viewer, { attemptId });
    const astray = items.flatMap((item, index) => {
      const marked = regrade(item, index + 1);
      return marked.state !== "error" && marked.asRecorded ? [] : [{ item, marked }];
    });
    expect(astray, trail.join(", ")).toEqual([]);
    const { stored, expected } = await byHand(teacher, attemptId);
    expect(stored.maxPoints, trail.join(", ")).toBeCloseTo(expected.maxPoints, 9);
    expect(stored.points, trail.join(", ")).toBeCloseTo(expected.points, 9);
  }
}

describe("changes, points by hand, reopening and undoing, in any order", () => {
  test.each([1, 2, 3, 4])("leave marks that are those of the evidence and of what holds (%i)", async (seed) => {
    const scene = await aScene(seed);
    const { next, teacher, administrator, learners, classId, assignmentId, quiz } = scene;
    const attempts = [await sits(scene, learners[0]!), await sits(scene, learners[1]!)];
    const versions = await database().itemVersion.findMany({
      where: { itemId: { in: quiz.items.map(({ id }) => id) } },
    });
    const open = new Map<string, () => Promise<unknown>>();
    const trail: string[] = [];
    for (let step = 0; step < 24; step++) {
      const which = one(next, [0, 1]);
      const [attemptId, learner] = [attempts[which]!, learners[which]!];
      const position = 1 + Math.floor(next() * quiz.items.length);
      const act = next();
      if (act < 0.5) {
        const what = one(next, ["accept", "replace", "version", "full", "drop"] as const);
        const scope = one(next, ["assignment", "mine", "school"] as const);
        const { itemId } = (await database().response.findFirstOrThrow({
          where: { attemptId, position },
          select: { itemVersion: { select: { itemId: true } } },
        }))!.itemVersion;
        const itemVersionId = versions.find((each) => each.itemId === itemId)!.id;
        const wanted: ChangeSaid = {
          ...{ what, scope, classId, assignmentId, attemptId, position, neverLower: next() > 0.5 },
          ...(what === "version" && { itemVersionId }),
          ...{ reason: "A test changes it", note: "" },
        };
        const by = scope === "school" ? administrator : teacher;
        const made = await makeChange(by.viewer, wanted);
        trail.push(`${what} ${scope} ${position}${wanted.neverLower ? "+" : ""} ${made.state}`);
        if (made.state === "made") open.set(made.changeId, () => undoChange(by.viewer, { changeId: made.changeId }));
      } else if (act < 0.65) {
        const { id: itemId } = quiz.items[position - 1]!;
        const value = one(next, [0, 1, 2]);
        const about = { classId, assignmentId, attemptId, personId: learner.personId, itemId };
        const made = await decide(teacher.viewer, { ...about, what: "question", value, reason: "A test gives it" });
        trail.push(`hand ${position} ${value} ${made.state}`);
        if (made.state === "decided")
          open.set(made.decisionId, () => undoDecision(teacher.viewer, { decisionId: made.decisionId }));
      } else if (act < 0.75) {
        const about = { classId, assignmentId, attemptId, personId: learner.personId };
        const made = await decide(teacher.viewer, { ...about, what: "reopen", value: 600, reason: "A test opens it" });
        trail.push(`reopen ${which} ${made.state}`);
        if (made.state === "decided") {
          await saveResponse(learner.viewer, {
            ...{ attemptId, position, revisionId: randomUUID() },
            fields: one(next, [quiz.wrong, quiz.right])[position - 1],
          });
          if (next() > 0.5) await submitAttempt(learner.viewer, { attemptId });
          else await undoDecision(teacher.viewer, { decisionId: made.decisionId });
        }
      } else if (open.size > 0) {
        const [id, undo] = one(next, [...open]);
        await undo();
        open.delete(id);
        trail.push("undo");
      }
      await holds(scene, attempts, trail);
    }
    for (const undo of [...open.values()].reverse()) await undo();
    await holds(scene, attempts, [...trail, "undone all"]);
  });
});
