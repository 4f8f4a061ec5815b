import type { Outcome } from "../contract";
import { fractionText, share } from "../fraction";
import type { TakerBody, TakerKey } from "./schema";

/** A mark a land: a wrong one costs no more than its own. */
export function gradeTakers(
  said: readonly { territory: string; state: string }[],
  key: TakerKey,
  body: TakerBody,
): Outcome {
  const state = new Map(body.states.map(({ id, name }) => [id, name]));
  const chosen = new Map(said.map((each) => [each.territory, each.state]));
  const lands = body.territories.filter(({ id }) => chosen.has(id));
  if (lands.length !== chosen.size || chosen.size !== said.length || said.some((each) => !state.has(each.state)))
    return { state: "malformed", why: "A land or a state was named that is not of this question." };

  const isRight = (id: string) => Object.hasOwn(key.takers, id) && key.takers[id]!.includes(chosen.get(id)!);
  const right = lands.filter(({ id }) => isRight(id));
  const all = body.territories.length;
  const fraction = share(right.length, all);
  const words = ({ id, name }: { id: string; name: string }) => `${name}: ${state.get(chosen.get(id)!)!}`;
  return {
    state: "scored",
    fraction,
    receipt: {
      read: lands.map(words).join("; "),
      matched: right.map((land) => ({ said: words(land), as: state.get(chosen.get(land.id)!)! })),
      rule: "A mark a land: each is right or wrong by itself, and a wrong one takes nothing from the others.",
      lines: [
        ...body.territories.map((land) => ({
          label: chosen.has(land.id) ? words(land) : `${land.name}: nothing chosen`,
          value: chosen.has(land.id) && isRight(land.id) ? "+1" : "0",
        })),
        { label: `Fraction: ${right.length} ÷ ${all}`, value: fractionText(fraction) },
      ],
      notes: lands.flatMap(({ id }) => (!isRight(id) && Object.hasOwn(key.stories, id) ? [key.stories[id]!] : [])),
      parts: lands.map((land) => ({
        id: `${land.id}>${chosen.get(land.id)!}`,
        text: words(land),
        right: isRight(land.id),
      })),
    },
  };
}
