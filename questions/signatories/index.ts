import { defineKind } from "../contract";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { randomGuess } from "./guess";
import { lint } from "./lint";
import { Paper } from "./paper";
import { read } from "./read";
import { Review, summary } from "./review";
import { samples } from "./samples";
import { body, key, response } from "./schema";
import { tells } from "./tells";
import { alsoRight, markAll, solve } from "./solve";

export const signatories = defineKind({
  name: "signatories",
  title: "Signatories and other sets",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve,
  markAll,
  lint,
  Review,
  Paper,
  alsoRight,
  randomGuess,
  tells,
  summary,
  samples,
});
