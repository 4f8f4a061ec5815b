import type { Outcome } from "../contract";
import { fractionText, share } from "../fraction";
import type { PickBody, PickKey } from "./schema";

/** A wrong mark takes a right one away: (right − wrong) ÷ all right ones, never below nothing. */
export function gradePicks(territories: readonly string[], key: PickKey, body: PickBody): Outcome {
  const marked = [...new Set(territories)];
  const nameOf = new Map(body.territories.map(({ id, name }) => [id, name]));
  if (marked.some((id) => !nameOf.has(id)))
    return { state: "malformed", why: "What was marked is not a territory of this question." };

  const right = marked.filter((id) => key.right.includes(id));
  const uncounted = marked.filter((id) => key.uncounted.includes(id) && !key.right.includes(id));
  const wrong = marked.filter((id) => !right.includes(id) && !uncounted.includes(id));
  const all = new Set(key.right).size;
  const fraction = share(Math.max(0, right.length - wrong.length), all);
  const name = (id: string) => nameOf.get(id)!;
  const story = (id: string) => (Object.hasOwn(key.stories, id) ? [key.stories[id]!] : []);
  return {
    state: "scored",
    fraction,
    receipt: {
      read: marked.map(name).join("; "),
      matched: right.map((id) => ({ said: name(id), as: name(id) })),
      rule: "A set, with part credit: each land wrongly marked takes a right one away.",
      lines: [
        { label: `Right lands marked: ${right.length} of ${all}`, value: `+${right.length}` },
        { label: `Other lands marked: ${wrong.length}`, value: wrong.length > 0 ? `−${wrong.length}` : "0" },
        ...(uncounted.length > 0 ? [{ label: `Not counted: ${uncounted.map(name).join(", ")}`, value: "0" }] : []),
        {
          label: `Fraction: (${right.length} − ${wrong.length}) ÷ ${all}${wrong.length > right.length ? ", not below 0" : ""}`,
          value: fractionText(fraction),
        },
      ],
      notes: [...wrong, ...uncounted].flatMap(story),
      // What is not counted is neither right nor wrong, and so no part.
      parts: [...right, ...wrong].map((id) => ({ id, text: name(id), right: right.includes(id) })),
    },
  };
}
