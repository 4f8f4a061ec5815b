import "server-only";

import { createHash, randomBytes } from "node:crypto";

import { secret, tokenSeconds } from "./token";

/** The token for a form's hidden field, out of next-auth's cookie; null when there is none. */
export function tokenIn(cookie: string | undefined): string | null {
  return cookie?.split(/[|]|%7C/)[0] || null;
}

/** How next-auth's cookie is kept: as long as a session, so that a form on /account has its token after a restart too. */
export function csrfCookieOptions(secure: boolean) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: tokenSeconds } as const;
}

/** A cookie as next-auth makes it, for who signs in by another form than its own. */
export function newCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${createHash("sha256").update(`${token}${secret()}`).digest("hex")}`;
}
