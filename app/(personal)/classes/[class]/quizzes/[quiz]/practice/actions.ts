"use server";

import { redirect } from "next/navigation";
import { found } from "@/auth";
import { givePractice } from "@/records";
import { slipsOf, text, type FormState } from "../../../../../../forms/form-state";
import { confusionOf } from "./confusion";

/** Makes the paper that was looked at, and gives it to those who mix the two up. */
export async function give(_: FormState, form: FormData): Promise<FormState> {
  const classId = text(form, "class");
  const { viewer, confusion } = await confusionOf({
    ...{ classId, quizId: text(form, "quiz"), about: text(form, "about") },
    assignment: text(form, "assignment") || null,
  });
  const personIds = confusion.learners.map(({ personId }) => personId);
  const { confused, about } = confusion;
  const again = text(form, "again") === "yes";
  const given = await found(givePractice(viewer, { classId, confused, personIds, about, again }));
  if (given.state === "refused") return slipsOf(given, form);
  redirect(`/classes/${classId}/assignments/${given.assignmentId}?saved=yes`);
}
