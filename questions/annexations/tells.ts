import type { Tells } from "@/facts/confusions";
import type { Part } from "../contract";
import type { Body } from "./schema";

/** The land that was marked, or the state that was said to have taken one; a square tells nothing. */
export function tells({ id }: Part, { task }: Body): Tells | null {
  if (task === "place") return null;
  if (task !== "taker") return { told: { territory: id } };
  const [territory, state] = id.split(">");
  return territory && state ? { told: { state }, about: { territory } } : null;
}
