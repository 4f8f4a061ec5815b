"use server";

import { revalidatePath } from "next/cache";
import { found, requireViewer } from "@/auth";
import { changeRole, endAllSessions, resetPassword } from "@/records";
import { text, type FormState } from "../../../forms/form-state";

export async function resetPerson(_: FormState, form: FormData): Promise<FormState> {
  const answer = await found(resetPassword(await requireViewer("/school/people"), { personId: text(form, "person") }));
  return {
    done: `Hand this to ${answer.displayName} (user name ${answer.userName}); it is shown only now.`,
    secret: { label: "New password", value: answer.temporaryPassword },
  };
}

export async function endSessions(_: FormState, form: FormData): Promise<FormState> {
  const { ended } = await found(
    endAllSessions(await requireViewer("/school/people"), { personId: text(form, "person") }),
  );
  return {
    done:
      ended === 0 ? "They were signed in nowhere." : `Signed out on ${ended} ${ended === 1 ? "device" : "devices"}.`,
  };
}

export async function setRole(form: FormData): Promise<void> {
  const role = text(form, "role");
  if (role !== "learner" && role !== "teacher" && role !== "administrator") return;
  await found(changeRole(await requireViewer("/school/people"), { personId: text(form, "person"), role }));
  revalidatePath("/school/people");
}
