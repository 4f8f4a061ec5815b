import {
  exceptionProblems,
  localTimeOf,
  profileProblems,
  type LocalTime,
  type TermField,
} from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { placed, seconds, slipsOf, tooLarge } from "./assignment-input";
import { timeWords } from "./assignment-words";
import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { tellWatchers } from "./live-news";
import { note } from "./names";
import { newId } from "./new-id";
import { settle } from "./overdue";
import { refused, type Refused, type Slip } from "./slip";
import { exceptionOf, rulesColumns, termFields, timeRulesOf, type RulesRow } from "./terms";
import { termsChanged } from "./terms-changed";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, membersNow, peopleHelpedBy } from "./visibility";

/** Other terms than everyone's: for one learner or a group at one assignment, and for one learner at all of them. */

/** An exception as its form has it. */
export interface ExceptionLine {
  id: string;
  personId: string | null;
  groupId: string | null;
  /** The learner's or the group's. */
  name: string;
  /** As the class's clock shows them; empty: as for everyone. */
  local: { opensAt: LocalTime; dueAt: LocalTime; closesAt: LocalTime };
  /** Seconds. */
  timeLimit: number | null;
  attempts: number | null;
  /** In which they have no limit. */
  lifted: TermField[];
  reason: string;
}

/** For a page of an assignment that the viewer teaches; of any other there are none. */
export async function exceptionsOf(viewer: Viewer, assignmentId: string): Promise<ExceptionLine[]> {
  const rows = await database().$queryRaw<ExceptionRow[]>`
    SELECT x."id", x."personId", x."groupId", coalesce(p."displayName", g."name") AS "name",
           x."opensAt", x."dueAt", x."closesAt", x."timeLimit", x."attempts", x."lifted", x."reason",
           coalesce(c."timeZone", sc."timeZone") AS "timeZone"
    FROM "AssignmentException" x
    JOIN "Assignment" s ON s."schoolId" = x."schoolId" AND s."id" = x."assignmentId"
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    JOIN "School" sc ON sc."id" = s."schoolId"
    LEFT JOIN "Person" p ON p."schoolId" = x."schoolId" AND p."id" = x."personId"
    LEFT JOIN "ClassGroup" g ON g."schoolId" = x."schoolId" AND g."id" = x."groupId"
    WHERE s."id" = ${id(assignmentId)}::uuid
    ORDER BY coalesce(p."displayName", g."name") COLLATE "und-x-icu", x."id"`;
  return rows.map(({ opensAt, dueAt, closesAt, timeZone, ...row }) => {
    const local = (at: Date | null) => (at ? localTimeOf(at, timeZone) : "");
    return { ...row, local: { opensAt: local(opensAt), dueAt: local(dueAt), closesAt: local(closesAt) } };
  });
}

interface ExceptionRow extends Omit<ExceptionLine, "local"> {
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  timeZone: string;
}

export interface ExceptionWanted {
  assignmentId: string;
  /** One of the two. */
  personId?: string | undefined;
  groupId?: string | undefined;
  /** As the class's clock shows them; empty: as for everyone. */
  opensAt: LocalTime;
  dueAt: LocalTime;
  closesAt: LocalTime;
  /** Minutes; null: as for everyone. NaN of what is no number. */
  timeLimit: number | null;
  attempts: number | null;
  /** In which they have no limit, whatever else is said. */
  lifted: readonly string[];
  reason: string;
}

export type ExceptionField = "who" | TermField | "reason";

/**
 * Gives a learner or a group other terms at an assignment of a class that the viewer teaches, in place of those that they
 * were given before. Counts at once, for whoever sits it too. Throws NotFound.
 */
