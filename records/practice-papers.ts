import { createHash } from "node:crypto";

import type { ShowRule } from "@/assessment/show-rules";
import type { LateRule } from "@/assessment/time-rules";
import { kindOf } from "@/questions";

import { currentQuizzes } from "./current-quizzes";
import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id, isId } from "./ids";
import { newId } from "./new-id";
import { choosePractice, FEWEST, type Confused, type PracticeCandidate } from "./practice-choice";
import { plainQuizRules } from "./rules";
import { heldQuestions } from "./showing";
import { refused, type Refused } from "./slip";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, classesTaughtBy, membersNow } from "./visibility";

export type { Confused } from "./practice-choice";

/** A paper to practise with, made of published questions for the learners who took one thing for another. */
export interface PracticeWanted {
  classId: string;
  confused: Confused;
  /** What they mix up, as it is told to them. */
  about: string;
  /** Who is not in the class counts for nothing. */
  personIds: readonly string[];
}

export interface PracticePreview {
  class: { id: string; name: string };
  /** By name. */
  learners: { personId: string; displayName: string }[];
  /** In their order; none when there are too few. */
  questions: { itemId: string; kindTitle: string; prompt: string }[];
  /** Questions about the matter that an assignment holds back from one of the learners still, and that are left out. */
  leftOut: number;
  /** What some of them have to practise the same with, the newest first. */
  given: EarlierPractice[];
}

/** A paper that was made about the same; `learners`: how many of those that are meant now have it. */
export interface EarlierPractice {
  assignmentId: string;
  title: string;
  learners: number;
}

/** What a practice paper would ask, and whom. Throws NotFound of a class that the viewer does not teach. */
export async function practicePreview(viewer: Viewer, wanted: PracticeWanted): Promise<PracticePreview> {
  const { group, learners, chosen, leftOut } = await drawnUp(viewer, wanted);
  const about = aboutIn(group, wanted);
  return {
    class: { id: group.id, name: group.name },
    learners,
    questions: (chosen.length < FEWEST ? [] : chosen).map(({ itemId, kind, prompt }) => {
      return { itemId, kindTitle: kindOf(kind).title, prompt };
    }),
    leftOut,
    given: await givenBefore(database(), viewer, { classId: group.id, about, learners }),
  };
}

export type PracticeGiven =
  { state: "given"; assignmentId: string; learners: number } | Refused<"questions" | "learners" | "again">;

/**
 * Makes the paper and gives it to the learners: as an assignment of their own that counts nowhere, for a group that stands
 * in no list. Where some of them have one about the same, it is made `again` only when that is said. Throws NotFound.
 */
