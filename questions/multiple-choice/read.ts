import type { Fields, Reading } from "../contract";
import type { Body, Response } from "./schema";
import { canBeNone } from "./words";

/**
 * Boxes send the ids that are ticked, or nothing. Where leaving an option can earn, nothing ticked is still blank: who
 * means that none is right ticks the box that says so. More or fewer than 'choose exactly' asks is kept and has to be
 * settled; so is 'none' beside a tick.
 */
export function read(fields: Fields, body: Body): Reading<Response> {
  if (Object.keys(fields).some((name) => name !== "choice" && !(name === "none" && canBeNone(body.rule))))
    return malformed("This question has no such field.");
  const sent = Object.hasOwn(fields, "choice") ? fields.choice! : [];
  const none = Object.hasOwn(fields, "none") && fields.none!.length > 0;
  if (none && fields.none!.some((value) => value !== "1")) return malformed("That is not what the box says.");
  const offered = new Set(body.options.map(({ id }) => id));
  if (sent.some((id) => !offered.has(id))) return malformed("What was chosen is not an option of this question.");
  const chosen = [...new Set(sent)];
  if (chosen.length === 0 && !none) return { state: "blank" };
  const unsettled = none ? chosen.length > 0 : body.choose !== undefined && chosen.length !== body.choose;
  return {
    state: "read",
    response: { chosen, ...(none ? { none: true } : {}) },
    ...(unsettled ? { unsettled: true } : {}),
  };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
