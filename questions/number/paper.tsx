import { PaperHint, PaperLine } from "@/ui/paper";
import type { PaperProps } from "../contract";
import type { Body } from "./schema";

/** A line for the number, with its unit when that is not asked, or with the units to choose from. */
export function Paper({ body: { unit }, fields }: PaperProps<Body>) {
  const chosen = unit?.units.find(({ id }) => id === fields.unit?.[0])?.names[0];
  const number = fields.text?.[0];
  return (
    <>
      {unit && unit.rule !== "optional" && (
        <PaperHint>
          Number with its unit
          {unit.entry === "chosen" && <>: {unit.units.map(({ names }) => names[0]).join(", ")}</>}.
        </PaperHint>
      )}
      <p>
        <PaperLine>{number && chosen ? `${number} ${chosen}` : number}</PaperLine> {unit?.shown}
      </p>
    </>
  );
}
