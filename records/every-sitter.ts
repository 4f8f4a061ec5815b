import type { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import {
  decidedOf,
  decidedOfAttempt,
  exceptionsFor,
  meantFor,
  rulesColumns,
  satOf,
  type DecidedRow,
  type RulesRow,
  type SitterRow,
} from "./terms";

export interface NamedSitter extends SitterRow {
  displayName: string;
}

/**
 * Everyone for whom the assignments `s` of classes `c` that a condition names are meant; `begun`: and who has begun them
 * without it. By name. Each table is read once and grouped: asked for one learner after the other, as `sitterColumns` do, a
 * class costs several times as much.
 */
export async function everySitter(which: Prisma.Sql, { begun = false } = {}): Promise<NamedSitter[]> {
  const assignments = await database().$queryRaw<AssignmentRow[]>`
    SELECT s."id" AS "assignmentId", ${rulesColumns}, (
      SELECT coalesce(json_agg(json_build_object(
          'personId', p."id", 'displayName', p."displayName", 'timeFactor', p."timeFactor",
          'exceptions', coalesce(x."exceptions", '[]'), 'decided', d."decided", 'sat', coalesce(a."sat", '[]')
        ) ORDER BY p."displayName" COLLATE "und-x-icu", p."id"), '[]')
      FROM (
        SELECT e."personId" FROM "Enrolment" e
        WHERE e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${meantFor}
        UNION
        SELECT a."personId" FROM "Attempt" a
        WHERE ${begun} AND a."schoolId" = s."schoolId" AND a."assignmentId" = s."id"
      ) who
      JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = who."personId"
      LEFT JOIN (
        SELECT m."personId", ${exceptionsFor} AS "exceptions"
        FROM "AssignmentException" x
        CROSS JOIN LATERAL (
          SELECT x."personId"
          UNION ALL
          SELECT m."personId" FROM "ClassGroupMember" m
          WHERE m."schoolId" = x."schoolId" AND m."groupId" = x."groupId") m
        WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id"
        GROUP BY m."personId"
      ) x ON x."personId" = p."id"
      LEFT JOIN (
        SELECT d."personId", ${decidedOf} AS "decided"
        FROM "Decision" d
        WHERE d."schoolId" = s."schoolId" AND d."assignmentId" = s."id" AND d."undoneAt" IS NULL
        GROUP BY d."personId"
      ) d ON d."personId" = p."id"
      LEFT JOIN (
        SELECT a."personId", ${satOf} AS "sat"
        FROM "Attempt" a
        LEFT JOIN (
          SELECT d."attemptId", ${decidedOfAttempt}
          FROM "Decision" d
          WHERE d."schoolId" = s."schoolId" AND d."assignmentId" = s."id" AND d."undoneAt" IS NULL
          GROUP BY d."attemptId"
        ) o ON o."attemptId" = a."id"
        WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id"
        GROUP BY a."personId"
      ) a ON a."personId" = p."id"
    ) AS "sitters"
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    WHERE ${which}`;
  return assignments.flatMap(({ sitters, ...rules }) =>
    // Ten thousand objects are made: with the rules first it takes thirty times as long.
    sitters.map((own): NamedSitter => ({ ...own, ...rules, decided: own.decided ?? nothingDecided })),
  );
}

interface AssignmentRow extends RulesRow {
  assignmentId: string;
  sitters: (Omit<NamedSitter, keyof RulesRow | "assignmentId" | "decided"> & { decided: DecidedRow | null })[];
}

const nothingDecided: DecidedRow = { score: null, excused: false, added: 0, outOf: null };
