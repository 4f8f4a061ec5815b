"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { changeOwnPassword, endAllSessions, endSession, renameSelf } from "@/records";
import { slipsOf, text, type FormState } from "../../forms/form-state";

const here = () => requireViewer("/account", { anyPassword: true });

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const answer = await renameSelf(await here(), { displayName: text(form, "displayName") });
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath("/account");
  return { done: `Your name is now ${answer.displayName}.` };
}

export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await here();
  const answer = await changeOwnPassword(viewer, { current: text(form, "current"), password: text(form, "password") });
  if (answer.state === "refused") return slipsOf(answer, form);
  if (viewer.mustChangePassword) redirect("/home");
  const { endedSessions } = answer;
  const others =
    endedSessions === 0
      ? ""
      : endedSessions === 1
        ? " One other device was signed out."
        : ` ${endedSessions} other devices were signed out.`;
  revalidatePath("/account");
  return { done: `Your password is changed.${others}` };
}

export async function endOne(form: FormData): Promise<void> {
  await found(endSession(await here(), { sessionId: text(form, "session") }));
  revalidatePath("/account");
}

export async function endEverywhere(): Promise<void> {
  await endAllSessions(await here());
  redirect("/");
}
