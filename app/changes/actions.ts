"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { appeal, declineAppeal, makeChange, passProposal, undoChange, withdrawAppeal } from "@/records";
import { slipsOf, text, type FormState } from "../forms/form-state";
import { changeWanted } from "./wanted";

const home = (classId: string) => (classId === "" ? "/school/changes" : `/classes/${classId}/changes`);

export async function confirmChange(_: FormState, form: FormData): Promise<FormState> {
  const classId = text(form, "class");
  const viewer = await requireViewer(home(classId));
  const wanted = changeWanted((name) => text(form, name), classId || null);
  const appealId = text(form, "appeal") || undefined;
  const said = { ...wanted, reason: text(form, "reason"), note: text(form, "note"), appealId };
  const answer = await found(makeChange(viewer, said));
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(`${home(classId)}/${answer.changeId}`);
}

export async function takeBackChange(form: FormData): Promise<void> {
  const classId = text(form, "class");
  const viewer = await requireViewer(home(classId));
  const changeId = text(form, "change");
  await found(undoChange(viewer, { changeId }));
  redirect(`${home(classId)}/${changeId}`);
}

export async function letPass(form: FormData): Promise<void> {
  const classId = text(form, "class");
  const viewer = await requireViewer(home(classId));
  await found(passProposal(viewer, { itemVersionId: text(form, "version") }));
  redirect(home(classId));
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  const classId = text(form, "class");
  const viewer = await requireViewer(home(classId));
  const answer = await found(declineAppeal(viewer, { appealId: text(form, "appeal"), answer: text(form, "answer") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath(home(classId));
  return { done: "The learner reads your answer with their result." };
}

const resultOf = (attemptId: string) => `/attempts/${encodeURIComponent(attemptId)}/result`;

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const attemptId = text(form, "attempt");
  const viewer = await requireViewer(resultOf(attemptId));
  const at = { attemptId, position: Number(text(form, "position")) };
  const answer = await found(appeal(viewer, { ...at, text: text(form, "text") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath(resultOf(attemptId));
  return { done: "Your teacher sees it." };
}

export async function withdrawAsk(form: FormData): Promise<void> {
  const attemptId = text(form, "attempt");
  const viewer = await requireViewer(resultOf(attemptId));
  await found(withdrawAppeal(viewer, { attemptId, position: Number(text(form, "position")) }));
  redirect(`${resultOf(attemptId)}#q${Number(text(form, "position"))}`);
}
