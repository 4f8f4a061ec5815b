import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";

/** The month or year where an event was put. */
export function tells({ id }: Part): Tells | null {
  const [fact, date] = id.split(">");
  return fact && date ? { told: { date }, about: { fact } } : null;
}
