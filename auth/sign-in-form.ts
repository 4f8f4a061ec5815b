import "server-only";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";

import { addressOf } from "./address";
import { tokenIn } from "./csrf";
import { provider } from "./oidc";
import { pathWithin, signInPath } from "./paths";
import { callbackCookie, csrfCookie } from "./token";

/** What the sign-in page needs to be a plain form. */
export interface SignInForm {
  /** Value of the hidden field `csrfToken`; null when the browser keeps no cookies, which the page then says. */
  csrfToken: string | null;
  /** Value of the hidden field `callbackUrl`. */
  callbackUrl: string;
  /** What went wrong the last time, as a sentence; null when nothing did. */
  problem: string | null;
  /** The school's identity provider, as a second form: POST /api/auth/signin/oidc with the same hidden fields. */
  provider: { name: string } | null;
}

/**
 * Readies the sign-in page, whose form posts `userName` and `password` to /api/auth/callback/credentials. A visitor
 * who comes without next-auth's cookie is sent to fetch it, once: it returns with `ready`.
 * `query`: the page's search parameters.
 */
export async function signInForm(query: Record<string, string | string[] | undefined>): Promise<SignInForm> {
  const one = (name: string) => [query[name]].flat()[0];
  const { secure } = addressOf(await headers());
  const jar = await cookies();
  const callbackUrl = pathOf(one("callbackUrl")) ?? pathOf(jar.get(callbackCookie(secure))?.value) ?? "/home";
  const csrfToken = tokenIn(jar.get(csrfCookie(secure))?.value);
  if (!csrfToken && !one("ready")) redirect(signInPath(callbackUrl));
  const named = provider();
  return { csrfToken, callbackUrl, problem: signInProblem(one("error")), provider: named && { name: named.name } };
}

/** The token for another form that posts to next-auth, such as linking a provider on /account; null when there is none. */
export async function csrfToken(): Promise<string | null> {
  const { secure } = addressOf(await headers());
  return tokenIn((await cookies()).get(csrfCookie(secure))?.value);
}

/** A path of ours out of an address, which next-auth writes whole; the front page is no place to return to. */
function pathOf(address: string | undefined): string | null {
  if (!address) return null;
  let path = address;
  if (/^https?:\/\//.test(address))
    try {
      const url = new URL(address);
      path = url.pathname + url.search;
    } catch {
      return null;
    }
  // Linking sets out from /account alone: a sign-in that ended up with its address must not link by accident.
  return path === "/" || path.startsWith("/account?linked") ? null : pathWithin(path);
}

/** next-auth's word for what went wrong, and ours, as a sentence that says what to do. */
export function signInProblem(code: string | undefined): string | null {
  if (!code) return null;
  const seconds = /^Wait-(\d{1,5})$/.exec(code)?.[1];
  if (seconds) return `Too many tries. Wait ${waiting(Number(seconds))}, then try again.`;
  const sentences: Record<string, string> = {
    CredentialsSignin:
      "That user name and password do not go together. Check both; if you have forgotten the password, your teacher can give you a new one.",
    NotLinked:
      "Nobody here has that account yet. Sign in with your user name and link it under Your account, or ask your teacher.",
    LinkedElsewhere: "That account is linked to somebody else here.",
    AccessDenied: "Your school's sign-in did not let you in.",
  };
  return sentences[code] ?? "Signing in did not work. Try again; if it goes on, tell your teacher.";
}

function waiting(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
