import { createHash } from "node:crypto";
import { z } from "zod";
import type { Fact } from "@/facts/base";
import { bounds, edtf, formatDate, parseEdtf } from "@/facts/dates";
import type { Author, Rests } from "../contract";
import { placesOn, type Axis } from "./axis";
import { body as bodySchema, type Body, type Key } from "./schema";

const ref = z.string().min(1);
/** YAML reads a year alone as a number. */
const end = z.union([z.string().max(10), z.number().int().transform(String)]);
const days = z.number().min(0);

const schema = z.strictObject({
  /** First and last month or year; `1938` stands for January 1938 at the beginning and December at the end. */
  axis: z.strictObject({ from: end, to: end, unit: z.enum(["month", "year"]).default("month") }),
  /** Ids of facts, or with a name that gives less away, or by when troops were in control instead of by the act. */
  events: z
    .array(
      z.union([
        ref.transform((fact) => ({ fact, ask: "date" as const, name: undefined })),
        z.strictObject({
          fact: ref,
          name: z.string().trim().min(1).max(200).optional(),
          ask: z.enum(["date", "occupied"]).default("date"),
        }),
      ]),
    )
    .min(1)
    .max(12),
  /** In days: as near as `full` earns all, `zero` or farther nothing. When absent, a hundredth and a tenth of the axis. */
  full: days.optional(),
  zero: days.optional(),
});

type Authored = z.infer<typeof schema>;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ axis: authored, events, full, zero }, facts, item) {
    const axis = wholeAxis(authored);
    const tolerance = toleranceFor(axis, full, zero);
    const problems: string[] = [];
    const made = events.flatMap(({ fact: id, ask, name }) => {
      const fact = facts.facts.get(id);
      if (!fact) problems.push(`No fact has the id '${id}': mend it in \`events\`.`);
      const dates = fact ? datesOf(fact, ask) : [];
      if (fact && dates.length === 0)
        problems.push(
          `The fact ${id} has no ${ask === "occupied" ? "date of occupation" : "date"}: place another, or give it one.`,
        );
      for (const { date } of dates)
        if (!Object.values(bounds(edtf(date))).every(Number.isFinite))
          problems.push(`The fact ${id} is dated ${formatDate(edtf(date))}, which has no end: place another.`);
      if (events.filter((each) => each.fact === id && each.ask === ask).length > 1)
        problems.push(`'${id}' is to be placed twice: drop one.`);
      return fact ? [{ id: opaque(item.id, `${id} ${ask}`), of: id, name: name ?? fact.name, ask, dates }] : [];
    });
    // In the order of their ids: that of the file, so often that of time, goes no further.
    made.sort((a, b) => (a.id < b.id ? -1 : 1));
    const body: Body = { axis, tolerance, events: made.map(({ id, name }) => ({ id, name })) };
    if (placesOn(axis) === 0)
      problems.push(
        `The axis from ${authored.from} to ${authored.to} is none of ${axis.unit}s: write both ends as ${axis.unit === "month" ? "'1938-09', the first before the last" : "years, the first before the last"}.`,
      );
    else if (tolerance.zero <= tolerance.full)
      problems.push(`\`zero\` (${tolerance.zero} days) is not beyond \`full\` (${tolerance.full}): raise it.`);
    else if (problems.length === 0)
      for (const { message } of bodySchema.safeParse(body).error?.issues ?? [])
        problems.push(`The axis cannot be used, as ${message}: choose other ends, or another unit.`);
    if (problems.length > 0) return { problems: [...new Set(problems)] };
    return {
      body,
      key: { events: made.map(({ id, of, dates }) => ({ id, of, dates })) },
      rests: made.map(({ of, ask }): Rests => ({
        fact: of,
        part: ask === "date" ? "date" : "transfer",
        // Sources that differ, differ by a day or two, and a month lets most of that through.
        tolerant: axis.unit === "year" || tolerance.full >= 2,
      })),
    };
  },
};

function wholeAxis({ from, to, unit }: Authored["axis"]): Axis {
  const isYear = (text: string) => parseEdtf(text)?.precision === "year";
  if (unit === "year") return { unit, from, to };
  return { unit, from: isYear(from) ? `${from}-01` : from, to: isYear(to) ? `${to}-12` : to };
}

function toleranceFor(axis: Axis, full: number | undefined, zero: number | undefined): Body["tolerance"] {
  const [from, to] = [parseEdtf(axis.from), parseEdtf(axis.to)];
  const span = from && to ? Math.max(0, bounds(to).latest - bounds(from).earliest + 1) : 0;
  return { full: full ?? Math.round(span / 100), zero: zero ?? Math.max(Math.round(span / 10), (full ?? 0) + 1) };
}

/** The dates that count, the better one first; a reason stands with whichever comes second. */
function datesOf(fact: Fact, ask: "date" | "occupied"): Key["events"][number]["dates"] {
  if (ask === "occupied") return fact.type === "transfer" && fact.occupied ? [{ date: fact.occupied }] : [];
  if (!fact.date) return [];
  if (!fact.alsoDate) return [{ date: fact.date }];
  const { date, why, prefer } = fact.alsoDate;
  return prefer ? [{ date }, { date: fact.date, why }] : [{ date: fact.date }, { date, why }];
}

/** The same for the same event of the same question, and without meaning: many a fact's id holds its year. */
function opaque(itemId: string, text: string): string {
  return `e${createHash("sha256").update(`${itemId}\u0000${text}`).digest("hex").slice(0, 10)}`;
}
