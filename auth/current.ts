import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import {
  isNotFound,
  schoolForHost,
  systemViewer,
  viewerOfSession,
  type School,
  type SessionKey,
  type Viewer,
} from "@/records";

import { addressOf } from "./address";
import { signInPath } from "./paths";
import { opened, sessionCookie } from "./token";

/** The key in this request's cookie, whether its session lives or not. */
export const currentKey = cache(async (): Promise<SessionKey | null> => {
  const { secure } = addressOf(await headers());
  return opened((await cookies()).get(sessionCookie(secure))?.value);
});

/** Who is asking; null when nobody is signed in. Looked up once a request, as it stands in the database now. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const key = await currentKey();
  return key && viewerOfSession(systemViewer("who is asking"), key);
});

/**
 * Who is asking, for a page that needs somebody: others are sent to sign in and come back to `to`. Who still has a
 * password that someone else set is sent to /account to choose their own, which therefore says `anyPassword`.
 */
export async function requireViewer(to = "/home", { anyPassword = false } = {}): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(to));
  if (viewer.mustChangePassword && !anyPassword) redirect("/account?choose=password");
  return viewer;
}

/** The school that this request's host leads to; null when there is none. */
export const currentSchool = cache(async (): Promise<School | null> => {
  return schoolForHost(systemViewer("whose door this is"), { host: addressOf(await headers()).host });
});

/** The school of a page that cannot be without one; where no school is, there is no page. */
export async function requireSchool(): Promise<School> {
  const school = await currentSchool();
  if (!school) notFound();
  return school;
}

/** Waits for what records answers; what is not there, or not yours, becomes the page that says so. */
export async function found<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (isNotFound(error)) notFound();
    throw error;
  }
}
