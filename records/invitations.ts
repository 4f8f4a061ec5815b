import { createHash, randomBytes } from "node:crypto";

import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { note } from "./names";
import { newId } from "./new-id";
import { newPerson, userNameTaken, type Newcomer, type NewcomerField } from "./newcomer";
import { hashPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import type { Role, SystemViewer, Viewer } from "./viewer";

/** How long an invitation can be used, in days. */
export const invitationDays = 14;

/**
 * Invites a teacher, or another administrator: administrators only. The token stands in the link
 * /invitation/<token>; it is shown this once, and only its hash is kept. Throws NotFound.
 */
export async function inviteTeacher(
  viewer: Viewer,
  input: { note?: string; role?: "teacher" | "administrator" } = {},
): Promise<{ state: "invited"; invitationId: string; token: string } | Refused<"note">> {
  administratorsOnly(viewer);
  const whom = note(input.note ?? "");
  if (!whom.ok) return refused("note", whom.message);
  const token = randomBytes(32).toString("base64url");
  const invitationId = newId();
  await database().$executeRaw`
    INSERT INTO "Invitation" ("schoolId", "id", "role", "tokenHash", "note", "invitedById", "expiresAt")
    VALUES (${viewer.schoolId}::uuid, ${invitationId}::uuid, ${input.role ?? "teacher"}::"Role", ${hashOf(token)},
            ${whom.value}, ${viewer.personId}::uuid, now() + make_interval(days => ${invitationDays}))`;
  return { state: "invited", invitationId, token };
}

export interface InvitationLine {
  id: string;
  role: Role;
  note: string;
  createdAt: Date;
  expiresAt: Date;
  /** Null until it is used. */
  usedAt: Date | null;
  usedBy: { id: string; displayName: string } | null;
  expired: boolean;
}

/** The school's invitations, the newest first, at most the last hundred: administrators only. Throws NotFound. */
export async function invitations(viewer: Viewer): Promise<InvitationLine[]> {
  administratorsOnly(viewer);
  return database().$queryRaw<InvitationLine[]>`
    SELECT i."id", i."role"::text AS "role", i."note", i."createdAt", i."expiresAt", i."usedAt",
           CASE WHEN p."id" IS NOT NULL
                THEN jsonb_build_object('id', p."id", 'displayName', p."displayName") END AS "usedBy",
           i."usedAt" IS NULL AND i."expiresAt" <= now() AS "expired"
    FROM "Invitation" i
    LEFT JOIN "Person" p ON p."schoolId" = i."schoolId" AND p."id" = i."usedById"
    WHERE i."schoolId" = ${viewer.schoolId}::uuid
    ORDER BY i."id" DESC
    LIMIT 100`;
}

/** Takes back an invitation that nobody has used: administrators only. Throws NotFound. */
export async function withdrawInvitation(viewer: Viewer, input: { invitationId: string }): Promise<void> {
  administratorsOnly(viewer);
  const withdrawn = await database().$executeRaw`
    DELETE FROM "Invitation"
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "id" = ${id(input.invitationId)}::uuid AND "usedAt" IS NULL`;
  if (withdrawn === 0) throw new NotFound();
}

/** What a link's token opens; null when it was used, withdrawn, has expired or never was. */
export async function invitationByToken(
  _: SystemViewer,
  input: { schoolId: string; token: string },
): Promise<{ role: Role; note: string; expiresAt: Date } | null> {
  const [found] = await database().$queryRaw<{ role: Role; note: string; expiresAt: Date }[]>`
    SELECT "role"::text AS "role", "note", "expiresAt" FROM "Invitation"
    WHERE "schoolId" = ${id(input.schoolId)}::uuid AND "tokenHash" = ${hashOf(input.token)}
      AND "usedAt" IS NULL AND "expiresAt" > now()`;
  return found ?? null;
}

/** Makes an account out of an invitation, which is then used up. 'gone': it cannot be used (any more). */
export async function acceptInvitation(
  system: SystemViewer,
  input: Newcomer & { schoolId: string; token: string },
): Promise<{ state: "signed up"; personId: string; role: Role } | { state: "gone" } | Refused<NewcomerField>> {
  if (!(await invitationByToken(system, input))) return { state: "gone" };
  const checked = await newPerson(input);
  if (checked.state === "refused") return checked;
  const { person } = checked;
  const passwordHash = await hashPassword(person.password);
  const personId = newId();
  // The invitation stays locked until it is marked: of two who use it at once, one finds it used.
  return database().$transaction(async (transaction) => {
    const [invitation] = await transaction.$queryRaw<{ id: string; role: Role }[]>`
      SELECT "id", "role"::text AS "role" FROM "Invitation"
      WHERE "schoolId" = ${id(input.schoolId)}::uuid AND "tokenHash" = ${hashOf(input.token)}
        AND "usedAt" IS NULL AND "expiresAt" > now()
      FOR UPDATE`;
    if (!invitation) return { state: "gone" };
    const made = await transaction.$executeRaw`
      INSERT INTO "Person" ("schoolId", "id", "userName", "userNameFolded", "displayName", "role", "passwordHash")
      VALUES (${input.schoolId}::uuid, ${personId}::uuid, ${person.userName}, ${person.userNameFolded},
              ${person.displayName}, ${invitation.role}::"Role", ${passwordHash})
      ON CONFLICT ("schoolId", "userNameFolded") DO NOTHING`;
    if (made === 0) return refused("userName", userNameTaken);
    await transaction.$executeRaw`
      UPDATE "Invitation" SET "usedAt" = now(), "usedById" = ${personId}::uuid
      WHERE "schoolId" = ${input.schoolId}::uuid AND "id" = ${invitation.id}::uuid`;
    return { state: "signed up", personId, role: invitation.role };
  });
}

function administratorsOnly(viewer: Viewer): void {
  if (viewer.role !== "administrator") throw new NotFound();
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
