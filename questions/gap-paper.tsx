import { PaperLine } from "@/ui/paper";
import { byAlphabet } from "./alphabet";
import type { Fields } from "./contract";
import { fieldsOfPart } from "./gap-part-fields";
import type { GapBody } from "./gap-parts";
import type { Body as Number } from "./number/schema";
import type { Body as Choice } from "./single-choice/schema";

/** A gap as a line to write on; on a teacher's sheet with what belongs there. `fields` are those of the question. */
export function GapLine({ asked, fields, wide = false }: { asked: GapBody; fields: Fields; wide?: boolean }) {
  return <PaperLine wide={wide}>{written(asked, fieldsOfPart(fields, asked.id))}</PaperLine>;
}

/** What there is to choose from, in the order of a list on the screen; empty for a gap that is written freely. */
export function choicesOf({ gap, body }: GapBody): readonly { id: string; text: string }[] {
  return gap === "choice" ? byAlphabet((body as Choice).options) : [];
}

function written(asked: GapBody, fields: Fields): string | undefined {
  const text = fields.text?.[0] ?? choicesOf(asked).find(({ id }) => id === fields.choice?.[0])?.text;
  const unit = asked.gap === "number" && (asked.body as Number).unit?.units.find(({ id }) => id === fields.unit?.[0]);
  return text && unit ? `${text} ${unit.names[0]}` : text;
}
