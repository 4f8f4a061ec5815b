import "server-only";

import { cookies, headers } from "next/headers";

import { beginSession, leaveSession, systemViewer } from "@/records";

import { addressOf } from "./address";
import { csrfCookieOptions, newCsrfCookie } from "./csrf";
import { currentKey } from "./current";
import { pathWithin } from "./paths";
import { csrfCookie, sealed, sessionCookie, tokenSeconds } from "./token";

/**
 * Signs someone in who has just made an account: from a server action or a route handler, which may set cookies and
 * sends them on afterwards. Everyone else comes by next-auth.
 */
export async function signInHere(person: { schoolId: string; personId: string }): Promise<void> {
  const [asked, jar] = [await headers(), await cookies()];
  const { secure } = addressOf(asked);
  await leaveCurrentSession();
  const userAgent = asked.get("user-agent") ?? "";
  const key = await beginSession(systemViewer("a new account"), { ...person, userAgent });
  jar.set(sessionCookie(secure), await sealed(key), sessionCookieOptions(secure, tokenSeconds));
  if (!jar.get(csrfCookie(secure))) jar.set(csrfCookie(secure), newCsrfCookie(), csrfCookieOptions(secure));
}

/** Signs out on this device, for a route handler: the session's row goes first, then the cookie. */
export async function signOutResponse(request: Request, to = "/"): Promise<Response> {
  await leaveCurrentSession();
  const { secure } = addressOf(request.headers);
  (await cookies()).set(sessionCookie(secure), "", sessionCookieOptions(secure, 0));
  return new Response(null, { status: 303, headers: { location: pathWithin(to), "cache-control": "no-store" } });
}

/** Ends the session that this browser had, so that none is left behind that nobody can see. */
export async function leaveCurrentSession(): Promise<void> {
  const key = await currentKey();
  if (key) await leaveSession(systemViewer("another sign-in or none"), key);
}

function sessionCookieOptions(secure: boolean, maxAge: number) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge } as const;
}
