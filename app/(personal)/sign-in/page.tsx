import type { Metadata } from "next";
import { currentViewer, requireSchool, signInForm } from "@/auth";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { TicketPage } from "../../ticket/ticket";

export const metadata: Metadata = { title: "Sign in" };

type Query = Record<string, string | string[] | undefined>;

/** A plain form that posts to the sign-in itself: it needs no script. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ csrfToken, callbackUrl, problem, provider }, viewer] = await Promise.all([
    searchParams.then(signInForm),
    currentViewer(),
    requireSchool(),
  ]);
  return (
    <TicketPage
      title="Sign in"
      as="reader’s ticket"
      others={
        viewer ? (
          <span>
            You are signed in as {viewer.displayName}. <a href="/home">Your page</a>
          </span>
        ) : (
          <>
            <span>
              New here, with a class code? <a href="/join">Join your class</a>
            </span>
            <span>
              Just reading? The lessons are <a href="/">open to all</a>.
            </span>
          </>
        )
      }
    >
      {problem && (
        <Notice bad>
          <p>{problem}</p>
        </Notice>
      )}
      {!csrfToken && (
        <Notice bad>
          <p>This browser keeps no cookies for this address. Allow them to sign in.</p>
        </Notice>
      )}
      <form action="/api/auth/callback/credentials" method="post">
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <Field
          name="userName"
          label="User name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          required
        />
        <Field name="password" label="Password" type="password" autoComplete="current-password" required />
        <div className="do">
          <button type="submit" className="btn go">
            Sign in
          </button>
        </div>
      </form>
      {provider && (
        <form action="/api/auth/signin/oidc" method="post">
          <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <button type="submit" className="btn">
            Continue with {provider.name}
          </button>
        </form>
      )}
      <p className="meta">
        Forgotten your password? Your teacher can give a learner a new one; your administrator can give a teacher one.
      </p>
    </TicketPage>
  );
}
