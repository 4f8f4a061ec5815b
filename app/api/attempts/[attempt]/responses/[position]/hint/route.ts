import { handler, type Visit } from "@/auth";
import { takeHint } from "@/records";
import { destination } from "../../../../../../attempt/form";
import { jsonOf, notTaken, placeOf, save, text } from "../saving";

/** Takes the next hint of a question. What a form has typed so far is saved first. */
export const POST = handler(answer, { keep: true });

async function answer(visit: Visit): Promise<Response> {
  const json = jsonOf(visit);
  if (!json || json.fields !== undefined) {
    const saved = await save(visit);
    if (saved.state !== "saved" && saved.state !== "done") return notTaken(visit, saved);
  }
  const place = placeOf(visit);
  const version = json ? text(json.version) : visit.fields.version?.[0];
  const taken = json ? json.taken : visit.fields.taken?.[0];
  const hinted = await takeHint(visit.viewer, { ...place, version, taken: count(taken) });
  const to = destination(place.attemptId, place.position, undefined);
  switch (hinted.state) {
    case "hint":
      return visit.reply({ json: hinted, to });
    case "none left":
    case "not offered":
      return visit.reply({ json: hinted, to, status: 409 });
    default:
      return notTaken(visit, hinted);
  }
}

/** How many hints the page showed; of what is no number, one that the records refuse. */
function count(sent: unknown): number | undefined {
  if (sent === undefined || sent === null) return undefined;
  return typeof sent === "number" ? sent : typeof sent === "string" && /^\d{1,3}$/.test(sent) ? Number(sent) : -1;
}
