"use server";

import { found, requireViewer } from "@/auth";
import { renewOneTimePasswords } from "@/records";
import { text } from "../../../../../forms/form-state";
import type { Slips } from "../add/state";
import { slipsOf } from "../slips-of";

export async function makeSlips(_: Slips | null, form: FormData): Promise<Slips | null> {
  const classId = text(form, "class");
  return slipsOf(await found(renewOneTimePasswords(await requireViewer("/classes"), { classId })));
}
