import type { CountedScore, CountingRule } from "@/assessment";
import type { ShowRule } from "@/assessment/show-rules";
import { localTimeOf, type LocalTime, type Terms, type TimeRules } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import {
  countingRules,
  showRuleFrom,
  timeRulesFrom,
  timeSlips,
  warningsOf,
  type AssignmentField,
  type AssignmentSlip,
  type AssignmentWanted,
  type Moved,
} from "./assignment-input";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { everySitter, type NamedSitter } from "./every-sitter";
import { exceptionsOf, type ExceptionLine } from "./exceptions";
import { id, isId } from "./ids";
import { tellWatchers } from "./live-news";
import { assignmentTitle } from "./names";
import { newId } from "./new-id";
import { inClass, settle } from "./overdue";
import { hashPassword } from "./passwords";
import type { QuizScope } from "./publish";
import type { Refused } from "./slip";
import { meantFor, rulesColumns, scoreOf, termsOf, timeRulesOf, type RulesRow } from "./terms";
import { termsChanged } from "./terms-changed";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, classesTaughtBy, listedGroups } from "./visibility";

export type { AssignmentField, AssignmentSlip, AssignmentWanted, Moved } from "./assignment-input";

/** What an assignment can be made of, for the form: the quizzes of the class's course, and its groups. */
export interface AssignmentChoices {
  class: { id: string; name: string; courseId: string; timeZone: string; archived: boolean };
  quizzes: { quizId: string; lessonId: string; scope: QuizScope; title: string }[];
  groups: { id: string; name: string }[];
  /** Of the gradebook, in its order. `weighted`: what is in none counts in no total. */
  categories: { id: string; name: string }[];
  weighted: boolean;
}

/** Throws NotFound of a class that the viewer does not teach. */
export async function assignmentChoices(viewer: Viewer, input: { classId: string }): Promise<AssignmentChoices> {
  const classId = id(input.classId);
  const [[found], quizzes, groups, categories] = await Promise.all([
    database().$queryRaw<AssignmentChoices["class"][]>`
      SELECT c."id", c."name", c."courseId", coalesce(c."timeZone", sc."timeZone") AS "timeZone",
             c."archivedAt" IS NOT NULL AS "archived"
      FROM "Class" c JOIN "School" sc ON sc."id" = c."schoolId"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`,
    database().$queryRaw<AssignmentChoices["quizzes"]>`
      SELECT q."quizId", q."lessonId", q."scope", q."title"
      FROM "Class" c JOIN ${currentQuizzes} q ON q."courseId" = c."courseId"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
      ORDER BY q."position"`,
    database().$queryRaw<AssignmentChoices["groups"]>`
      SELECT g."id", g."name"
      FROM "Class" c JOIN "ClassGroup" g ON g."schoolId" = c."schoolId" AND g."classId" = c."id"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND ${listedGroups}
      ORDER BY g."name" COLLATE "und-x-icu", g."id"`,
    database().$queryRaw<{ id: string; name: string; weight: number | null }[]>`
      SELECT k."id", k."name", k."weight"
      FROM "Class" c JOIN "Category" k ON k."schoolId" = c."schoolId" AND k."classId" = c."id"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
      ORDER BY k."position", k."id"`,
  ]);
  if (!found) throw new NotFound();
  const weighted = categories.some(({ weight }) => weight !== null);
  return {
    ...{ class: found, quizzes, groups, weighted },
    categories: categories.map(({ id, name }) => ({ id, name })),
  };
}

export type AssignmentSaved = { state: "saved"; assignmentId: string; moved: Moved[] } | Refused<AssignmentField>;

