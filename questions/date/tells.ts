import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";

/** The date that was read; nothing where there was none, or two. */
export function tells({ id }: Part): Tells | null {
  return /^\d{4}/.test(id) ? { told: { date: id } } : null;
}
