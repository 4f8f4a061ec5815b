import { handler, type Visit } from "@/auth";
import { tryAnswer } from "@/records";
import { destination } from "../../../../../../attempt/form";
import { jsonOf, notTaken, placeOf, save, text } from "../saving";

/** Checks an answer before handing in: the saved one, or the one that comes along, which is saved first. */
export const POST = handler(answer, { keep: true });

async function answer(visit: Visit): Promise<Response> {
  const json = jsonOf(visit);
  if (!json || json.fields !== undefined) {
    const saved = await save(visit);
    // A question that takes no more answers tells its last try again, and refuses what is not that.
    if (saved.state !== "saved" && (saved.state !== "done" || json)) return notTaken(visit, saved);
  }
  const place = placeOf(visit);
  const version = json ? text(json.version) : visit.fields.version?.[0];
  const tried = await tryAnswer(visit.viewer, { ...place, version });
  const to = destination(place.attemptId, place.position, undefined);
  switch (tried.state) {
    case "tried":
      return visit.reply({ json: tried, to });
    case "unanswered":
      // Without script the page says so.
      return visit.reply({ json: tried, to: to.replace("#", "?asked=unanswered#"), status: 409 });
    case "not offered":
      return visit.reply({ json: tried, to, status: 409 });
    default:
      return notTaken(visit, tried);
  }
}
