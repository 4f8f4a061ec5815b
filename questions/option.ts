import { createHash } from "node:crypto";
import { z } from "zod";
import type { FactBase } from "@/facts/base";
import { nameWords } from "@/facts/names";

/**
 * Something an author offers: a text of the author's own, or somebody or something of the fact base, whose name is its
 * text. Kinds that offer things (choices, an order, a matching) share how they are named, numbered and told apart.
 */
const ref = z.string().min(1);

/** The fields that name an option; exactly one of them is written. */
export const optionFields = {
  text: z.string().trim().min(1).max(400).optional(),
  person: ref.optional(),
  state: ref.optional(),
  territory: ref.optional(),
  /** The name of a fact. */
  fact: ref.optional(),
};

export const optionSources = ["text", "person", "state", "territory", "fact"] as const;

/** What an author wrote to name an option. */
export type NamedOption = { [Source in (typeof optionSources)[number]]?: string | undefined };

export const ONE_SOURCE = "an option has one of text, person, state, territory, fact";

/** True when an option says one thing, neither none nor two. */
export function hasOneSource(option: NamedOption): boolean {
  return optionSources.filter((source) => option[source] !== undefined).length === 1;
}

export interface Offered {
  /** As a learner reads it. */
  text: string;
  /** What else it goes by. */
  accept: readonly string[];
  /** Its id in the fact base; absent of a text. */
  ref?: string;
}

/** The text of an option, from the fact base where it names something there. */
export function offer(option: NamedOption, facts: FactBase): Offered | { problem: string } {
  if (option.text !== undefined) return { text: option.text, accept: [] };
  for (const [what, map] of [
    ["person", facts.people],
    ["state", facts.states],
    ["territory", facts.territories],
    ["fact", facts.facts],
  ] as const) {
    const id = option[what];
    if (id === undefined) continue;
    const found: { name: string; accept?: string[] } | undefined = map.get(id);
    if (!found) return { problem: `No ${what} has the id '${id}': mend the id, or write a text.` };
    return { text: found.name, accept: found.accept ?? [], ref: id };
  }
  return { problem: "An option says nothing: give it a text." };
}

/** Options of one list that a learner could not tell apart, or of which both name the same, as sentences. */
export function sameOptions(list: readonly Offered[], what = "options"): string[] {
  const problems: string[] = [];
  for (const [index, one] of list.entries())
    for (const other of list.slice(index + 1)) {
      if (plain(one.text) === plain(other.text))
        problems.push(`Two ${what} say '${one.text}': give each a text of its own.`);
      else if (isNameOf(one.text, other) || isNameOf(other.text, one))
        problems.push(
          `'${one.text}' and '${other.text}' name the same, so that both are right or wrong: leave one out.`,
        );
    }
  return [...new Set(problems)];
}

/** Whether a text is one of the other names of something: 'Soviet Russia' of the Soviet Union. */
export function isNameOf(text: string, { accept }: Pick<Offered, "accept">): boolean {
  const said = nameWords(text).join(" ");
  return said !== "" && accept.some((name) => nameWords(name).join(" ") === said);
}

/** A text as a learner compares it with another: case and white space make no difference. */
export function plain(text: string): string {
  return text.toLocaleLowerCase("en").trim().replace(/\s+/g, " ");
}

/**
 * The id of an option as the browser sees it: the same for the same text of the same question, and without meaning: it
 * tells neither its place in the file nor its words.
 */
export function opaqueId(itemId: string, text: string): string {
  return `o${createHash("sha256").update(`${itemId}\u0000${text}`).digest("hex").slice(0, 10)}`;
}

/** Sorted by id: the order of the file, in which the right one so often comes first, goes no further. */
export function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
