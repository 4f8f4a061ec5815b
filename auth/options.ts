import "server-only";

import type { NextAuthOptions } from "next-auth";
import { cookies, headers } from "next/headers";

import {
  beginSession,
  checkSignIn,
  leaveSession,
  linkIdentity,
  personByIdentity,
  signUpByIdentity,
  systemViewer,
} from "@/records";

import { addressOf, type Address } from "./address";
import { csrfCookieOptions } from "./csrf";
import { currentSchool, currentViewer } from "./current";
import { log, withoutWords } from "./log";
import { linkCallbackUrl, provider, type Provider } from "./oidc";
import { suggestedNames } from "./suggested-names";
import { leaveCurrentSession } from "./signing";
import { callbackCookie, csrfCookie, keyIn, secret, tokenSeconds } from "./token";

/** Whom next-auth has let in, between checking them and sealing their token. */
interface LetIn {
  id: string;
  schoolId: string;
}

/** How next-auth works for one request: by its address, its school, and what the environment says now. */
export async function options(): Promise<NextAuthOptions> {
  const asked = await headers();
  const address = addressOf(asked);
  const oidc = provider();
  return {
    secret: secret(),
    useSecureCookies: address.secure,
    cookies: { csrfToken: { name: csrfCookie(address.secure), options: csrfCookieOptions(address.secure) } },
    session: { strategy: "jwt", maxAge: tokenSeconds },
    // `ready` tells the page that the cookie for its form has been set, or is not kept.
    pages: {
      signIn: "/sign-in?ready=1",
      error: "/sign-in?ready=1",
      verifyRequest: "/sign-in?ready=1",
      signOut: "/account",
    },
    providers: [credentials(address), ...(oidc ? [openIdConnect(oidc)] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.type !== "oauth" || !oidc) return true;
        return letInByProvider(user as unknown as LetIn, account.providerAccountId, profile ?? {}, oidc, address);
      },
      async jwt({ token, user }) {
        if (!user) return keyIn(token) ? token : {};
        const { id: personId, schoolId } = user as unknown as LetIn;
        await leaveCurrentSession();
        const userAgent = asked.get("user-agent") ?? "";
        return { ...(await beginSession(systemViewer("sign-in"), { schoolId, personId, userAgent })) };
      },
      // Nothing of ours asks next-auth who is there, and nobody else shall learn it from here.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const key = keyIn(token);
        if (key) await leaveSession(systemViewer("sign-out"), key);
      },
    },
    logger: {
      error: (code, about) => {
        const cause = about instanceof Error ? about : "error" in about ? about.error : undefined;
        log().error({ code, ...withoutWords(cause) }, "sign-in");
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

/** User name and password. Field names are those of the form. */
function credentials(address: Address): NextAuthOptions["providers"][number] {
  return {
    id: "credentials",
    name: "User name and password",
    type: "credentials",
    credentials: { userName: {}, password: {} },
    async authorize(sent) {
      const school = await currentSchool();
      const { userName, password } = sent ?? {};
      if (!school || typeof userName !== "string" || typeof password !== "string") return null;
      const tried = { schoolId: school.id, userName, password, address: address.visitor };
      const answer = await checkSignIn(systemViewer("sign-in"), tried);
      if (answer.state === "wait") throw new Error(`Wait-${answer.seconds}`);
      return answer.state === "known" ? { id: answer.personId, schoolId: school.id } : null;
    },
  };
}

function openIdConnect(oidc: Provider): NextAuthOptions["providers"][number] {
  return {
    id: oidc.id,
    name: oidc.name,
    type: "oauth",
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: "openid profile" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    profile: ({ sub }: { sub: string }) => ({ id: sub }),
  };
}

/**
 * Puts the person of a provider's account into `user`, or says where to send them instead. No account here is made or
 * linked by surprise: a known account signs its person in; setting out from /account links it to who is signed in
 * there; a new account gets in only where the operator has said so.
 */
async function letInByProvider(
  user: LetIn,
  subject: string,
  profile: object,
  oidc: Provider,
  { secure }: Address,
): Promise<true | string> {
  const system = systemViewer("sign-in by the school's provider");
  const school = await currentSchool();
  if (!school) return refusedFor("NotLinked");
  const account = { schoolId: school.id, provider: oidc.id, subject };
  const setOutFor = (await cookies()).get(callbackCookie(secure))?.value ?? "";
  const viewer = setOutFor.endsWith(linkCallbackUrl) ? await currentViewer() : null;
  if (viewer && viewer.schoolId === school.id && !(await linkIdentity(viewer, account)))
    return refusedFor("LinkedElsewhere");
  const personId =
    (await personByIdentity(system, account)) ??
    (oidc.signUp ? await signUpByIdentity(system, { ...account, ...suggestedNames(profile) }) : null);
  if (!personId) return refusedFor("NotLinked");
  user.id = personId;
  user.schoolId = school.id;
  return true;
}

function refusedFor(code: string): string {
  return `/sign-in?ready=1&error=${code}`;
}
