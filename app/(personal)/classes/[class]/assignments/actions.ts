"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import {
  assignmentChoices,
  changeAssignment,
  createAssignment,
  removeAssignment,
  removeException,
  setException,
  setTimeFactor,
} from "@/records";
import type { AssignmentSaved } from "@/records";
import { numberIn, wantedFrom } from "../../../../assignment/wanted";
import { slipsOf, text, type FormState } from "../../../../forms/form-state";

export async function make(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId, wanted } = await asked(form);
  const saved = await found(createAssignment(viewer, { classId, wanted }));
  return settle(saved, classId, form);
}

export async function change(_: FormState, form: FormData): Promise<FormState> {
  const { viewer, classId, wanted } = await asked(form);
  const saved = await found(changeAssignment(viewer, { assignmentId: text(form, "assignment"), wanted }));
  return settle(saved, classId, form);
}

export async function takeBack(form: FormData): Promise<void> {
  const viewer = await requireViewer("/classes");
  const { classId } = await found(removeAssignment(viewer, { assignmentId: text(form, "assignment") }));
  redirect(`/classes/${classId}/assignments`);
}

export async function except(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const [kind, who = ""] = text(form, "who").split(":");
  const assignmentId = text(form, "assignment");
  const answer = await found(
    setException(viewer, {
      assignmentId,
      ...(who !== "" && (kind === "group" ? { groupId: who } : { personId: who })),
      ...{ opensAt: text(form, "opensAt"), dueAt: text(form, "dueAt"), closesAt: text(form, "closesAt") },
      timeLimit: numberIn(text(form, "timeLimit")),
      attempts: numberIn(text(form, "attempts")),
      lifted: ["dueAt", "closesAt", "timeLimit", "attempts"].filter((field) => text(form, `no.${field}`) === "on"),
      reason: text(form, "reason"),
    }),
  );
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(`/classes/${text(form, "class")}/assignments/${assignmentId}#exceptions`);
}

export async function unexcept(form: FormData): Promise<void> {
  const viewer = await requireViewer("/classes");
  const assignmentId = text(form, "assignment");
  await found(removeException(viewer, { assignmentId, exceptionId: text(form, "exception") }));
  revalidatePath(`/classes/${text(form, "class")}/assignments/${assignmentId}`);
}

/** Grants a learner's standing profile. */
export async function grantTime(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const timeFactor = numberIn(text(form, "timeFactor")) ?? 1;
  const answer = await found(setTimeFactor(viewer, { personId: text(form, "person"), timeFactor }));
  if (answer.state === "refused") return slipsOf(answer, form);
  return { done: `${answer.displayName}’s time is ${answer.timeFactor} times everyone’s, at every assignment.` };
}

async function asked(form: FormData) {
  const viewer = await requireViewer("/classes");
  const classId = text(form, "class");
  const { quizzes } = await found(assignmentChoices(viewer, { classId }));
  const titles = new Map(quizzes.map(({ quizId, title }) => [quizId, title]));
  return { viewer, classId, wanted: wantedFrom(form, titles) };
}

/** The names of fields as the form has them, where the records call them otherwise. */
const named: Readonly<Record<string, string>> = { quizId: "quiz", groupId: "group", categoryId: "category" };

function settle(saved: AssignmentSaved, classId: string, form: FormData): FormState {
  if (saved.state === "refused") {
    const slips = saved.slips.map(({ field, message }) => ({ field: named[field] ?? field, message }));
    return slipsOf({ state: "refused", slips }, form);
  }
  const moved = saved.moved.map(({ field, shift }) => `${field}.${shift}`).join(",");
  const query = new URLSearchParams({ saved: "yes", ...(moved && { moved }) }).toString();
  redirect(`/classes/${classId}/assignments/${saved.assignmentId}?${query}`);
}
