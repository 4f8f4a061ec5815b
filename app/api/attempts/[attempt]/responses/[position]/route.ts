import { randomUUID } from "node:crypto";
import { handler } from "@/auth";
import type { Visit } from "@/auth";
import { saveResponse } from "@/records";
import { destination, fieldsOf, flagSent } from "../../../../../attempt/form";

/** Saves one answer: each change by script as JSON, or the page's whole form, which then goes where its button says. */
export const POST = handler(async (visit) => {
  const attemptId = visit.params.attempt ?? "";
  const position = Number(visit.params.position);
  const saved = await saveResponse(visit.viewer, { attemptId, position, ...change(visit, position) });
  switch (saved.state) {
    case "saved":
      return visit.reply({ json: saved, to: destination(attemptId, position, visit.fields.go?.[0]) });
    case "closed":
      return visit.reply({ json: saved, to: `/attempts/${attemptId}/result`, status: 409 });
    case "malformed":
      return Response.json(saved, { status: 400 });
  }
});

function change({ body, fields }: Visit, position: number) {
  if (body.type === "json" && body.value !== null && typeof body.value === "object") {
    const { revisionId, fields, flagged } = body.value as Record<string, unknown>;
    return {
      revisionId: typeof revisionId === "string" ? revisionId : "",
      fields,
      flagged: typeof flagged === "boolean" ? flagged : undefined,
    };
  }
  // A form that is sent again after going back holds a new answer: it gets an id of its own each time.
  return { revisionId: randomUUID(), fields: fieldsOf(fields, position), flagged: flagSent(fields.go?.[0]) };
}
