"use server";

import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { decide, undoDecision, type DecisionKind } from "@/records";
import { numberIn } from "../../../../../../../assignment/wanted";
import { slipsOf, text, type FormState } from "../../../../../../../forms/form-state";

/** Decides something about a learner's work. `at`: where the form stands, 'cell' or 'result'; `place`: what to show there. */
export async function decideOn(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const { classId, assignmentId, personId, attemptId } = targetOf(form);
  const what = text(form, "what") as DecisionKind;
  const number = numberIn(text(form, "value"));
  const answer = await found(
    decide(viewer, {
      ...{ classId, assignmentId, personId, what },
      ...(attemptId && { attemptId }),
      ...(text(form, "item") && { itemId: text(form, "item") }),
      // Minutes on the form.
      value: what === "reopen" && number !== null ? number * 60 : number,
      reason: text(form, "reason"),
      comment: text(form, "comment"),
    }),
  );
  if (answer.state === "refused") return slipsOf(answer, form);
  redirect(back(form, { did: what, ...(answer.cannotBegin && { but: answer.cannotBegin }) }));
}

/** Takes a decision back. */
export async function undo(form: FormData): Promise<void> {
  const viewer = await requireViewer("/classes");
  const answer = await found(undoDecision(viewer, { decisionId: text(form, "decision") }));
  redirect(back(form, answer.state === "refused" ? { refused: "yes" } : { did: "undone" }));
}

function targetOf(form: FormData) {
  return {
    classId: text(form, "class"),
    assignmentId: text(form, "assignment"),
    personId: text(form, "person"),
    attemptId: text(form, "attempt"),
  };
}

/** To the page that the form stands on. */
function back(form: FormData, query: Record<string, string>): string {
  const parts = targetOf(form);
  const [classId, assignmentId, personId, attemptId] = Object.values(parts).map(encodeURIComponent);
  const asked = new URLSearchParams(query).toString();
  const place = /^q\d+$/.test(text(form, "place")) ? text(form, "place") : "done";
  return text(form, "at") === "result"
    ? `/attempts/${attemptId}/result?${asked}#${place}`
    : `/classes/${classId}/assignments/${assignmentId}/learners/${personId}?${asked}#done`;
}