export async function setException(
  viewer: Viewer,
  wanted: ExceptionWanted,
): Promise<{ state: "saved"; exceptionId: string } | Refused<ExceptionField>> {
  const assignmentId = id(wanted.assignmentId);
  const before = await assignmentAndWho(viewer, assignmentId, wanted);
  const lifted = termFields.filter((field) => wanted.lifted.includes(field));
  const said = (field: "opensAt" | "dueAt" | "closesAt") =>
    lifted.includes(field) ? null : placed(wanted[field], before.timeZone, before.was?.[field] ?? null).at;
  const number = (field: "timeLimit" | "attempts", value: number | null) => (lifted.includes(field) ? null : value);
  const columns = {
    opensAt: said("opensAt"),
    dueAt: said("dueAt"),
    closesAt: said("closesAt"),
    timeLimit: number("timeLimit", wanted.timeLimit === null ? null : seconds(wanted.timeLimit)),
    attempts: number("attempts", wanted.attempts),
  };
  const slips = slipsOfException(before, wanted, columns, lifted);
  const reason = note(wanted.reason);
  if (!reason.ok) slips.push({ field: "reason", message: reason.message });
  if (slips.length > 0 || !reason.ok) return { state: "refused", slips };
  const personId = wanted.personId ? id(wanted.personId) : null;
  const groupId = wanted.groupId ? id(wanted.groupId) : null;
  return changing(viewer, assignmentId, async (transaction) => {
    const [saved] = await transaction.$queryRaw<{ id: string }[]>`
      INSERT INTO "AssignmentException"
        ("schoolId", "id", "assignmentId", "personId", "groupId", "opensAt", "dueAt", "closesAt", "timeLimit", "attempts",
         "lifted", "reason", "createdById")
      VALUES (${viewer.schoolId}::uuid, ${newId()}::uuid, ${assignmentId}::uuid, ${personId}::uuid, ${groupId}::uuid,
              ${columns.opensAt}::timestamptz, ${columns.dueAt}::timestamptz, ${columns.closesAt}::timestamptz,
              ${columns.timeLimit}::int, ${columns.attempts}::int, ${lifted}::text[], ${reason.value},
              ${viewer.personId}::uuid)
      ON CONFLICT ("schoolId", "assignmentId", ${Prisma.raw(personId ? '"personId"' : '"groupId"')}) DO UPDATE SET
        "opensAt" = excluded."opensAt", "dueAt" = excluded."dueAt", "closesAt" = excluded."closesAt",
        "timeLimit" = excluded."timeLimit", "attempts" = excluded."attempts", "lifted" = excluded."lifted",
        "reason" = excluded."reason", "createdById" = excluded."createdById", "createdAt" = now()
      RETURNING "id"`;
    return { answer: { state: "saved", exceptionId: saved!.id }, whose: { personId, groupId } };
  });
}

/** Takes an exception back: everyone's terms hold again, for whoever sits it too. Throws NotFound. */
export async function removeException(
  viewer: Viewer,
  input: { assignmentId: string; exceptionId: string },
): Promise<void> {
  const assignmentId = id(input.assignmentId);
  const exceptionId = id(input.exceptionId);
  await changing(viewer, assignmentId, async (transaction) => {
    const [whose] = await transaction.$queryRaw<Whose[]>`
      DELETE FROM "AssignmentException" x
      WHERE x."schoolId" = ${viewer.schoolId}::uuid AND x."assignmentId" = ${assignmentId}::uuid
        AND x."id" = ${exceptionId}::uuid
      RETURNING x."personId", x."groupId"`;
    if (!whose) throw new NotFound();
    return { answer: undefined, whose };
  });
}

/**
 * Sets a learner's standing profile: their time is so many times everyone's, at every assignment, the one that they sit
 * too. By a teacher of a class of theirs, or by an administrator. Throws NotFound.
 */
