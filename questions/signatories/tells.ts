import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";
import type { Body } from "./schema";
import { askOf } from "./words";

/** Who or what was named; a name that the course does not know tells nothing. */
export function tells({ id }: Part, body: Body): Tells | null {
  if (id.startsWith("other:")) return null;
  switch (askOf(body)) {
    case "parties":
    case "ratifiers":
    case "states":
      return { told: { state: id } };
    case "territories":
      return { told: { territory: id } };
    case "agreements":
      return { told: { fact: id } };
    default:
      return { told: { person: id } };
  }
}
