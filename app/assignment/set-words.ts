import type { ShowFrom, Showable } from "@/assessment/show-rules";
import type { Values } from "./fields";
import { listed } from "./words";

/** What is set in the folds of an assignment's form, in a line to its teacher, as it was typed. */

export const countWords = {
  best: "The best attempt",
  last: "The last attempt",
  first: "The first attempt",
  mean: "The mean of all",
} as const;

export const showNames: Readonly<Record<Showable, string>> = {
  score: "Their score",
  correctness: "Right or wrong",
  key: "The right answers",
  feedback: "Explanations",
};

export const fromWords: Readonly<Record<Exclude<ShowFrom, "during">, string>> = {
  after: "When they have handed in",
  closed: "Once it is closed",
  never: "Never",
};

/** 'Accepted until it closes, less 25 % for each day begun, at most 50 %'. */
export function lateSetWords(set: Values): string {
  if (set.late === "no") return "Not accepted: it closes when it is due";
  const [cost, most] = [typed(set["late.deduction"], "0"), typed(set["late.atMost"], "100")];
  if (cost === "0") return "Accepted until it closes, costs nothing";
  const less = `Accepted until it closes, less ${cost}\u00a0%`;
  if (set.per === "once") return less;
  return `${less} for each day begun${most === "100" ? "" : `, at most ${most}\u00a0%`}`;
}

/**
 * '20 minutes, 3 attempts: the best attempt counts, Tests'. `weighted`: what is in no category counts in no total, which is
 * not to go unseen.
 */
export function countsWords(set: Values, categories: readonly Category[], weighted: boolean): string {
  const [minutes, attempts] = [typed(set.timeLimit), typed(set.attempts)];
  const category = categories.find(({ id }) => id === set.category)?.name;
  const none = weighted && categories.length > 0 ? ["in no category, so in no total"] : [];
  const time = minutes === "" ? "No time limit" : `${minutes} ${minutes === "1" ? "minute" : "minutes"}`;
  const counts = countWords[(set.counts ?? "best") as keyof typeof countWords].toLowerCase();
  const often =
    attempts === "1" ? "one attempt" : `${attempts === "" ? "any number of" : attempts} attempts: ${counts} counts`;
  return [time, often, ...(category ? [category] : none)].join(", ");
}

/** 'One at a time, shuffled, with a password'. */
export function askedWords(set: Values, asksPassword: boolean): string {
  const password = set.noPassword !== "on" && (asksPassword || typed(set.password) !== "");
  return [
    set.pages === "one" ? "All on one page" : "One at a time",
    ...(set.shuffle === "on" ? ["shuffled"] : []),
    ...(set.certainty ? [`certainty marking ${set.certainty === "yes" ? "on" : "off"}`] : []),
    ...(set.withLesson === "on" ? ["with the lesson"] : []),
    password ? "with a password" : "no password",
  ].join(", ");
}

/** 'Their score when they have handed in; right or wrong, the right answers and explanations once it is closed'. */
export function shownWords(set: Values): string {
  const from = { during: "As they go", ...fromWords };
  const said = (Object.keys(from) as ShowFrom[]).flatMap((each) => {
    const what = (Object.keys(showNames) as Showable[]).filter((name) => set[`show.${name}`] === each);
    return what.length > 0 ? [`${listed(what.map((name) => small(showNames[name])))} ${small(from[each])}`] : [];
  });
  const line = said.join("; ");
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}

interface Category {
  id: string;
  name: string;
}

const typed = (value: string | undefined, empty = "") => value?.trim() || empty;

const small = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1);
