"use server";

import { revalidatePath } from "next/cache";
import { found, requireViewer } from "@/auth";
import { endNow, extendTime } from "@/records";
import { numberIn } from "../../../../../../assignment/wanted";
import { slipsOf, text, type FormState } from "../../../../../../forms/form-state";

/** Gives more time, or ends: which of the two its button says. */
export async function changeTime(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const [classId, assignmentId] = [text(form, "class"), text(form, "assignment")];
  const wanted = { classId, assignmentId, personId: text(form, "who") || null, reason: text(form, "reason") };
  const ends = text(form, "do") === "end";
  const minutes = numberIn(text(form, "minutes")) ?? Number.NaN;
  const answer = await found(ends ? endNow(viewer, wanted) : extendTime(viewer, { ...wanted, minutes }));
  if (answer.state === "refused") return slipsOf(answer, form);
  revalidatePath(`/classes/${classId}/assignments/${assignmentId}/live`);
  const whose = answer.learners === 1 ? "One learner" : `${answer.learners} learners`;
  if (ends) return { done: `It is ended: what stood was handed in for ${whose.toLowerCase()}.` };
  return {
    done: `${whose} ${answer.learners === 1 ? "has" : "have"} more time. Their clocks show it within a minute.`,
  };
}
