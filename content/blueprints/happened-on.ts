import type { FactBase, Transfer } from "@/facts/base";
import { wrongType, type Blueprint } from "./blueprint";
import { dateWords, onDate, theLand, theState, told, type Precision } from "./words";

const when: Record<Precision, string> = {
  day: "On which date",
  month: "In which month and year",
  year: "In which year",
};

const ACT = " Give the date of the law, treaty or award, not the day on which troops came.";

/** 'did the Soviet Union annex Estonia', 'did Finland cede Petsamo to the Soviet Union' */
function changedHands(fact: Transfer, base: FactBase): string {
  const [land, from, to] = [theLand(fact, base), theState(fact.from, base), theState(fact.to, base)];
  const words: Record<Transfer["how"], string> = {
    annexed: `did ${to} annex ${land}`,
    occupied: `did ${to} occupy ${land}`,
    ceded: `did ${from} cede ${land} to ${to}`,
    leased: `did ${from} lease ${land} to ${to}`,
    awarded: `did ${to} receive ${land} by an award`,
    transferred: `did ${land} pass to ${to}`,
  };
  return words[fact.how];
}

/** On which date an event happened, or a transfer became law. */
export const happenedOn: Blueprint = {
  ask: "happened-on",
  kind: "date",
  takes: "one",
  make([fact], { base, given }) {
    if (!fact || fact.type === "agreement")
      return wrongType("happened-on", "an event, a transfer or a statement", fact!);
    const precision = given.precision === "month" || given.precision === "year" ? given.precision : "day";
    return {
      fields: {
        prompt:
          fact.type === "transfer"
            ? `${when[precision]} ${changedHands(fact, base)}?${fact.how === "occupied" ? "" : ACT}`
            : `${when[precision]} did this happen: '${fact.name}'?`,
        right: fact.alsoDate ? told(`The date is ${dateWords(fact)}`, fact) : fact.statement,
        wrong: told(`It happened ${onDate(fact)}`, fact),
        ask: "date",
        precision,
      },
    };
  },
};
