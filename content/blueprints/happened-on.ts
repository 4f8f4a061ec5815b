import { wrongType, type Blueprint } from "./blueprint";
import { dateWords, onDate, told, type Precision } from "./words";

const when: Record<Precision, string> = {
  day: "On which date",
  month: "In which month and year",
  year: "In which year",
};

/** On which date an event happened, or a transfer became law. */
export const happenedOn: Blueprint = {
  ask: "happened-on",
  kind: "date",
  takes: "one",
  make([fact], { given }) {
    if (!fact || fact.type === "agreement")
      return wrongType("happened-on", "an event, a transfer or a statement", fact!);
    const precision = given.precision === "month" || given.precision === "year" ? given.precision : "day";
    const law = fact.type === "transfer" ? " The date of the law or treaty is asked, not that of the troops." : "";
    return {
      fields: {
        prompt: `${when[precision]} did this happen: ${fact.name}?${law}`,
        right: fact.alsoDate ? told(`The date is ${dateWords(fact)}`, fact) : fact.statement,
        wrong: told(`It happened ${onDate(fact)}`, fact),
        ask: "date",
        precision,
      },
    };
  },
};
