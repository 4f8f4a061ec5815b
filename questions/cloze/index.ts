import { defineKind } from "../contract";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { acceptGaps, gapsAlsoRight, gapTells, guessGaps, solveGaps } from "../gap-parts";
import { Paper } from "./paper";
import { gapName } from "./passage";
import { read } from "./read";
import { Review, summary } from "./review";
import { samples } from "./samples";
import { body, key, response } from "./schema";

export const cloze = defineKind({
  name: "cloze",
  title: "Passage with gaps",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve: (key, body) => solveGaps(key.gaps, body.gaps),
  lint,
  Review,
  Paper,
  alsoRight: (key, body) => gapsAlsoRight(key.gaps, body.gaps, gapName),
  accept: ({ gaps }, key, body, mode, part) => {
    const changed = acceptGaps(gaps, key.gaps, body.gaps, mode, part);
    return changed && { ...key, gaps: changed };
  },
  randomGuess: (key, body) => guessGaps(key.gaps, body.gaps),
  tells: (part, body, key) => gapTells(part, key.gaps, body.gaps, gapName),
  summary,
  samples,
});
