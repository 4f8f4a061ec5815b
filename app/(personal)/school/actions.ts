"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { found, requireViewer } from "@/auth";
import { inviteTeacher, withdrawInvitation } from "@/records";
import { slipsOf, text, type FormState } from "../../forms/form-state";
import { originOf } from "../../origin";

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const role = text(form, "role") === "administrator" ? "administrator" : "teacher";
  const answer = await found(inviteTeacher(await requireViewer("/school"), { note: text(form, "note"), role }));
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath("/school");
  return {
    done: "Send this link to the one it is for; it is shown only now, works once, and is good for 14 days.",
    secret: { label: "Invitation link", value: `${originOf(await headers())}/invitation/${answer.token}` },
  };
}

export async function withdraw(form: FormData): Promise<void> {
  await found(withdrawInvitation(await requireViewer("/school"), { invitationId: text(form, "invitation") }));
  revalidatePath("/school");
}
