import { databaseErrorCode } from "./conflict";
import { database } from "./database";
import { folded } from "./names";
import { id } from "./ids";
import { newId } from "./new-id";
import { isPassword } from "./passwords";
import { forgetSignIns, countSignIn } from "./throttle";
import type { SystemViewer, Viewer } from "./viewer";

export type SignIn =
  | { state: "known"; personId: string }
  /** No such user name, or another password: nobody is told which. */
  | { state: "unknown" }
  /** Too many tries; `seconds` until the next one counts. */
  | { state: "wait"; seconds: number };

/**
 * Who has this user name and password. Every try is counted first, by account and by address, and forgiven when it
 * succeeds, so that tries made at once count as well.
 */
export async function checkSignIn(
  _: SystemViewer,
  input: { schoolId: string; userName: string; password: string; address: string },
): Promise<SignIn> {
  const schoolId = id(input.schoolId);
  const name = folded(input.userName).slice(0, 200);
  const tries = { schoolId, userName: name, address: input.address };
  const seconds = await countSignIn(tries);
  if (seconds > 0) return { state: "wait", seconds };
  // A name that cannot be stored is nobody's.
  const person = /[\0\p{Surrogate}]/u.test(name)
    ? null
    : await database().person.findUnique({
        where: { schoolId_userNameFolded: { schoolId, userNameFolded: name } },
        select: { id: true, passwordHash: true },
      });
  if (!(await isPassword(input.password, person?.passwordHash ?? null)) || !person) return { state: "unknown" };
  await forgetSignIns(tries);
  return { state: "known", personId: person.id };
}

/** An account at an identity provider: who it is there. */
export interface ProviderAccount {
  schoolId: string;
  provider: string;
  subject: string;
}

/** The person to whom a provider's account was linked; null when it was linked to nobody. */
export async function personByIdentity(_: SystemViewer, account: ProviderAccount): Promise<string | null> {
  const { schoolId, provider, subject } = account;
  const found = await database().identity.findUnique({
    where: { schoolId_provider_subject: { schoolId: id(schoolId), provider, subject } },
    select: { personId: true },
  });
  return found?.personId ?? null;
}

/** Links a provider's account to the viewer. An account belongs to one person: false when it is someone else's. */
export async function linkIdentity(viewer: Viewer, input: { provider: string; subject: string }): Promise<boolean> {
  const { schoolId, personId } = viewer;
  await database().$executeRaw`
    INSERT INTO "Identity" ("schoolId", "provider", "subject", "personId")
    VALUES (${schoolId}::uuid, ${input.provider}, ${input.subject}, ${personId}::uuid)
    ON CONFLICT DO NOTHING`;
  const linked = await database().identity.findUnique({
    where: { schoolId_provider_subject: { schoolId, ...input } },
    select: { personId: true },
  });
  return linked?.personId === personId;
}

/** The providers whose accounts are linked to the viewer. */
export async function linkedIdentities(viewer: Viewer): Promise<{ provider: string; createdAt: Date }[]> {
  return database().identity.findMany({
    where: { schoolId: viewer.schoolId, personId: viewer.personId },
    select: { provider: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/**
 * Makes a learner without a class out of a provider's account, for schools that allow it. The user name is made from
 * what the provider suggests. When two browsers come at once, both get the one person.
 */
export async function signUpByIdentity(
  system: SystemViewer,
  account: ProviderAccount & { displayName: string; userName: string },
): Promise<string> {
  const { schoolId, provider, subject } = account;
  for (let tries = 0; tries < 20; tries++) {
    const known = await personByIdentity(system, account);
    if (known) return known;
    const personId = newId();
    const userName = tries === 0 ? account.userName : `${account.userName.slice(0, 34)}-${personId.slice(-4)}`;
    try {
      await database().person.create({
        data: {
          id: personId,
          school: { connect: { id: id(schoolId) } },
          userName,
          userNameFolded: folded(userName),
          displayName: account.displayName,
          role: "learner",
          identities: { create: { provider, subject } },
        },
      });
      return personId;
    } catch (error) {
      if (databaseErrorCode(error) !== "unique") throw error;
    }
  }
  throw new Error("No user name could be found for a provider's account.");
}
