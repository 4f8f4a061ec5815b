import type { Fact, FactBase } from "@/facts/base";
import { datesOverlap, edtf, formatDate, sameDate, toEdtf, type HistoricalDate } from "@/facts/dates";
import { datesOf } from "@/facts/distractors";
import type { Rests } from "../contract";
import { offer, plain, type NamedOption, type Offered } from "../option";

/** What can be asked of a list of facts: when, where, from whom and to whom. */
export const ASKED = ["date", "month", "year", "place", "from", "to"] as const;
export type Asked = (typeof ASKED)[number];

/** A matching as an author means it: stems, each with the choices that are right for it, and choices for none. */
export interface Meant {
  stems: readonly (Offered & { choices: readonly Offered[] })[];
  others: readonly Offered[];
  rests?: readonly Rests[];
}

/** One answer of a fact: as it is shown, and as a date where it is one. */
interface Answer extends Offered {
  date?: HistoricalDate;
}

/**
 * Stems and choices out of facts. Every choice is tried at every stem: where the fact makes it right too, it counts
 * there; where it may be right and cannot be proved wrong, that is a problem to mend.
 */
export function fromFacts(
  ask: Asked,
  stems: readonly { fact: string; text?: string | undefined }[],
  others: readonly NamedOption[],
  facts: FactBase,
): Meant | string[] {
  const problems: string[] = [];
  const asked = stems.flatMap(({ fact: id, text }) => {
    const fact = facts.facts.get(id);
    const answers = fact ? answersOf(fact, ask, facts) : [];
    if (!fact) problems.push(`No fact has the id '${id}': mend the id.`);
    else if (answers.length === 0) problems.push(`The fact ${id} has no ${words[ask]}: ask another fact.`);
    return fact && answers.length > 0 ? [{ fact, text: text ?? fact.name, answers }] : [];
  });
  const extra = others.flatMap((each): Answer[] => {
    const fact = each.fact === undefined ? undefined : facts.facts.get(each.fact);
    const [answer] = fact ? answersOf(fact, ask, facts) : [];
    if (answer) return [answer];
    const offered = fact ? { problem: `The fact ${fact.id} has no ${words[ask]}: offer another.` } : offer(each, facts);
    if (!("problem" in offered)) return [offered];
    problems.push(offered.problem);
    return [];
  });
  if (problems.length > 0) return problems;

  const offered = [...asked.map(({ answers }) => answers[0]!), ...extra];
  const made = asked.map(({ fact, text, answers }) => {
    const right = [answers[0]!];
    for (const choice of offered) {
      if (plain(choice.text) === plain(answers[0]!.text)) continue;
      const proof = standing(choice, answers, ask === "date" || ask === "month" || ask === "year" ? datesOf(fact) : []);
      if (proof === "right" && !right.some(({ text }) => text === choice.text)) right.push(choice);
      if (proof === "unclear")
        problems.push(`'${choice.text}' may be right for ${fact.id} too: leave one of the two out.`);
      else if (proof === "right" && extra.includes(choice))
        problems.push(`'${choice.text}' is among the others and is right for ${fact.id}: leave it out of the others.`);
    }
    return { text, accept: [], ref: fact.id, choices: right };
  });
  if (problems.length > 0) return [...new Set(problems)];
  return { stems: made, others: extra, rests: asked.map(({ fact, answers }) => restsOn(fact, ask, answers.length)) };
}

const words: Record<Asked, string> = {
  date: "date",
  month: "date that is one month",
  year: "date that is one year",
  place: "place",
  from: "state that it was taken from, being no transfer",
  to: "state that it went to, being no transfer",
};

/** What is right for a fact, the one to show first. */
function answersOf(fact: Fact, ask: Asked, facts: FactBase): Answer[] {
  switch (ask) {
    case "date":
    case "month":
    case "year": {
      const texts = fact.alsoDate
        ? fact.alsoDate.prefer
          ? [fact.alsoDate.date, fact.date]
          : [fact.date, fact.alsoDate.date]
        : [fact.date];
      const cut = texts.flatMap((text) => (text === undefined ? [] : (cutTo(edtf(text), ask) ?? [])));
      return cut.map((date) => ({ text: formatDate(date), accept: [], date }));
    }
    case "place":
      return "place" in fact && fact.place ? [{ text: fact.place.split(",")[0]!.trim(), accept: [fact.place] }] : [];
    case "from":
    case "to": {
      if (fact.type !== "transfer") return [];
      const state = facts.states.get(fact[ask]);
      return state ? [{ text: state.name, accept: state.accept, ref: state.id }] : [];
    }
  }
}

/** How a choice stands at a fact that it was not written for. */
function standing(choice: Answer, answers: readonly Answer[], dates: readonly HistoricalDate[]) {
  if (answers.some(({ text }) => plain(text) === plain(choice.text))) return "right";
  if (choice.date) {
    if (answers.some(({ date }) => date && sameDate(date, choice.date!))) return "right";
    return [...dates, ...answers.flatMap(({ date }) => date ?? [])].some((date) => datesOverlap(date, choice.date!))
      ? "unclear"
      : "wrong";
  }
  const said = ` ${plain(choice.text)} `;
  return answers.some(({ text, accept }) =>
    [text, ...accept].some((name) => said.includes(` ${plain(name)} `) || ` ${plain(name)} `.includes(said)),
  )
    ? "unclear"
    : "wrong";
}

/** The date, no finer than asked; null when it is not one such month or year. */
function cutTo(date: HistoricalDate, ask: "date" | "month" | "year"): HistoricalDate | null {
  if (ask === "date") return date;
  if (date.precision === "interval") {
    if (typeof date.from === "string" || typeof date.to === "string") return null;
    const from = cutTo(date.from, ask);
    const to = cutTo(date.to, ask);
    return from && to && toEdtf(from) === toEdtf(to) ? from : null;
  }
  if (date.precision !== "day" && date.precision !== "month")
    return ask === "year" && date.precision === "year" ? { precision: "year", year: date.year } : null;
  return ask === "year"
    ? { precision: "year", year: date.year }
    : { precision: "month", year: date.year, month: date.month };
}

function restsOn(fact: Fact, ask: Asked, dates: number): Rests {
  if (ask === "place") return { fact: fact.id, part: "place" };
  if (ask === "from" || ask === "to") return { fact: fact.id, part: "transfer" };
  // Sources that differ, differ by a day or two: a month lets that through, and so do two days that both count.
  return { fact: fact.id, part: "date", tolerant: ask !== "date" || dates > 1 };
}
