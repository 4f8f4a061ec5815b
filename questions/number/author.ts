import { z } from "zod";
import { confidenceOf, type Fact, type FactBase } from "@/facts/base";
import { foldUnit, formatNumber, readNumber } from "@/facts/numbers";
import type { Author, Rests } from "../contract";
import type { Body, Key, Tolerance } from "./schema";

/** 26.6, '26.6 million', '1,200'. */
const amount = z.union([z.number(), z.string().min(1).max(60)]);
const within = z.union([
  /** ± so much. */
  z.number().min(0),
  /** '5 %', '0.5 million', 'factor 2'. */
  z.string().min(1).max(40),
]);

const unit = z.strictObject({
  name: z.string().min(1).max(60),
  also: z.array(z.string().min(1).max(60)).max(11).default([]),
  /** By which a number in it is multiplied to be one in the first unit: 1000 for km, when metres are asked. */
  times: z.number().positive().default(1),
});

const schema = z.strictObject({
  /** Left out where the fact is a figure: then its number is the value, or the range when it has two. */
  value: amount.optional(),
  /** Counted in the fact that is asked, in place of a value. */
  count: z.enum(["signatories", "parties", "territories"]).optional(),
  within: within.optional(),
  /** From where to where the estimates reach; every number between earns all. */
  range: z.tuple([amount, amount]).optional(),
  /** Wider intervals that earn a part. */
  bands: z
    .array(
      z.strictObject({
        within: within.optional(),
        range: z.tuple([amount, amount]).optional(),
        earns: z.number().gt(0).lt(1),
      }),
    )
    .max(8)
    .default([]),
  /** 'people', or a unit with its other names. */
  unit: z.union([z.string().min(1).max(60), unit]).optional(),
  /** Others that the number may be given in. */
  units: z.array(unit).max(12).default([]),
  /** Wrong ones, for the list. */
  otherUnits: z.array(z.string().min(1).max(60)).max(12).default([]),
  unitRule: z.enum(["optional", "required", "graded"]).default("optional"),
  unitPenalty: z.number().gt(0).max(1).default(0.2),
  unitPenaltyOf: z.enum(["answer", "question"]).default("answer"),
  unitEntry: z.enum(["typed", "chosen"]).default("typed"),
  decimal: z.enum([".", ","]).default("."),
  confusable: z
    .array(z.strictObject({ value: amount, name: z.string().min(1).max(300) }))
    .max(20)
    .default([]),
});

type Authored = z.infer<typeof schema>;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive(written, facts, item) {
    const problems: string[] = [];
    const fact = facts.facts.get(item.fact);
    const authored = withFigure(written, fact, problems);
    const value = valueOf(authored, fact, item.fact, problems);
    const answers = value === null ? [] : answersOf(authored, value, problems);
    const unit = unitOf(authored, problems);
    const confusable = authored.confusable.flatMap(({ value, name }) => {
      const number = numberOf(value, problems);
      return number === null ? [] : [{ value: number, name }];
    });
    if (problems.length > 0 || answers.length === 0) return { problems };
    return {
      body: { decimal: authored.decimal, ...(unit.body ? { unit: unit.body } : {}) },
      key: {
        answers,
        times: unit.times,
        penalty:
          authored.unitRule === "graded"
            ? { share: authored.unitPenalty, of: authored.unitPenaltyOf }
            : { share: authored.unitRule === "required" ? 1 : 0, of: "question" },
        ...(unit.shown === undefined ? {} : { unit: unit.shown }),
        confusable,
      },
      rests: [restsOn(authored, facts, item.fact)],
    };
  },
};

/** The number of a figure stands in the fact base once: what is left out is filled in, what contradicts it is refused. */
function withFigure(authored: Authored, fact: Fact | undefined, problems: string[]): Authored {
  const { value, range, count } = authored;
  if (fact?.type !== "figure") return authored;
  const { best, low, high } = fact;
  if (value === undefined && range === undefined && count === undefined) {
    if (best !== undefined) return { ...authored, value: best };
    if (low === undefined || high === undefined) return authored;
    if (authored.within === undefined) return { ...authored, range: [low, high] };
    return low === high ? { ...authored, value: low } : authored;
  }
  const known = [best, low, high].filter((each) => each !== undefined);
  const number = value === undefined ? null : numberOf(value, []);
  if (number !== null && known.length > 0 && !known.includes(number)) {
    problems.push(
      `The value ${formatNumber(number)} is none of the fact ${fact.id}, which has ${known.map((each) => formatNumber(each)).join(" and ")}: leave the value out, or ask the fact that has it.`,
    );
  }
  return authored;
}

function restsOn({ count, within, range }: Authored, facts: FactBase, id: string): Rests {
  const fact = facts.facts.get(id);
  const tolerant = range !== undefined || (within !== undefined && within !== 0);
  const part = count === "territories" ? "transfer" : (count ?? "statement");
  // A number of people or lands that is counted rests on that part; a literal value on the statement.
  return { fact: id, part, ...(tolerant && fact && confidenceOf(fact, part) !== "L" ? { tolerant } : {}) };
}

