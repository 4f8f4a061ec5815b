"use server";

import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { createClass } from "@/records";
import { slipsOf, text, type FormState } from "../../forms/form-state";

export async function makeClass(_: FormState, form: FormData): Promise<FormState> {
  const answer = await found(createClass(await requireViewer("/classes"), { name: text(form, "name") }));
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(`/classes/${answer.classId}/people`);
}
