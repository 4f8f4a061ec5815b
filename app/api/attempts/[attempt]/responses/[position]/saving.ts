import { randomUUID } from "node:crypto";
import { UnreadableBody, type Visit } from "@/auth";
import { saveResponse } from "@/records";
import type { NotTaken, Saved } from "@/records";
import { destination, fieldsOf, flagSent, positionIn } from "../../../../../attempt/form";

/** Which question of which attempt an address names. */
export function placeOf({ params }: Pick<Visit, "params">): { attemptId: string; position: number } {
  return { attemptId: params.attempt ?? "", position: positionIn(params.position) };
}

/** Saves what came with a request: a change by script as JSON, or the page's whole form. */
export async function save(visit: Visit): Promise<Saved> {
  const place = placeOf(visit);
  const json = jsonOf(visit);
  if (json) return saveResponse(visit.viewer, { ...place, ...changeOf(json) });
  const { fields } = visit;
  const flagged = flagSent(fields.go?.[0]);
  const saved = await saveResponse(visit.viewer, {
    ...place,
    // A form that is sent again after going back holds a new answer: it gets an id of its own each time.
    revisionId: randomUUID(),
    version: fields.version?.[0],
    fields: fieldsOf(fields, place.position),
    certainty: fields.certainty?.[0],
    flagged,
  });
  // The form of a question that takes no more answers posts none; its flag counts all the same.
  if (saved.state === "done" && flagged !== undefined)
    return saveResponse(visit.viewer, { ...place, revisionId: randomUUID(), version: fields.version?.[0], flagged });
  return saved;
}

/** The JSON object that came with a request; undefined when it is a form or nothing. Throws UnreadableBody. */
export function jsonOf({ body }: Pick<Visit, "body">): Record<string, unknown> | undefined {
  if (body.type !== "json") return undefined;
  const { value } = body;
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new UnreadableBody(400, "That is no answer: send an object.");
  return value as Record<string, unknown>;
}

function changeOf({ revisionId, version, fields, certainty, flagged, page, turn }: Record<string, unknown>) {
  return {
    revisionId: text(revisionId) ?? "",
    version: text(version),
    fields,
    certainty,
    flagged,
    // Of the wrong type is not absent: the records refuse it.
    page: page === undefined ? undefined : (text(page) ?? ""),
    turn: turn === undefined ? undefined : typeof turn === "number" ? turn : Number.NaN,
  };
}

/** A text; of anything else but nothing at all, one that names nothing. */
export function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === "string" ? value : "";
}

/** The answer to a change that was not taken. A plain form goes on to where its button leads when nothing is lost. */
export function notTaken(visit: Visit, said: NotTaken): Response {
  const { attemptId, position } = placeOf(visit);
  switch (said.state) {
    case "closed":
      return visit.reply({ json: said, to: `/attempts/${attemptId}/result`, status: 409 });
    case "done":
      return visit.reply({ json: said, to: destination(attemptId, position, visit.fields.go?.[0]), status: 409 });
    case "elsewhere":
      return visit.script ? Response.json(said, { status: 422 }) : plain(said.why, 422);
    case "malformed":
      return visit.script ? Response.json(said, { status: 400 }) : plain(said.why, 400);
  }
}

/** A sentence to who posted a form that none of our pages has. */
function plain(why: string, status: number): Response {
  return new Response(`${why}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
