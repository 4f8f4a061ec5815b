import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";

/** What an option says, in its words. */
export function tells({ id, text }: Part): Tells | null {
  return id === "none" ? null : { told: { text } };
}