/** Gives a quiz to a class that the viewer teaches, or to a group of it. Throws NotFound. */
export async function createAssignment(
  viewer: Viewer,
  input: { classId: string; wanted: AssignmentWanted },
): Promise<AssignmentSaved> {
  const choices = await assignmentChoices(viewer, input);
  if (choices.class.archived)
    return { state: "refused", slips: [{ field: "title", message: "This class is put away: take it out first." }] };
  const checked = check(input.wanted, choices, null, await databaseNow());
  if (checked.state === "refused") return checked;
  const { columns, moved } = checked;
  const passwordHash = input.wanted.password ? await hashPassword(input.wanted.password) : null;
  const assignmentId = newId();
  const made = await database().$executeRaw`
    INSERT INTO "Assignment"
      ("schoolId", "id", "classId", "groupId", "courseId", "quizId", "withLesson", "title", "opensAt", "dueAt", "closesAt",
       "timeLimit", "grace", "late", "attempts", "counts", "show", "certainty", "shuffle", "onePage", "passwordHash",
       "categoryId", "position", "createdById")
    SELECT c."schoolId", ${assignmentId}::uuid, c."id", ${columns.groupId}::uuid, c."courseId", ${columns.quizId},
           ${columns.withLesson}, ${columns.title}, ${columns.opensAt}::timestamptz, ${columns.dueAt}::timestamptz,
           ${columns.closesAt}::timestamptz, ${columns.timeLimit}::int, ${columns.grace}::int,
           ${JSON.stringify(columns.late)}::jsonb, ${columns.attempts}::int, ${columns.counts},
           ${JSON.stringify(columns.show)}::jsonb, ${columns.certainty}::boolean, ${columns.shuffle}, ${columns.onePage},
           ${passwordHash}, ${columns.categoryId}::uuid,
           1 + coalesce((SELECT max(s."position") FROM "Assignment" s
                         WHERE s."schoolId" = c."schoolId" AND s."classId" = c."id"), 0),
           ${viewer.personId}::uuid
    FROM "Class" c
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${choices.class.id}::uuid`;
  if (made === 0) throw new NotFound();
  return { state: "saved", assignmentId, moved };
}

/**
 * Changes an assignment of a class that the viewer teaches. The clocks of those who sit it are set by the new rules; an end
 * that would lie in the past is now. Its quiz stays once somebody has begun. Throws NotFound.
 */
