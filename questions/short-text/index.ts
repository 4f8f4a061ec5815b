import { defineKind } from "../contract";
import { accept } from "./accept";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { Review } from "./review";
import { summary } from "./said";
import { samples } from "./samples";
import { body, key, response } from "./schema";
import { tells } from "./tells";
import { alsoRight, solve } from "./solve";

export const shortText = defineKind({
  name: "short-text",
  title: "Short text",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve,
  lint,
  Review,
  alsoRight,
  accept,
  tells,
  summary,
  samples,
});
