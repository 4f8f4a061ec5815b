import { defineKind } from "../contract";
import { accept } from "./accept";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { Paper } from "./paper";
import { read } from "./read";
import { Review } from "./review";
import { summary } from "./said";
import { samples } from "./samples";
import { body, key, response } from "./schema";
import { tells } from "./tells";
import { alsoRight, solve } from "./solve";

export const number = defineKind({
  name: "number",
  title: "Number",
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
  tells,
  summary,
  samples,
});