export async function changeAssignment(
  viewer: Viewer,
  input: { assignmentId: string; wanted: AssignmentWanted },
): Promise<AssignmentSaved> {
  const assignmentId = id(input.assignmentId);
  const before = await assignmentRow(viewer, assignmentId);
  const choices = await assignmentChoices(viewer, before);
  const checked = check(input.wanted, choices, before, await databaseNow());
  if (checked.state === "refused") return checked;
  const { columns, moved } = checked;
  const { password } = input.wanted;
  const passwordHash = password ? await hashPassword(password) : null;
  await settle(Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."assignmentId" = ${assignmentId}::uuid`);
  await database().$transaction(async (transaction) => {
    const changed = await transaction.$executeRaw`
      UPDATE "Assignment" s SET
        "groupId" = ${columns.groupId}::uuid, "quizId" = ${columns.quizId}, "withLesson" = ${columns.withLesson},
        "title" = ${columns.title}, "opensAt" = ${columns.opensAt}::timestamptz, "dueAt" = ${columns.dueAt}::timestamptz,
        "closesAt" = ${columns.closesAt}::timestamptz, "timeLimit" = ${columns.timeLimit}::int,
        "grace" = ${columns.grace}::int, "late" = ${JSON.stringify(columns.late)}::jsonb,
        "attempts" = ${columns.attempts}::int, "counts" = ${columns.counts},
        "show" = ${JSON.stringify(columns.show)}::jsonb, "certainty" = ${columns.certainty}::boolean,
        "shuffle" = ${columns.shuffle}, "onePage" = ${columns.onePage},
        "categoryId" = ${columns.categoryId}::uuid,
        "passwordHash" = CASE WHEN ${password === undefined} THEN s."passwordHash" ELSE ${passwordHash} END
      FROM "Class" c
      WHERE ${assignmentsTaughtBy(viewer)} AND s."id" = ${assignmentId}::uuid`;
    if (changed === 0) throw new NotFound();
    await termsChanged(
      transaction,
      Prisma.sql`s."schoolId" = ${viewer.schoolId}::uuid AND s."id" = ${assignmentId}::uuid`,
    );
  });
  tellWatchers(assignmentId);
  return { state: "saved", assignmentId, moved };
}

/**
 * Takes an assignment back: learners see it no more. What runs is handed in as it stands, and what was done stays on
 * record. Throws NotFound.
 */
export async function removeAssignment(viewer: Viewer, input: { assignmentId: string }): Promise<{ classId: string }> {
  const assignmentId = id(input.assignmentId);
  const running = Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."assignmentId" = ${assignmentId}::uuid`;
  const { classId } = await assignmentRow(viewer, assignmentId);
  await settle(running);
  await database().$transaction(async (transaction) => {
    const removed = await transaction.$executeRaw`
      UPDATE "Assignment" s SET "removedAt" = now() FROM "Class" c
      WHERE ${assignmentsTaughtBy(viewer)} AND s."id" = ${assignmentId}::uuid`;
    if (removed === 0) throw new NotFound();
    await transaction.$executeRaw`
      UPDATE "Attempt" a SET "endsAt" = now(), "acceptedUntil" = now() WHERE ${running} AND a."submittedAt" IS NULL`;
  });
  await settle(running);
  tellWatchers(assignmentId);
  return { classId };
}

export interface AssignmentLine {
  id: string;
  title: string;
  quizId: string;
  /** Null: the whole class. */
  group: string | null;
  /** It counts nowhere. */
  practice: boolean;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  /** For everyone, exceptions apart. */
  state: "to come" | "open" | "closed";
  /** How many it is meant for; and of them, how many have begun, and have handed in at least once. */
  learners: number;
  begun: number;
  handedIn: number;
}

export interface ClassAssignments {
  class: AssignmentChoices["class"];
  /** In the order in which they were made. */
  assignments: AssignmentLine[];
}

/** The assignments of a class that the viewer teaches. Throws NotFound. */
export async function classAssignments(viewer: Viewer, input: { classId: string }): Promise<ClassAssignments> {
  const classId = id(input.classId);
  await settle(inClass(viewer, classId));
  const [{ class: found }, assignments] = await Promise.all([
    assignmentChoices(viewer, { classId }),
    database().$queryRaw<AssignmentLine[]>`
      SELECT s."id", s."title", s."quizId", g."name" AS "group", s."practice", s."opensAt", s."dueAt",
             ${closes} AS "closesAt",
             CASE WHEN ${closes} <= now() THEN 'closed' WHEN s."opensAt" > now() THEN 'to come' ELSE 'open' END AS "state",
             (SELECT count(*)::int FROM "Enrolment" e
              WHERE e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${meantFor}) AS "learners",
             coalesce(done."begun", 0) AS "begun", coalesce(done."handedIn", 0) AS "handedIn"
      FROM "Assignment" s
      JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
      LEFT JOIN "ClassGroup" g ON g."schoolId" = s."schoolId" AND g."id" = s."groupId"
      LEFT JOIN LATERAL (
        SELECT count(DISTINCT a."personId")::int AS "begun",
               count(DISTINCT a."personId") FILTER (WHERE a."submittedAt" IS NOT NULL)::int AS "handedIn"
        FROM "Attempt" a
        JOIN "Enrolment" e ON e."schoolId" = a."schoolId" AND e."classId" = s."classId" AND e."personId" = a."personId"
        WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND ${meantFor}
      ) done ON true
      WHERE s."classId" = ${classId}::uuid
      ORDER BY s."position", s."id"`,
  ]);
  return { class: found, assignments };
}

/** When an assignment `s` closes for everyone: with no late work accepted, when it is due. */
const closes = Prisma.sql`(
  CASE WHEN (s."late"->>'accept')::boolean THEN s."closesAt" ELSE coalesce(s."dueAt", s."closesAt") END)`;

export interface ClassAssignment {
  assignment: {
    id: string;
    title: string;
    quizId: string;
    groupId: string | null;
    /** Of the gradebook; null: none. */
    categoryId: string | null;
    withLesson: boolean;
    rules: TimeRules;
    /** As the class's clock shows them; empty: none. */
    local: { opensAt: LocalTime; dueAt: LocalTime; closesAt: LocalTime };
    counts: CountingRule;
    show: ShowRule;
    certainty: boolean | null;
    shuffle: boolean;
    onePage: boolean;
    asksPassword: boolean;
    /** A paper made to practise with: its attempts count nowhere, and its quiz cannot be another. */
    practice: boolean;
  };
  /** What a teacher should know of its rules. */
  warnings: AssignmentSlip[];
  /** Everyone for whom it is meant, and who has begun it; by name. */
  learners: AssignmentLearner[];
  exceptions: ExceptionLine[];
  choices: AssignmentChoices;
}

export interface AssignmentLearner {
  personId: string;
  displayName: string;
  /** With exceptions and profile. */
  terms: Terms;
  timeFactor: number;
  running: { attemptId: string; endsAt: Date | null } | null;
  attempts: { id: string; number: number; submittedAt: Date; lateBy: number; deduction: number; voided: boolean }[];
  /** What counts; null when nothing was handed in. */
  score: CountedScore | null;
  /** Let off: it counts nowhere. */
  excused: boolean;
}

/** An assignment of a class that the viewer teaches, with everyone's terms and what they did. Throws NotFound. */
export async function classAssignment(
  viewer: Viewer,
  input: { classId: string; assignmentId: string },
): Promise<ClassAssignment> {
  const [classId, assignmentId] = [id(input.classId), id(input.assignmentId)];
  await settle(inClass(viewer, classId));
  const [row, choices, sitters, exceptions] = await Promise.all([
    assignmentRow(viewer, assignmentId),
    assignmentChoices(viewer, { classId }),
    everySitter(Prisma.sql`${assignmentsTaughtBy(viewer)} AND s."id" = ${assignmentId}::uuid`, { begun: true }),
    exceptionsOf(viewer, assignmentId),
  ]);
  if (row.classId !== classId) throw new NotFound();
  const { title, quizId, groupId, withLesson, counts, show, certainty, asksPassword, timeZone, now } = row;
  const { shuffle, onePage, practice, paper, categoryId } = row;
  const rules = timeRulesOf(row);
  const local = (at: Date | null) => (at ? localTimeOf(at, timeZone) : "");
  return {
    assignment: {
      ...{ id: assignmentId, title, quizId, groupId, withLesson, rules, counts, show, certainty, asksPassword },
      ...{ shuffle, onePage, practice, categoryId },
      local: { opensAt: local(row.opensAt), dueAt: local(row.dueAt), closesAt: local(row.closesAt) },
    },
    warnings: warningsOf(rules, show, now),
    learners: sitters.map(learner),
    exceptions,
    choices: paper ? onlyOf(paper, { quizId, groupId }, choices) : choices,
  };
}

/** What an assignment of a paper of its own can be: that paper, for whom it was made or for the class. */
function onlyOf(
  { group, ...paper }: NonNullable<AssignmentRow["paper"]>,
  { quizId, groupId }: { quizId: string; groupId: string | null },
  choices: AssignmentChoices,
): AssignmentChoices {
  const own = groupId !== null && group !== null ? [{ id: groupId, name: group }] : [];
  return { ...choices, quizzes: [{ quizId, ...paper }], groups: own };
}

function learner(row: NamedSitter): AssignmentLearner {
  const running = row.sat.find((each) => each.submittedAt === null);
  const attempts = row.sat.flatMap(({ id, submittedAt, lateBy, deduction, voided }, index) =>
    submittedAt === null
      ? []
      : [{ id, number: index + 1, submittedAt: new Date(submittedAt), lateBy, deduction, voided }],
  );
  return {
    personId: row.personId,
    displayName: row.displayName,
    terms: termsOf(row),
    timeFactor: row.timeFactor,
    running: running
      ? { attemptId: running.id, endsAt: running.endsAt === null ? null : new Date(running.endsAt) }
      : null,
    attempts,
    score: scoreOf(row),
    excused: row.decided.excused,
  };
}

interface AssignmentRow extends RulesRow {
  classId: string;
  groupId: string | null;
  categoryId: string | null;
  quizId: string;
  title: string;
  withLesson: boolean;
  certainty: boolean | null;
  shuffle: boolean;
  onePage: boolean;
  practice: boolean;
  /** Made for it, and for its group; null: it is a quiz of the course. */
  paper: { title: string; lessonId: string; scope: QuizScope; group: string | null } | null;
  asksPassword: boolean;
  begun: boolean;
  now: Date;
}

/** Throws NotFound. */
export async function assignmentRow(viewer: Viewer, assignmentId: string): Promise<AssignmentRow> {
  const [row] = await database().$queryRaw<AssignmentRow[]>`
    SELECT ${rulesColumns}, s."classId", s."groupId", s."categoryId", s."quizId", s."title", s."withLesson", s."certainty",
           s."shuffle", s."onePage", s."practice", s."passwordHash" IS NOT NULL AS "asksPassword", now() AS "now",
           (SELECT jsonb_build_object('title', v."title", 'lessonId', v."lessonId", 'scope', v."scope", 'group', (
              SELECT g."name" FROM "ClassGroup" g WHERE g."schoolId" = s."schoolId" AND g."id" = s."groupId"))
            FROM "QuizVersion" v WHERE v."id" = s."quizVersionId") AS "paper",
           EXISTS (SELECT 1 FROM "Attempt" a
                   WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id") AS "begun"
    FROM "Assignment" s
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    JOIN "School" sc ON sc."id" = s."schoolId"
    WHERE s."id" = ${assignmentId}::uuid`;
  if (!row) throw new NotFound();
  return row;
}

async function databaseNow(): Promise<Date> {
  const [row] = await database().$queryRaw<{ now: Date }[]>`SELECT now() AS "now"`;
  return row!.now;
}

type Columns = TimeRules &
  Pick<
    AssignmentWanted,
    "title" | "quizId" | "groupId" | "withLesson" | "counts" | "certainty" | "shuffle" | "onePage"
  > & {
    show: ShowRule;
    categoryId: string | null;
  };

/** What was entered as it will be kept, or everything that is wrong with it. */
function check(
  wanted: AssignmentWanted,
  { class: { timeZone }, quizzes, groups, categories }: AssignmentChoices,
  before: AssignmentRow | null,
  now: Date,
): { state: "sound"; columns: Columns; moved: Moved[] } | Refused<AssignmentField> {
  const { rules, moved } = timeRulesFrom(wanted, timeZone, before);
  const slips: AssignmentSlip[] = [];
  const title = assignmentTitle(wanted.title);
  if (!title.ok) slips.push({ field: "title", message: title.message });
  const { quizId, groupId, withLesson, counts, certainty, shuffle, onePage, password } = wanted;
  if (before?.paper && quizId !== before.quizId)
    slips.push({ field: "quizId", message: "This paper was made for it: set the other quiz as one of its own." });
  else if (before?.begun && quizId !== before.quizId)
    slips.push({ field: "quizId", message: "Somebody has begun it: take it back and set the other quiz instead." });
  else if (quizId !== before?.quizId && !quizzes.some((quiz) => quiz.quizId === quizId))
    slips.push({ field: "quizId", message: "Choose a quiz of this class’s course." });
  // A group that was made for a paper stands in no list, and the paper is for no other.
  const fits = before?.paper
    ? groupId === before.groupId
    : isId(groupId) && groups.some((group) => group.id === groupId);
  if (groupId !== null && !fits) slips.push({ field: "groupId", message: "Choose a group of this class." });
  const categoryId = wanted.categoryId === undefined ? (before?.categoryId ?? null) : wanted.categoryId;
  if (categoryId !== null && categoryId !== before?.categoryId && !categories.some(({ id }) => id === categoryId))
    slips.push({ field: "categoryId", message: "Choose a category of this class’s gradebook." });
  if (!countingRules.includes(counts)) slips.push({ field: "counts", message: "Choose which attempt counts." });
  const show = showRuleFrom(wanted.show);
  if (!show) slips.push({ field: "show.score", message: "Choose when each of these is shown." });
  if (password && [...password].length > 100) slips.push({ field: "password", message: "Use at most 100 characters." });
  slips.push(...timeSlips(rules, now));
  if (slips.length > 0 || !title.ok || !show) return { state: "refused", slips };
  return {
    state: "sound",
    columns: {
      ...{ ...rules, title: title.value, quizId, groupId, categoryId, withLesson, counts, certainty, shuffle },
      ...{ onePage, show },
    },
    moved,
  };
}
