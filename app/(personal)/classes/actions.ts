"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { createClass, restoreClass } from "@/records";
import { slipsOf, text, type FormState } from "../../forms/form-state";

export async function makeClass(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  // The form asks only where there are several.
  const courseId = text(form, "course") || undefined;
  const answer = await found(createClass(viewer, { name: text(form, "name"), ...(courseId && { courseId }) }));
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(`/classes/${answer.classId}/people`);
}

export async function restore(form: FormData): Promise<void> {
  const classId = text(form, "class");
  await found(restoreClass(await requireViewer("/classes"), { classId }));
  revalidatePath("/classes");
  revalidatePath(`/classes/${classId}/people`);
}
