"use server";

import { redirect } from "next/navigation";
import { requireSchool, signInHere } from "@/auth";
import { acceptInvitation, systemViewer } from "@/records";
import { slipsOf, text, typedIn, type FormState } from "../../../forms/form-state";

/** Makes the account that the invitation is for and signs its owner in. */
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const school = await requireSchool();
  const answer = await acceptInvitation(systemViewer("accepting an invitation"), {
    schoolId: school.id,
    token: text(form, "token"),
    displayName: text(form, "displayName"),
    userName: text(form, "userName"),
    password: text(form, "password"),
  });
  if (answer.state === "refused") return slipsOf(answer, form);
  if (answer.state === "gone")
    return {
      slips: { token: "This invitation was used or taken back in the meantime. Ask your administrator for a new one." },
      typed: typedIn(form),
    };
  await signInHere({ schoolId: school.id, personId: answer.personId });
  redirect("/home");
}
