import { handler, type Visit } from "@/auth";
import { destination } from "../../../../../attempt/form";
import { notTaken, placeOf, save } from "./saving";

/** Saves one answer: each change by script as JSON, or the page's whole form, which then goes where its button says. */
export const POST = handler(answer, { keep: true });

async function answer(visit: Visit): Promise<Response> {
  const saved = await save(visit);
  if (saved.state !== "saved") return notTaken(visit, saved);
  const { attemptId, position } = placeOf(visit);
  return visit.reply({ json: saved, to: destination(attemptId, position, visit.fields.go?.[0]) });
}