export async function givePractice(
  viewer: Viewer,
  { again = false, ...wanted }: PracticeWanted & { again?: boolean },
): Promise<PracticeGiven> {
  const { group, learners, chosen, leftOut } = await drawnUp(viewer, wanted);
  if (group.archived) return refused("learners", "This class is put away: take it out first.");
  if (learners.length === 0) return refused("learners", "None of these learners is in the class any more.");
  if (chosen.length < FEWEST) return refused("questions", tooFew(leftOut));
  const about = aboutIn(group, wanted);
  return database().$transaction<PracticeGiven>(async (transaction) => {
    // Whoever names groups of one class does so one after the other.
    const [there] = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${group.id}::uuid FOR UPDATE`;
    if (!there) throw new NotFound();
    const [before] = await givenBefore(transaction, viewer, { classId: group.id, about, learners });
    if (before && !again) return refused("again", alreadyGiven(before, learners.length));
    const paper = await paperOf(transaction, viewer, { courseId: group.courseId, about, chosen });
    const assignmentId = await handedOut(transaction, viewer, { classId: group.id, ...group, about, paper, learners });
    return { state: "given", assignmentId, learners: learners.length };
  });
}

function aboutIn({ name }: { name: string }, { about }: PracticeWanted): string {
  return about.trim().slice(0, 200) || name;
}

/** Papers about the same that some of these learners have. */
function givenBefore(
  through: Pick<Transaction, "$queryRaw">,
  viewer: Viewer,
  { classId, about, learners }: { classId: string; about: string; learners: PracticePreview["learners"] },
): Promise<EarlierPractice[]> {
  return through.$queryRaw<EarlierPractice[]>`
    SELECT s."id" AS "assignmentId", s."title", count(*)::int AS "learners"
    FROM "Assignment" s
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    JOIN "QuizVersion" v ON v."id" = s."quizVersionId" AND v."title" = ${about}
    JOIN "ClassGroupMember" m ON m."schoolId" = s."schoolId" AND m."groupId" = s."groupId"
      AND m."personId" = ANY(${learners.map(({ personId }) => personId)}::uuid[])
    WHERE s."classId" = ${classId}::uuid AND s."practice"
    GROUP BY s."id", s."title", s."position"
    ORDER BY s."position" DESC, s."id" DESC`;
}

/** That there is such practice already, for all or some of so many. */
export function alreadyGiven({ learners }: EarlierPractice, of: number): string {
  if (learners < of)
    return `${learners} of them ${learners === 1 ? "has" : "have"} a practice quiz about this already.`;
  return `${of === 1 ? "This learner has" : "They have"} a practice quiz about this already.`;
}

/** Why no paper can be made. */
export function tooFew(leftOut: number): string {
  return leftOut > 0
    ? "The questions about this are held back by an assignment that is still open. When it has closed, they can be practised."
    : "The course has too few questions about this to practise with.";
}

interface DrawnUp {
  group: { id: string; name: string; courseId: string; archived: boolean };
  learners: PracticePreview["learners"];
  chosen: PracticeCandidate[];
  leftOut: number;
}

async function drawnUp(viewer: Viewer, { classId: asked, confused, personIds }: PracticeWanted): Promise<DrawnUp> {
  const [classId, wanted] = [id(asked), personIds.filter(isId)];
  const [[group], learners, candidates] = await Promise.all([
    database().$queryRaw<DrawnUp["group"][]>`
      SELECT c."id", c."name", c."courseId", c."archivedAt" IS NOT NULL AS "archived"
      FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`,
    database().$queryRaw<DrawnUp["learners"]>`
      SELECT p."id" AS "personId", p."displayName"
      FROM "Class" c
      JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id" AND ${membersNow}
      JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND p."id" = ANY(${wanted}::uuid[])
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`,
    // Prompts alone go to a browser; of the key no more is read than what the question is about.
    database().$queryRaw<PracticeCandidate[]>`
      SELECT i."id" AS "itemVersionId", i."itemId", q."quizId", x."position", i."kind", i."prompt", x."points",
             i."key"->'why'->'fact'->>'id' AS "factId",
             jsonb_build_object('lessonId', i."key"->'why'->'passage'->'lessonId', 'id', i."key"->'why'->'passage'->'id',
                                'number', i."key"->'why'->'passage'->'number') AS "passage"
      FROM "Class" c
      JOIN ${currentQuizzes} q ON q."courseId" = c."courseId"
      JOIN "QuizVersionItem" x ON x."quizVersionId" = q."quizVersionId"
      JOIN "ItemVersion" i ON i."id" = x."itemVersionId"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`,
  ]);
  if (!group) throw new NotFound();
  const all = choosePractice(candidates, confused);
  // What is held back from one of them would be told to them: it is left out, and others take its place.
  const held = await heldQuestions(
    viewer.schoolId,
    learners.map(({ personId }) => personId),
    candidates.map(({ itemId }) => itemId),
  );
  const chosen = choosePractice(
    candidates.filter(({ itemId }) => !held.has(itemId)),
    confused,
  );
  return { group, learners, chosen, leftOut: all.filter(({ itemId }) => held.has(itemId)).length };
}

/** The paper as a version of a quiz of its own, that no release shows. */
async function paperOf(
  transaction: Transaction,
  viewer: Viewer,
  { courseId, about, chosen }: { courseId: string; about: string; chosen: readonly PracticeCandidate[] },
): Promise<{ quizId: string; quizVersionId: string }> {
  const [quizId, quizVersionId] = [`practice-${newId()}`, newId()];
  const asked = chosen.map(({ itemVersionId, points }, index) => ({ position: index + 1, itemVersionId, points }));
  const hash = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
  await transaction.$executeRaw`
    INSERT INTO "QuizVersion"
      ("id", "quizId", "courseId", "lessonId", "scope", "title", "shortTitle", "rules", "hash", "schoolId")
    VALUES (${quizVersionId}::uuid, ${quizId}, ${courseId}, ${chosen[0]!.passage.lessonId}, 'lesson', ${about}, ${about},
            ${JSON.stringify(plainQuizRules)}::jsonb, ${hash}, ${viewer.schoolId}::uuid)`;
  await transaction.$executeRaw`
    INSERT INTO "QuizVersionItem" ("quizVersionId", "position", "variant", "itemVersionId", "points")
    SELECT ${quizVersionId}::uuid, a."position", 1, a."itemVersionId", a."points"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a("position" int, "itemVersionId" uuid, "points" int)`;
  return { quizId, quizVersionId };
}

/** Practice tells at once what is right; what another assignment holds back it does not (see showing). */
const show: ShowRule = {
  score: "after",
  correctness: "during",
  key: "after",
  feedback: "during",
  closedMeans: "learner",
};
const late: LateRule = { accept: true, deduction: 0, per: "once", atMost: 1 };

async function handedOut(
  transaction: Transaction,
  viewer: Viewer,
  {
    classId,
    courseId,
    about,
    paper,
    learners,
  }: {
    classId: string;
    courseId: string;
    about: string;
    paper: { quizId: string; quizVersionId: string };
    learners: DrawnUp["learners"];
  },
): Promise<string> {
  const [groupId, assignmentId] = [newId(), newId()];
  const title = `Practice: ${about}`.slice(0, 120);
  const name = `Practice, ${learners.length === 1 ? "1 learner" : `${learners.length} learners`}`;
  const people = learners.map(({ personId }) => personId);
  await transaction.$executeRaw`
    INSERT INTO "ClassGroup" ("schoolId", "id", "classId", "name")
    SELECT ${viewer.schoolId}::uuid, ${groupId}::uuid, ${classId}::uuid,
           ${name}::text || CASE WHEN count(*) = 0 THEN '' ELSE ' ' || (count(*) + 1) END
    FROM "ClassGroup" g WHERE g."schoolId" = ${viewer.schoolId}::uuid AND g."classId" = ${classId}::uuid
      AND (g."name" = ${name} OR g."name" LIKE ${`${name} %`})`;
  await transaction.$executeRaw`
    INSERT INTO "ClassGroupMember" ("schoolId", "groupId", "classId", "personId")
    SELECT ${viewer.schoolId}::uuid, ${groupId}::uuid, ${classId}::uuid, p FROM unnest(${people}::uuid[]) p`;
  await transaction.$executeRaw`
    INSERT INTO "Assignment"
      ("schoolId", "id", "classId", "groupId", "courseId", "quizId", "quizVersionId", "practice", "title", "late", "show",
       "position", "createdById")
    SELECT ${viewer.schoolId}::uuid, ${assignmentId}::uuid, ${classId}::uuid, ${groupId}::uuid, ${courseId},
           ${paper.quizId}, ${paper.quizVersionId}::uuid, true, ${title}, ${JSON.stringify(late)}::jsonb,
           ${JSON.stringify(show)}::jsonb, 1 + coalesce(max(s."position"), 0), ${viewer.personId}::uuid
    FROM "Assignment" s WHERE s."schoolId" = ${viewer.schoolId}::uuid AND s."classId" = ${classId}::uuid`;
  return assignmentId;
}
