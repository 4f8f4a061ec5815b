import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { wholeSheet, type ScoreLine, type ScoreSheet } from "./score-sheets";
import { meantFor } from "./terms";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, membersNow } from "./visibility";

/** A cell of the gradebook, opened: one learner at one assignment. */
export interface LearnerCell {
  class: ScoreSheet["class"];
  learner: ScoreSheet["learner"] & { timeFactor: number };
  line: ScoreLine;
  /** Why the learner has terms of their own; empty where no reason was written, or they have none. */
  exceptionReason: string;
  /** By name, among those for whom it is meant; null at either end. */
  before: Neighbour | null;
  after: Neighbour | null;
  now: Date;
}

export interface Neighbour {
  personId: string;
  displayName: string;
}

/** Throws NotFound, also of what is set to practise with: the gradebook has no cell of it. */
export async function learnerCell(
  viewer: Viewer,
  input: { classId: string; assignmentId: string; personId: string },
): Promise<LearnerCell> {
  const assignmentId = id(input.assignmentId);
  const [sheet, [about]] = await Promise.all([
    wholeSheet(viewer, input),
    database().$queryRaw<AboutRow[]>`
      SELECT p."timeFactor", coalesce((
               SELECT x."reason" FROM "AssignmentException" x
               WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id" AND x."personId" = p."id"), '') AS "reason",
             ${neighbour("DESC")} AS "before", ${neighbour("ASC")} AS "after"
      FROM "Assignment" s
      JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
      JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = ${id(input.personId)}::uuid
      WHERE s."id" = ${assignmentId}::uuid`,
  ]);
  const line = sheet.lines.find((each) => each.assignmentId === assignmentId);
  if (!line || !about) throw new NotFound();
  const { timeFactor, reason, before, after } = about;
  return {
    class: sheet.class,
    learner: { ...sheet.learner, timeFactor },
    line,
    exceptionReason: reason,
    ...{ before, after, now: sheet.now },
  };
}

interface AboutRow {
  timeFactor: number;
  reason: string;
  before: Neighbour | null;
  after: Neighbour | null;
}

/** Who comes next by name to a person `p` among those for whom an assignment `s` is meant. */
function neighbour(direction: "ASC" | "DESC"): Prisma.Sql {
  const name = Prisma.sql`n."displayName" COLLATE "und-x-icu"`;
  const beyond =
    direction === "ASC"
      ? Prisma.sql`(${name}, n."id") > (p."displayName" COLLATE "und-x-icu", p."id")`
      : Prisma.sql`(${name}, n."id") < (p."displayName" COLLATE "und-x-icu", p."id")`;
  return Prisma.sql`(
    SELECT jsonb_build_object('personId', n."id", 'displayName', n."displayName")
    FROM "Enrolment" e JOIN "Person" n ON n."schoolId" = e."schoolId" AND n."id" = e."personId"
    WHERE e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${membersNow} AND ${meantFor} AND ${beyond}
    ORDER BY ${name} ${direction === "ASC" ? Prisma.sql`ASC` : Prisma.sql`DESC`}, n."id" ${direction === "ASC" ? Prisma.sql`ASC` : Prisma.sql`DESC`}
    LIMIT 1)`;
}
