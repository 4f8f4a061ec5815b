import { defineKind } from "../contract";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { Review } from "./review";
import { samples } from "./samples";
import { body, key, response } from "./schema";

export const annexations = defineKind({
  name: "annexations",
  title: "Territories on a map",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  lint,
  Review,
  summary: (marked, { territories }) =>
    territories
      .filter(({ id }) => marked.territories.includes(id))
      .map(({ name }) => name)
      .join("; "),
  samples,
});
