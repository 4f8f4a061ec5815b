import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";
import type { Body } from "./schema";

/** What an option says, in its words. */
export function tells({ text }: Part, body: Body): Tells | null {
  return body.truth ? null : { told: { text } };
}
