import { defineGap } from "../gap";
import { accept } from "./accept";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { summary } from "./said";
import { body, key, response } from "./schema";
import { alsoRight, solution, solve } from "./solve";
import { tells } from "./tells";

export const textGap = defineGap({
  name: "text",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve,
  solution,
  said: summary,
  alsoRight,
  accept,
  lint,
  tells,
});
