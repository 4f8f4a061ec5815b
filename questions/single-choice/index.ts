import { defineKind } from "../contract";
import { accept } from "./accept";
import { arrange } from "./arrange";
import { author } from "./author";
import { alsoRight, said, solve } from "./gap";
import { grade } from "./grade";
import { randomGuess } from "./guess";
import { tells } from "./tells";
import { lint } from "./lint";
import { Paper } from "./paper";
import { read } from "./read";
import { Review } from "./review";
import { samples } from "./samples";
import { body, key, response } from "./schema";

export const singleChoice = defineKind({
  name: "single-choice",
  title: "Single choice",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve,
  lint,
  Review,
  Paper,
  alsoRight,
  accept,
  randomGuess,
  tells,
  summary: said,
  samples,
});
