"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { addressOf, requireSchool, requireViewer, signInHere } from "@/auth";
import { joinClass, signUpLearner, systemViewer } from "@/records";
import { slipsOf, text, type FormState } from "../../forms/form-state";

/** Makes a learner's account in the class of the code and signs them in. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const school = await requireSchool();
  const answer = await signUpLearner(systemViewer("signing up"), {
    schoolId: school.id,
    code: text(form, "code"),
    address: addressOf(await headers()).visitor,
    displayName: text(form, "displayName"),
    userName: text(form, "userName"),
    password: text(form, "password"),
  });
  if (answer.state === "refused") return slipsOf(answer, form);
  await signInHere({ schoolId: school.id, personId: answer.personId });
  redirect("/home");
}

/** A learner who has an account joins another class. */
export async function joinAnotherClass(_: FormState, form: FormData): Promise<FormState> {
  const code = text(form, "code");
  const viewer = await requireViewer(`/join?code=${encodeURIComponent(code)}`);
  const answer = await joinClass(viewer, { code });
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect("/home");
}
