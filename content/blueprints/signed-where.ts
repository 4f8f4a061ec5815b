import { otherPlaces, townOf } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { itWas, theName, told, wasOrWere } from "./words";

/** In which town an agreement was signed. */
export const signedWhere: Blueprint = {
  ask: "signed-where",
  kind: "single-choice",
  skill: "places",
  takes: "one",
  make([fact], around) {
    if (fact?.type !== "agreement") return wrongType("signed-where", "an agreement", fact!);
    const town = townOf(fact, around.base);
    if (town === null) {
      return {
        problem: `The place of \`${fact.id}\` is not one town: ask another agreement, or write the question yourself.`,
      };
    }
    const others = distractorsFrom(
      (wanted) => otherPlaces(fact, around.base, { ...wanted, alsoNamed: around.towns }),
      around,
    );
    if (isRefused(others)) return others;
    return {
      fields: {
        prompt: `Where ${wasOrWere(fact)} ${theName(fact)} signed?`,
        right: fact.statement,
        wrong: told(`${itWas(fact)} signed in ${town}`, { ...fact, alsoDate: undefined }),
        options: [{ text: town, right: true }, ...others.map(({ text, because }) => ({ text, feedback: because }))],
      },
      rests: [{ fact: fact.id, part: "place", tolerant: true }],
    };
  },
};