function valueOf({ value, range, count }: Authored, fact: Fact | undefined, id: string, problems: string[]) {
  if ([value, count].filter((each) => each !== undefined).length > 1) {
    problems.push("Value and count are both given: leave one out.");
    return null;
  }
  if (count !== undefined) return counted(fact, count, id, problems);
  if (value !== undefined) return numberOf(value, problems);
  if (!range) {
    problems.push("Nothing says which number is right: give it a value, a range, or something to count.");
    return null;
  }
  const ends = range.map((end) => numberOf(end, problems));
  return ends[0] == null || ends[1] == null ? null : (ends[0] + ends[1]) / 2;
}

function counted(fact: Fact | undefined, count: NonNullable<Authored["count"]>, id: string, problems: string[]) {
  const list = fact
    ? count === "signatories"
      ? fact.type === "agreement"
        ? fact.signatories
        : undefined
      : count === "parties"
        ? "parties" in fact
          ? fact.parties
          : undefined
        : fact.territories
    : undefined;
  if (list && list.length > 0) return list.length;
  problems.push(`The fact ${id} has no ${count} to count: ask another fact, or give a value.`);
  return null;
}

function answersOf(authored: Authored, value: number, problems: string[]): Key["answers"] {
  const full = toleranceOf(authored.within, authored.range, problems) ?? ({ type: "absolute", by: 0 } as const);
  const bands = authored.bands.flatMap(({ within, range, earns }) => {
    const tolerance = toleranceOf(within, range, problems);
    if (!tolerance) problems.push("A band of part credit says neither within nor range: give it one.");
    return tolerance ? [{ value, tolerance, fraction: earns }] : [];
  });
  return [{ value, tolerance: full, fraction: 1 }, ...bands.sort((a, b) => b.fraction - a.fraction)];
}

function toleranceOf(within: Authored["within"], range: Authored["range"], problems: string[]): Tolerance | undefined {
  if (within !== undefined && range !== undefined) {
    problems.push("Within and range are both given: leave one out.");
    return undefined;
  }
  if (range) {
    const [low, high] = range.map((end) => numberOf(end, problems));
    return low == null || high == null ? undefined : { type: "range", low, high };
  }
  if (within === undefined) return undefined;
  if (typeof within === "number") return { type: "absolute", by: within };
  const factor = /^\s*(?:factor|×|x)\s*(.+)$/i.exec(within);
  if (factor) {
    const by = numberOf(factor[1]!, problems);
    if (by !== null && by < 1) problems.push(`‘${within}’ is a factor below 1: give one of 1 or more.`);
    return by === null ? undefined : { type: "geometric", by: Math.max(0, by - 1) };
  }
  const percent = /^(.+?)\s*(?:%|per ?cent)\s*$/i.exec(within);
  const by = numberOf(percent ? percent[1]! : within, problems);
  if (by === null) return undefined;
  if (by < 0) problems.push(`‘${within}’ is below 0: a tolerance is how far, whichever way.`);
  return percent ? { type: "relative", by: Math.abs(by) / 100 } : { type: "absolute", by: Math.abs(by) };
}

function numberOf(given: number | string, problems: string[]): number | null {
  if (typeof given === "number") return given;
  const read = readNumber(given);
  if (read.state === "read" && read.low === read.high && read.unit === "" && !read.about) return read.low;
  problems.push(`‘${given}’ cannot be read as one number: write it like 26.6 million or ${formatNumber(26_600_000)}.`);
  return null;
}

function unitOf(
  { unit, units, otherUnits, unitRule, unitEntry }: Authored,
  problems: string[],
): { body?: Body["unit"]; times: Key["times"]; shown?: string } {
  if (unit === undefined) {
    if (units.length > 0 || otherUnits.length > 0 || unitRule !== "optional" || unitEntry === "chosen")
      problems.push("Units are told of and no unit is named that the value is in: name it in unit.");
    return { times: {} };
  }
  const own = typeof unit === "string" ? { name: unit, also: [], times: 1 } : unit;
  if (own.times !== 1) problems.push(`The unit ${own.name} is the value's own: leave its times out.`);
  const right = [own, ...units];
  const all = [...right, ...otherUnits.map((name) => ({ name, also: [] as string[], times: undefined }))];
  const names = all.flatMap(({ name, also }) => [name, ...also].map(foldUnit));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) problems.push(`Two units go by the name ‘${twice}’: leave one out.`);
  const id = (name: string) => foldUnit(name).slice(0, 40) || "unit";
  return {
    body: {
      entry: unitEntry,
      rule: unitRule,
      units: all.map(({ name, also }) => ({ id: id(name), names: [name, ...also] })),
      ...(unitRule === "optional" && unitEntry === "typed" ? { shown: own.name } : {}),
    },
    times: Object.fromEntries(right.map(({ name, times }) => [id(name), times])),
    shown: own.name,
  };
}
