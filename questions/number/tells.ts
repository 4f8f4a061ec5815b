import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";

/** The number as it was compared. */
export function tells({ id }: Part): Tells | null {
  const value = Number(id);
  return id !== "" && Number.isFinite(value) ? { told: { number: value } } : null;
}
