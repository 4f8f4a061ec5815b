"use server";

import { revalidatePath } from "next/cache";
import { found, requireViewer } from "@/auth";
import { closeJoining, removeLearner, renameClass, renewJoinCode, resetPassword } from "@/records";
import { slipsOf, text, type FormState } from "../../../../forms/form-state";

export async function newCode(form: FormData): Promise<void> {
  const classId = text(form, "class");
  await found(renewJoinCode(await requireViewer("/classes"), { classId }));
  revalidatePath(`/classes/${classId}/people`);
}

export async function closeCode(form: FormData): Promise<void> {
  const classId = text(form, "class");
  await found(closeJoining(await requireViewer("/classes"), { classId }));
  revalidatePath(`/classes/${classId}/people`);
}

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const classId = text(form, "class");
  const answer = await found(renameClass(await requireViewer("/classes"), { classId, name: text(form, "name") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath(`/classes/${classId}/people`);
  return { done: "The class is renamed." };
}

export async function remove(form: FormData): Promise<void> {
  const classId = text(form, "class");
  await found(removeLearner(await requireViewer("/classes"), { classId, personId: text(form, "person") }));
  revalidatePath(`/classes/${classId}/people`);
}

export async function resetLearner(_: FormState, form: FormData): Promise<FormState> {
  const answer = await found(resetPassword(await requireViewer("/classes"), { personId: text(form, "person") }));
  return {
    done: `Hand this to ${answer.displayName} (user name ${answer.userName}); it is shown only now.`,
    secret: { label: "New password", value: answer.temporaryPassword },
  };
}
