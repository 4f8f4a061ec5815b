import "server-only";

import { decode, encode } from "next-auth/jwt";

import { sessionDays, type SessionKey } from "@/records";

/** How long a browser keeps its token, in seconds: as long as the session's row lasts. */
export const tokenSeconds = sessionDays * 24 * 60 * 60;

/** next-auth's own names, so that it and we read and write the same cookies. */
export const sessionCookie = (secure: boolean) => `${secure ? "__Secure-" : ""}next-auth.session-token`;
export const csrfCookie = (secure: boolean) => `${secure ? "__Host-" : ""}next-auth.csrf-token`;
export const callbackCookie = (secure: boolean) => `${secure ? "__Secure-" : ""}next-auth.callback-url`;

/** The secret that tokens are sealed with. `npm start` makes one and keeps it with the data. */
export function secret(): string {
  const found = process.env.NEXTAUTH_SECRET;
  if (!found) throw new Error("NEXTAUTH_SECRET is not set: npm start makes one.");
  return found;
}

/** Seals a session's key: all that the browser holds. The role is never in it. */
export function sealed(key: SessionKey): Promise<string> {
  const { schoolId, personId, sessionId } = key;
  return encode({ token: { schoolId, personId, sessionId }, secret: secret(), maxAge: tokenSeconds });
}

/** What a browser's token names; null when it is none of ours, forged or too old. */
export async function opened(token: string | undefined): Promise<SessionKey | null> {
  if (!token) return null;
  const held = await decode({ token, secret: secret() }).catch(() => null);
  return keyIn(held);
}

/** The session's key in next-auth's token, if it is there. */
export function keyIn(held: Record<string, unknown> | null | undefined): SessionKey | null {
  const { schoolId, personId, sessionId } = held ?? {};
  return typeof schoolId === "string" && typeof personId === "string" && typeof sessionId === "string"
    ? { schoolId, personId, sessionId }
    : null;
}
