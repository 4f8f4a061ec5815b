import type { Body } from "./schema";

/** In alphabetical order of names, for everyone: the letters on the map follow it. */
export function arrange(body: Body): Body {
  const order = new Intl.Collator("en");
  return {
    ...body,
    territories: [...body.territories].sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
  };
}
