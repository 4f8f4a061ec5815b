import { z } from "zod";
import type { Fact, FactBase } from "@/facts/base";
import { bounds, edtf, formatDate, parseEdtf, type HistoricalDate } from "@/facts/dates";
import type { Author, Derived, Rests } from "../contract";
import { byId, opaqueId, sameOptions } from "../option";
import { MOST_ITEMS, rule, type Body, type Key } from "./schema";
import { before, inOrder, type Spanned } from "./spans";

const words = z.string().trim().min(1);

const item = z
  .strictObject({
    /** Taken from the fact base: its name, unless there is a text, and its date. */
    fact: z.string().min(1).optional(),
    text: words.max(400).optional(),
    /** Of a transfer: when troops were in control, instead of the legal act. */
    by: z.enum(["date", "occupied"]).optional(),
    /** Of a text without a fact: EDTF. */
    date: z.union([words.max(80), z.int()]).optional(),
  })
  .refine(({ fact, text }) => fact !== undefined || text !== undefined, { message: "an item has a fact or a text" })
  .refine(({ fact, date, by }) => (fact === undefined ? by === undefined : date === undefined), {
    message: "a fact has its own date: `date` is for a text, `by` for a fact",
  });

const schema = z.strictObject({
  rule: rule.default("pairs-corrected"),
  /** With dates, in any order; a list without any date is in the right order as it stands. */
  items: z.array(item).min(2).max(MOST_ITEMS),
  ends: z.strictObject({ first: words.max(40), last: words.max(40) }).optional(),
});

type Authored = z.infer<typeof schema>;
type Item = Authored["items"][number];

/** Sources that differ, differ by a day or two; what is further apart than this stands in its order by any of them. */
const TOLERANT_DAYS = 7;

interface Made {
  text: string;
  accept: readonly string[];
  first: number;
  last: number;
  when?: string;
  fact?: Fact;
}

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ rule, items, ends }, facts, { id }): Derived<Body, Key> {
    const undated = items.every(({ fact, date }) => fact === undefined && date === undefined);
    const problems: string[] = [];
    const made = items.flatMap((each, index): Made[] => {
      const one = undated ? { text: each.text!, accept: [], first: index, last: index } : dated(each, facts);
      if (typeof one !== "string") return [one];
      problems.push(one);
      return [];
    });
    if (problems.length === 0) problems.push(...sameOptions(made, "items"));
    if (problems.length > 0) return { problems };
    const sorted = byId(made.map((each) => ({ ...each, id: opaqueId(id, each.text) })));
    if (!sorted.some((a) => sorted.some((b) => before(a, b))))
      return { problems: ["The dates of all items overlap, so that there is no order to ask: take others."] };
    const rests = sorted.flatMap((each) => restsOn(each, items, sorted));
    return {
      body: { items: sorted.map(({ id, text }) => ({ id, text })), rule, ...(ends ? { ends } : {}) },
      key: {
        items: inOrder(sorted).map(({ id, first, last, when }) => ({ id, first, last, ...(when ? { when } : {}) })),
      },
      ...(rests.length > 0 ? { rests } : {}),
    };
  },
};

/** An item with its span, or what to mend. */
function dated({ fact: id, text, by = "date", date }: Item, facts: FactBase): Made | string {
  if (id === undefined) {
    if (date === undefined) return `'${text}' has no date and others have: give it one, or leave out all dates.`;
    const read = parseEdtf(String(date));
    if (!read) return `'${date}' is no EDTF date: write it like 1939-08-23, 1939-08 or 1939.`;
    return within({ text: text!, accept: [] }, [read]);
  }
  const fact = facts.facts.get(id);
  if (!fact) return `No fact has the id '${id}': mend the id.`;
  const dates = datesOf(fact, by);
  if (dates.length === 0)
    return by === "occupied"
      ? `The fact ${id} has no date of occupation: ask its date, or another fact.`
      : `The fact ${id} has no date: order another.`;
  return within({ text: text ?? fact.name, accept: [], fact }, dates);
}

/** The dates of a fact, the better one first. */
function datesOf(fact: Fact, by: "date" | "occupied"): HistoricalDate[] {
  if (by === "occupied") return fact.type === "transfer" && fact.occupied ? [edtf(fact.occupied)] : [];
  const { date, alsoDate } = fact;
  const texts = alsoDate?.prefer ? [alsoDate.date, date] : [date, alsoDate?.date];
  return texts.flatMap((text) => (text === undefined ? [] : edtf(text)));
}

/** The span that all dates of an item lie in. 'About' and 'perhaps' make a date as long again on either side. */
function within(one: Pick<Made, "text" | "accept" | "fact">, dates: readonly HistoricalDate[]): Made | string {
  const all = dates.map((date) => {
    const { earliest, latest } = bounds(date);
    const more = isVague(date) ? latest - earliest + 1 : 0;
    return { first: earliest - more, last: latest + more };
  });
  const first = Math.min(...all.map((each) => each.first));
  const last = Math.max(...all.map((each) => each.last));
  if (!Number.isFinite(first) || !Number.isFinite(last))
    return `'${one.text}' has no known beginning or no known end: order something that has.`;
  return { ...one, first, last, when: formatDate(dates[0]!) };
}

function isVague(date: HistoricalDate): boolean {
  if (date.precision === "interval") return [date.from, date.to].some((end) => typeof end !== "string" && isVague(end));
  return date.approximate === true || date.uncertain === true;
}

function restsOn(one: Made & Spanned, items: readonly Item[], all: readonly Spanned[]): Rests[] {
  if (!one.fact) return [];
  const { id } = one.fact;
  const occupied = items.some((each) => each.fact === id && each.by === "occupied");
  const gaps = all
    .filter((other) => before(one, other) || before(other, one))
    .map((other) => Math.max(other.first - one.last, one.first - other.last));
  return [{ fact: id, part: occupied ? "transfer" : "date", tolerant: gaps.every((gap) => gap > TOLERANT_DAYS) }];
}
