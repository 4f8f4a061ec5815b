import type { Metadata } from "next";
import { headers } from "next/headers";
import { addressOf, currentViewer, requireSchool, signInPath } from "@/auth";
import { classByCode, systemViewer } from "@/records";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { ActionForm } from "../../forms/action-form";
import { newcomerFields } from "../../forms/newcomer-fields";
import { codeInput, ReadBack, TicketPage } from "../../ticket/ticket";
import { joinAnotherClass, signUp } from "./actions";

export const metadata: Metadata = { title: "Join your class" };

/** First the code, which is read back; then who is coming. A link with the code in it opens the second step at once. */
export default async function JoinPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const [{ code: sent }, viewer, school] = await Promise.all([searchParams, currentViewer(), requireSchool()]);
  const code = (Array.isArray(sent) ? sent[0] : sent)?.trim().slice(0, 40) ?? "";
  const address = addressOf(await headers()).visitor;
  const answer = code
    ? await classByCode(systemViewer("joining a class"), { schoolId: school.id, code, address })
    : null;
  const wait = answer && "wait" in answer ? answer.wait : 0;
  const found = answer && !("wait" in answer) ? answer : null;

  return (
    <TicketPage
      title={found ? `Join ${found.name}` : "Join your class"}
      as="reader’s ticket"
      others={
        viewer ? (
          <span>
            You are signed in as {viewer.displayName}. <a href="/home">Your page</a>
          </span>
        ) : (
          <>
            <span>
              Been here before?{" "}
              <a href={signInPath(code ? `/join?code=${encodeURIComponent(code)}` : "/home")}>Sign in</a>
            </span>
            <span>Teaching? Your school’s administrator sends you a link.</span>
          </>
        )
      }
    >
      {!found ? (
        <form action="/join" method="get">
          {code && (
            <Notice bad>
              <p>
                {wait > 0
                  ? `Too many codes were tried from here. Wait ${wait} seconds, then try again.`
                  : `No class has the code “${code}”. Look again, or ask your teacher whether joining is still open.`}
              </p>
            </Notice>
          )}
          <Field
            name="code"
            label="Class code"
            hint="Your teacher has it. Capitals and hyphens do not matter."
            className={codeInput}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            required
            defaultValue={code}
          />
          <div className="do">
            <button type="submit" className="btn go">
              Find the class
            </button>
          </div>
        </form>
      ) : (
        <>
          <ReadBack>
            Class {found.name}
            {found.teachers.length > 0 && <>, with {found.teachers.join(" and ")}</>}
          </ReadBack>
          {viewer ? (
            <ActionForm action={joinAnotherClass} hidden={{ code }} submit={`Join ${found.name}`} />
          ) : (
            <ActionForm action={signUp} fields={newcomerFields} hidden={{ code }} submit={`Join ${found.name}`} />
          )}
          <p className="meta">
            Not your class? <a href="/join">Type another code</a>
          </p>
        </>
      )}
    </TicketPage>
  );
}
