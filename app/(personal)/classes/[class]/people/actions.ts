"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import {
  addTeacher,
  archiveClass,
  closeJoining,
  copyClass,
  removeLearner,
  removeTeacher,
  renameClass,
  renewJoinCode,
  resetPassword,
  setTimeZone,
  takeBackLearner,
} from "@/records";
import { slipsOf, text, type FormState } from "../../../../forms/form-state";

/** The class that a form is about, and who sends it. */
async function asked(form: FormData) {
  return { viewer: await requireViewer("/classes"), classId: text(form, "class") };
}

const changed = (classId: string) => revalidatePath(`/classes/${classId}/people`);

export async function newCode(form: FormData): Promise<void> {
  const { viewer, classId } = await asked(form);
  await found(renewJoinCode(viewer, { classId }));
  changed(classId);
}

export async function closeCode(form: FormData): Promise<void> {
  const { viewer, classId } = await asked(form);
  await found(closeJoining(viewer, { classId }));
  changed(classId);
}

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId } = await asked(form);
  const answer = await found(renameClass(viewer, { classId, name: text(form, "name") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  changed(classId);
  return { done: "The class is renamed." };
}

export async function setClock(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId } = await asked(form);
  const answer = await found(setTimeZone(viewer, { classId, timeZone: text(form, "timeZone") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  changed(classId);
  return { done: `The class’s clock is that of ${answer.timeZone}.` };
}

export async function archive(form: FormData): Promise<void> {
  const { viewer, classId } = await asked(form);
  await found(archiveClass(viewer, { classId }));
  redirect("/classes");
}

export async function copy(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId } = await asked(form);
  const typed = text(form, "weeks").trim();
  const weeks = typed === "" ? null : Number(typed);
  const answer = await found(copyClass(viewer, { classId, name: text(form, "name"), weeks }));
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(`/classes/${answer.classId}/assignments?copied=yes`);
}

export async function remove(form: FormData): Promise<void> {
  const { viewer, classId } = await asked(form);
  await found(removeLearner(viewer, { classId, personId: text(form, "person") }));
  changed(classId);
}

export async function takeBack(form: FormData): Promise<void> {
  const { viewer, classId } = await asked(form);
  await found(takeBackLearner(viewer, { classId, personId: text(form, "person") }));
  changed(classId);
}

export async function resetLearner(_: FormState, form: FormData): Promise<FormState> {
  const answer = await found(resetPassword(await requireViewer("/classes"), { personId: text(form, "person") }));
  return {
    done: `Hand this to ${answer.displayName} (user name ${answer.userName}); it is shown only now.`,
    secret: { label: "New password", value: answer.temporaryPassword },
  };
}

export async function addColleague(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId } = await asked(form);
  const answer = await found(addTeacher(viewer, { classId, userName: text(form, "userName") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  changed(classId);
  return { done: `${answer.displayName} teaches this class.` };
}

export async function removeColleague(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId } = await asked(form);
  const personId = text(form, "person");
  const answer = await found(removeTeacher(viewer, { classId, personId }));
  if (answer.state === "refused") return slipsOf(answer, form);
  if (personId === viewer.personId) redirect("/classes");
  changed(classId);
  return { done: "They teach this class no more." };
}
