import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { voided } from "./terms";
import type { Viewer } from "./viewer";
import { classesTaughtBy, listedGroups, membersNow, seenInClass } from "./visibility";

/** What a class can be taken from as files. */
export interface ExportChoices {
  /** `timeZone`: the class's, or its school's. */
  class: { id: string; name: string; courseId: string; timeZone: string };
  /** By name. */
  groups: { id: string; name: string }[];
  /** As they stand in the gradebook's order; those to practise with as well. */
  assignments: { id: string; title: string; quizId: string; practice: boolean; handedIn: number }[];
  /** In the course's order, and then those that it has no more: quizzes that a learner of the class has handed in. */
  quizzes: { quizId: string; title: string; handedIn: number }[];
}

/** What there is to take of a class that the viewer teaches; `handedIn` counts who is in it now. Throws NotFound. */
export async function exportChoices(viewer: Viewer, input: { classId: string }): Promise<ExportChoices> {
  const classId = id(input.classId);
  const [row] = await database().$queryRaw<
    (ExportChoices["class"] & Pick<ExportChoices, "groups" | "assignments" | "quizzes">)[]
  >`
    SELECT c."id", c."name", c."courseId", coalesce(c."timeZone", sc."timeZone") AS "timeZone",
      (SELECT coalesce(json_agg(json_build_object('id', g."id", 'name', g."name")
                                ORDER BY g."name" COLLATE "und-x-icu", g."id"), '[]')
       FROM "ClassGroup" g WHERE g."schoolId" = c."schoolId" AND g."classId" = c."id" AND ${listedGroups}) AS "groups",
      (SELECT coalesce(json_agg(json_build_object(
         'id', s."id", 'title', s."title", 'quizId', s."quizId", 'practice', s."practice", 'handedIn', (
           SELECT count(DISTINCT a."personId")
           FROM "Attempt" a
           JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId"
             AND e."personId" = a."personId" AND ${membersNow}
           WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."submittedAt" IS NOT NULL
             AND NOT ${voided})
       ) ORDER BY s."position", s."createdAt", s."id"), '[]')
       FROM "Assignment" s
       WHERE s."schoolId" = c."schoolId" AND s."classId" = c."id" AND s."removedAt" IS NULL) AS "assignments",
      (SELECT coalesce(json_agg(json_build_object('quizId', q."quizId", 'title', q."title", 'handedIn', q."handedIn")
                                ORDER BY now."position", q."title", q."quizId"), '[]')
       FROM (
         SELECT v."quizId", (array_agg(v."title" ORDER BY v."createdAt" DESC))[1] AS "title",
                count(DISTINCT a."personId") AS "handedIn"
         FROM "Enrolment" e
         JOIN "Attempt" a ON a."schoolId" = e."schoolId" AND a."personId" = e."personId"
         JOIN "QuizVersion" v ON v."id" = a."quizVersionId" AND v."courseId" = c."courseId" AND v."schoolId" IS NULL
         WHERE e."schoolId" = c."schoolId" AND e."classId" = c."id" AND ${membersNow} AND ${seenInClass}
           AND a."submittedAt" IS NOT NULL AND NOT a."practice" AND NOT ${voided}
         GROUP BY v."quizId"
       ) q LEFT JOIN ${currentQuizzes} now ON now."quizId" = q."quizId" AND now."courseId" = c."courseId") AS "quizzes"
    FROM "Class" c JOIN "School" sc ON sc."id" = c."schoolId"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  if (!row) throw new NotFound();
  const { groups, assignments, quizzes, ...group } = row;
  return { class: group, groups, assignments, quizzes };
}