export async function setTimeFactor(
  viewer: Viewer,
  input: { personId: string; timeFactor: number },
): Promise<{ state: "saved"; displayName: string; timeFactor: number } | Refused<"timeFactor">> {
  const personId = id(input.personId);
  const { timeFactor } = input;
  const [problem] = profileProblems({ timeFactor });
  const of = Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."personId" = ${personId}::uuid`;
  const [found] = await database().$queryRaw<{ displayName: string }[]>`
    SELECT p."displayName" FROM "Person" p WHERE ${peopleHelpedBy(viewer)} AND p."id" = ${personId}::uuid`;
  if (!found) throw new NotFound();
  if (problem) return refused("timeFactor", timeWords[problem.code].replace(", or leave it empty", ""));
  await settle(of);
  await database().$transaction(async (transaction) => {
    const set = await transaction.$executeRaw`
      UPDATE "Person" p SET "timeFactor" = ${timeFactor}::float8
      WHERE ${peopleHelpedBy(viewer)} AND p."id" = ${personId}::uuid`;
    if (set === 0) throw new NotFound();
    await termsChanged(transaction, Prisma.sql`s."schoolId" = ${viewer.schoolId}::uuid AND p."id" = ${personId}::uuid`);
  });
  return { state: "saved", displayName: found.displayName, timeFactor };
}

/** Whose an exception is: one of the two. */
interface Whose {
  personId: string | null;
  groupId: string | null;
}

/** Learners `p` at whom it is aimed. */
function meant({ personId, groupId }: Whose): Prisma.Sql {
  return Prisma.sql`(p."id" IS NOT DISTINCT FROM ${personId}::uuid OR EXISTS (
    SELECT 1 FROM "ClassGroupMember" gm
    WHERE gm."schoolId" = p."schoolId" AND gm."groupId" = ${groupId}::uuid AND gm."personId" = p."id"))`;
}

/** Changes the exceptions of an assignment with nobody beginning meanwhile, then sets the clocks of those who sit it. */
async function changing<T>(
  viewer: Viewer,
  assignmentId: string,
  change: (transaction: Transaction) => Promise<{ answer: T; whose: Whose }>,
): Promise<T> {
  await settle(Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."assignmentId" = ${assignmentId}::uuid`);
  const changed = await database().$transaction(async (transaction) => {
    const held = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "Assignment" s
      JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
      WHERE s."id" = ${assignmentId}::uuid
      FOR UPDATE OF s`;
    if (held.length === 0) throw new NotFound();
    const { answer, whose } = await change(transaction);
    await termsChanged(
      transaction,
      Prisma.sql`s."schoolId" = ${viewer.schoolId}::uuid AND s."id" = ${assignmentId}::uuid`,
      meant(whose),
    );
    return answer;
  });
  tellWatchers(assignmentId);
  return changed;
}

interface Before extends RulesRow {
  now: Date;
  /** True when that learner or group is of the class. */
  there: boolean;
  was: { opensAt: Date | null; dueAt: Date | null; closesAt: Date | null } | null;
}

async function assignmentAndWho(
  viewer: Viewer,
  assignmentId: string,
  { personId, groupId }: Pick<ExceptionWanted, "personId" | "groupId">,
): Promise<Before> {
  const [person, group] = [personId ? id(personId) : null, groupId ? id(groupId) : null];
  const [row] = await database().$queryRaw<Omit<Before, "was">[]>`
    SELECT ${rulesColumns}, now() AS "now",
           EXISTS (SELECT 1 FROM "Enrolment" e
                   WHERE e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND e."personId" = ${person}::uuid
                     AND ${membersNow})
           OR EXISTS (SELECT 1 FROM "ClassGroup" g
                      WHERE g."schoolId" = s."schoolId" AND g."classId" = s."classId" AND g."id" = ${group}::uuid)
             AS "there"
    FROM "Assignment" s
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    JOIN "School" sc ON sc."id" = s."schoolId"
    WHERE s."id" = ${assignmentId}::uuid`;
  if (!row) throw new NotFound();
  const was = await database().assignmentException.findFirst({
    where: { schoolId: viewer.schoolId, assignmentId, personId: person, groupId: group },
    select: { opensAt: true, dueAt: true, closesAt: true },
  });
  return { ...row, was };
}

function slipsOfException(
  before: Before,
  { personId, groupId }: ExceptionWanted,
  columns: {
    opensAt: Date | null;
    dueAt: Date | null;
    closesAt: Date | null;
    timeLimit: number | null;
    attempts: number | null;
  },
  lifted: readonly TermField[],
): Slip<ExceptionField>[] {
  if (!before.there || Boolean(personId) === Boolean(groupId))
    return [{ field: "who", message: "Choose a learner or a group of this class." }];
  const { opensAt, dueAt, closesAt, timeLimit, attempts } = columns;
  const iso = (at: Date | null) => (at === null ? null : Number.isNaN(at.getTime()) ? "none" : at.toISOString());
  const exception = exceptionOf({
    for: personId ? "learner" : "group",
    ...{ opensAt: iso(opensAt), dueAt: iso(dueAt), closesAt: iso(closesAt), timeLimit, attempts },
    lifted: [...lifted],
  });
  const problems = exceptionProblems(timeRulesOf(before), exception, before.now);
  const nothing = problems.find(({ code }) => code === "changes-nothing");
  if (nothing) return [{ field: "who", message: timeWords["changes-nothing"] }];
  const fields = new Set<string>(termFields);
  // An error that no field of this form has is one of everyone's rules.
  return [
    ...slipsOf(problems, "error").flatMap(({ field, message }) =>
      fields.has(field) ? [{ field: field as TermField, message }] : [],
    ),
    ...tooLarge({ timeLimit, attempts }),
  ];
}
