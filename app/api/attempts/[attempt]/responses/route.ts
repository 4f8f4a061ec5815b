import { randomUUID } from "node:crypto";
import { handler, UnreadableBody, type Visit } from "@/auth";
import { attemptQuestions, saveResponse, takeHint, tryAnswer, type NotTaken } from "@/records";
import { allAddress, fieldName, fieldsOf, flagSent, goOnPage, positionsIn, sameFields } from "../../../../attempt/form";
import { notTaken } from "./[position]/saving";

/**
 * Saves the form of a page with all questions, as it comes without script: whatever was changed, and then what its button
 * asks for: a flag, a check, a hint, or to go on to handing in.
 */
export const POST = handler(answers, { keep: true });

async function answers(visit: Visit): Promise<Response> {
  if (visit.body.type !== "form")
    throw new UnreadableBody(400, "Send the form of the page; one answer has its own address.");
  const { viewer, fields: form } = visit;
  const attemptId = visit.params.attempt ?? "";
  const { what, at } = goOnPage(form.go?.[0]);
  const here = (position: number | null) =>
    allAddress(attemptId) + (position === null ? "" : `#${fieldName(position)}`);

  const { attempt, questions } = await attemptQuestions(viewer, { attemptId });
  if (attempt.submittedAt) return notTaken(visit, { state: "closed" });
  const sent = new Set(positionsIn(form));
  let refused: NotTaken | null = null;
  for (const { position, closed, ...before } of questions) {
    if (!sent.has(position)) continue;
    const answer = { fields: fieldsOf(form, position), certainty: form[`certainty.${position}`]?.[0] };
    const flagged = position === at ? flagSent(what) : undefined;
    // The fields of a question that takes no more answers are not sent.
    const same =
      closed ||
      (sameFields(answer.fields, before.fields) && (answer.certainty ?? before.certainty) === before.certainty);
    if (same && flagged === undefined) continue;
    const saved = await saveResponse(viewer, {
      ...{ attemptId, position, revisionId: randomUUID(), version: form[`version.${position}`]?.[0], flagged },
      ...(!same && answer),
    });
    // One that cannot be taken keeps none of the others from being saved.
    if (saved.state !== "saved" && saved.state !== "done") refused ??= saved;
  }
  if (refused) return notTaken(visit, refused);
  if (at === null) return visit.reply({ json: {}, to: what === "check" ? `/attempts/${attemptId}/check` : here(null) });

  const asked = { attemptId, position: at, version: form[`version.${at}`]?.[0] };
  if (what === "try") {
    const tried = await tryAnswer(viewer, asked);
    if (tried.state === "unanswered")
      return visit.reply({ json: {}, to: `${allAddress(attemptId)}?asked=${at}#${fieldName(at)}` });
    if (!["tried", "not offered", "done"].includes(tried.state)) return notTaken(visit, tried as NotTaken);
  }
  if (what === "hint") {
    const taken = Number(form[`taken.${at}`]?.[0] ?? Number.NaN);
    const hinted = await takeHint(viewer, { ...asked, taken: Number.isNaN(taken) ? -1 : taken });
    if (!["hint", "none left", "not offered", "done"].includes(hinted.state))
      return notTaken(visit, hinted as NotTaken);
  }
  return visit.reply({ json: {}, to: here(at) });
}
