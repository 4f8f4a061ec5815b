import { defineKind } from "../contract";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { acceptGaps, gapsAlsoRight, gapTells, guessGaps, solveGaps } from "../gap-parts";
import { Paper } from "./paper";
import { read } from "./read";
import { Review, summary } from "./review";
import { samples } from "./samples";
import { body, key, response } from "./schema";
import { slotName } from "./slots";

export const transfer = defineKind({
  name: "transfer",
  title: "Territorial change",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve: (key, body) => solveGaps(key.slots, body.asked),
  lint,
  Review,
  Paper,
  alsoRight: (key, { asked, when }) => gapsAlsoRight(key.slots, asked, (id) => slotName(id, when)),
  accept: ({ slots }, key, body, mode, part) => {
    const changed = acceptGaps(slots, key.slots, body.asked, mode, part);
    return changed && { ...key, slots: changed };
  },
  randomGuess: (key, body) => guessGaps(key.slots, body.asked),
  tells: (part, { asked, when }, key) => gapTells(part, key.slots, asked, (id) => slotName(id, when)),
  summary,
  samples,
});
