import type { Metadata } from "next";
import { currentViewer, requireSchool } from "@/auth";
import { invitationByToken, systemViewer } from "@/records";
import { Notice } from "@/ui/notice";
import { when } from "@/ui/when";
import { ActionForm } from "../../../forms/action-form";
import { newcomerFields } from "../../../forms/newcomer-fields";
import { ReadBack, TicketPage } from "../../../ticket/ticket";
import { accept } from "./actions";

// The link is a secret for who holds it: no other site hears of it.
export const metadata: Metadata = { title: "Your invitation", robots: { index: false }, referrer: "no-referrer" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, viewer, school] = await Promise.all([params, currentViewer(), requireSchool()]);
  const invitation = await invitationByToken(systemViewer("opening an invitation"), { schoolId: school.id, token });

  return (
    <TicketPage
      title={invitation?.role === "administrator" ? "Look after the school" : "Teach with Annals"}
      as="invitation"
      others={
        viewer ? (
          <span>
            This device is signed in as {viewer.displayName}; the new account will take its place.{" "}
            <a href="/home">Your page</a>
          </span>
        ) : (
          <span>
            Been here before? <a href="/sign-in">Sign in</a>
          </span>
        )
      }
    >
      {invitation ? (
        <>
          <ReadBack>
            {school.name}: an account as {invitation.role}
            {invitation.note && <>, for {invitation.note}</>}. Good until{" "}
            {when(invitation.expiresAt, school.timeZone, "day")}.
          </ReadBack>
          <ActionForm action={accept} fields={newcomerFields} hidden={{ token }} submit="Make my account" />
        </>
      ) : (
        <Notice bad>
          <p>
            <b>This invitation cannot be used.</b>
          </p>
          <p>It was used already, was taken back, or is too old. Ask your administrator for a new one.</p>
        </Notice>
      )}
    </TicketPage>
  );
}
