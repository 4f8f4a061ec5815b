import type { Outcome } from "../contract";
import { fractionText, share } from "../fraction";
import type { Body, Key, Response } from "./schema";
import { standings } from "./standing";

const RULES = {
  match: "Matching: each stem earns an equal share when it has its right choice; an empty one earns nothing.",
  sort: "Sorting: each item earns an equal share when it is in its group; one left out earns nothing.",
};

/** Stems that are right over all stems. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const all = standings(response, key, body);
  if (all === null) return { state: "malformed", why: "What was put together is not of this question." };
  const answered = all.flatMap(({ stem, chosen, isRight }) => (chosen ? [{ stem, chosen, isRight }] : []));
  if (answered.length === 0) return { state: "blank" };
  const right = answered.filter(({ isRight }) => isRight);
  const fraction = share(right.length, all.length);
  const what = body.mode === "match" ? "Stems" : "Items";
  return {
    state: "scored",
    fraction,
    receipt: {
      read: answered.map(({ stem, chosen }) => `${stem.text}: ${chosen.text}`).join("; "),
      matched: right.map(({ stem, chosen }) => ({ said: chosen.text, as: chosen.text, by: `put to ${stem.text}` })),
      rule: RULES[body.mode],
      lines: [
        { label: `${what} that are right`, value: `${right.length} of ${all.length}` },
        ...(answered.length < all.length
          ? [{ label: `${what} left empty`, value: String(all.length - answered.length) }]
          : []),
        { label: `Fraction: ${right.length} ÷ ${all.length}`, value: fractionText(fraction) },
      ],
      notes: all.flatMap(({ chosen, isRight }) => {
        const of = chosen && !isRight ? all.filter(({ right }) => right.some(({ id }) => id === chosen.id)) : [];
        return of.length > 0 ? [`‘${chosen!.text}’ belongs to ${of.map(({ stem }) => stem.text).join(" and ")}.`] : [];
      }),
      parts: answered.map(({ stem, chosen, isRight }) => ({
        id: `${stem.id}>${chosen.id}`,
        text: `${stem.text}: ${chosen.text}`,
        right: isRight,
      })),
    },
  };
}
