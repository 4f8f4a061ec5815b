"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { deleteGroup, makeGroup, renameGroup, setGroupMembers } from "@/records";
import { slipsOf, text, type FormState } from "../../../../../forms/form-state";

const page = (form: FormData) => `/classes/${encodeURIComponent(text(form, "class"))}/people/groups`;

export async function make(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const answer = await found(makeGroup(viewer, { classId: text(form, "class"), name: text(form, "name") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(`${page(form)}?group=${answer.groupId}`);
}

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const answer = await found(renameGroup(viewer, { groupId: text(form, "group"), name: text(form, "name") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath(page(form));
  return { done: "The group is renamed." };
}

export async function erase(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const answer = await found(deleteGroup(viewer, { groupId: text(form, "group") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(page(form));
}

export async function put(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const personIds = form.getAll("person").filter((each) => typeof each === "string");
  const { learners } = await found(setGroupMembers(viewer, { groupId: text(form, "group"), personIds }));
  revalidatePath(page(form));
  return { done: `${learners} ${learners === 1 ? "learner is" : "learners are"} in this group.` };
}
