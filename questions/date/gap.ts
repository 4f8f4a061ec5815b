import { defineGap } from "../gap";
import { accept } from "./accept";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { body, key, response } from "./schema";
import { alsoRight, said, solution, solve } from "./solve";
import { tells } from "./tells";

/** A date in a passage or in a table: read, marked and explained as the question of that kind is. */
export const dateGap = defineGap({
  name: "date",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve,
  solution,
  said,
  alsoRight,
  accept,
  lint,
  tells,
});
