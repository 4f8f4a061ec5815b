import { wrongType, type Blueprint } from "./blueprint";
import { dateWords, sentence, signedWhen, theName, told, wasOrWere, type Precision } from "./words";

const when: Record<Precision, string> = {
  day: "On which date",
  month: "In which month and year",
  year: "In which year",
};

/** On which date an agreement was signed. `precision`: day, unless the author asks it less precisely. */
export const signedOn: Blueprint = {
  ask: "signed-on",
  kind: "date",
  takes: "one",
  make([fact], { given }) {
    if (fact?.type !== "agreement") return wrongType("signed-on", "an agreement", fact!);
    const precision = given.precision === "month" || given.precision === "year" ? given.precision : "day";
    const be = wasOrWere(fact);
    return {
      fields: {
        prompt: `${when[precision]} ${be} ${theName(fact, { asked: "date" })} signed?`,
        right: fact.alsoDate ? told(`The date is ${dateWords(fact)}`, fact) : fact.statement,
        wrong: told(sentence(signedWhen(fact, theName(fact, { asked: "date" }))), fact),
        ask: "date",
        precision,
      },
    };
  },
};
