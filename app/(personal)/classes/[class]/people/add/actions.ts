"use server";

import { found, requireViewer } from "@/auth";
import { planImport, userNameFor } from "@/interchange/roster";
import { importLearners } from "@/records";
import { text } from "../../../../../forms/form-state";
import { slipsOf } from "../slips-of";
import { keptFiles, previewedRows, previewOf } from "./read-list";
import type { AddState } from "./state";

/** Reads a list for its preview, or, once that was looked at, puts its learners into the class. */
export async function addFromList(_: AddState, form: FormData): Promise<AddState> {
  const classId = text(form, "class");
  const viewer = await requireViewer(`/classes/${encodeURIComponent(classId)}/people/add`);
  if (text(form, "step") === "add") {
    const rows = previewedRows(text(form, "rows"));
    const answer = await found(importLearners(viewer, { classId, rows, rules: { plan: planImport, userNameFor } }));
    if (answer.state === "refused") return { step: "give", slip: answer.slips[0]!.message };
    const { accounts, joined, back, already } = answer;
    return { step: "done", slips: await slipsOf(accounts), joined, back, already };
  }
  const sent = form.getAll("file").filter((each) => typeof each !== "string" && each.size > 0) as File[];
  const uploaded = await Promise.all(
    sent.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const pasted = text(form, "list");
  if (uploaded.length > 0 && pasted.trim())
    return { step: "give", pasted, slip: "Give a file or paste the names, not both. Choose the file again." };
  const isPasted = uploaded.length === 0 && pasted.trim() !== "";
  return found(
    previewOf(viewer, {
      classId,
      files:
        uploaded.length > 0
          ? uploaded
          : isPasted
            ? [{ name: "The pasted list", bytes: new TextEncoder().encode(pasted) }]
            : keptFiles(text(form, "kept")),
      pasted: isPasted ? pasted : undefined,
      encoding: isPasted ? "" : text(form, "encoding"),
      classSourcedId: text(form, "register"),
    }),
  );
}
