import type { Body } from "./schema";

const order = new Intl.Collator("en", { numeric: true });
const byName = (a: { id: string; name: string }, b: { id: string; name: string }) =>
  order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/**
 * In alphabetical order of names, for everyone: the letters on the map follow it. Squares state by state, from the
 * north-west on.
 */
export function arrange(body: Body): Body {
  if (body.task === "place") {
    const row = ({ id }: { id: string }) => Number(id.slice(1));
    return {
      ...body,
      squares: [...body.squares].sort(
        (a, b) => order.compare(a.land, b.land) || row(a) - row(b) || order.compare(a.id, b.id),
      ),
    };
  }
  const territories = [...body.territories].sort(byName);
  return body.task === "taker"
    ? { ...body, territories, states: [...body.states].sort(byName) }
    : { ...body, territories };
}
