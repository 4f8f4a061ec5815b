import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";
import type { Body } from "./schema";

/** Whom or what a text named; of what could not be recognised, nothing. */
export function tells({ id, text }: Part, { asks }: Body): Tells | null {
  if (id.startsWith("other:")) return null;
  switch (asks) {
    case "person":
      return { told: { person: id } };
    case "state":
      return { told: { state: id } };
    case "territory":
      return { told: { territory: id } };
    case "agreement":
    case "event":
      return { told: { fact: id } };
    default:
      return { told: { text } };
  }
}
