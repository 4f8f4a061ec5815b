import { randomUUID } from "node:crypto";
import type { Fields } from "@/questions";
import { kindOf } from "@/questions";

/** Chance that is the same at every start: the demo's learners have their ways. Numbers in [0, 1). */
export type Chance = () => number;

/** mulberry32, a small generator of even quality. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A question as this script needs it. */
export interface Asked {
  kind: string;
  body: unknown;
  key: { answer: unknown };
}

/**
 * What an invented learner sends: the right answer, a slip such as people make, or one that earns nothing; null when
 * nothing fits. Every kind offers some of each, and the kind's own grading says which is which.
 */
export function answerTo(item: Asked, how: "right" | "slip" | "wrong", chance: Chance): Fields | null {
  const kind = kindOf(item.kind);
  const graded = candidates(item, chance).flatMap((fields) => {
    const reading = kind.read(fields, item.body);
    if (reading.state !== "read") return [];
    const outcome = kind.grade(reading.response, item.key.answer, item.body);
    return outcome.state === "scored" ? [{ fields, fraction: outcome.fraction }] : [];
  });
  const best = Math.max(0, ...graded.map(({ fraction }) => fraction));
  const fits = { right: (f: number) => f === best, slip: (f: number) => f < best, wrong: (f: number) => f === 0 }[how];
  const fitting = graded.filter(({ fraction }) => fits(fraction));
  return fitting[Math.floor(chance() * fitting.length)]?.fields ?? null;
}

function candidates({ kind, body, key }: Asked, chance: Chance): Fields[] {
  const solution = kindOf(kind).solve(key.answer, body);
  return [...nearly(solution, body, chance), ...dates(solution)];
}

/**
 * The right answer, and others made of it: a field left empty, one value fewer or more or taken for another, two that
 * changed places, a slip of the hand. Which of them the question takes, and what they earn, its grading says.
 */
function nearly(solution: Fields, body: unknown, chance: Chance): Fields[] {
  const one = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)];
  const fields = Object.entries(solution);
  const used = new Set(fields.flatMap(([, values]) => values));
  const others = [...idsIn(body)].filter((id) => !used.has(id));
  return [
    solution,
    ...fields.flatMap(([name, values]) => {
      const place = Math.floor(chance() * values.length);
      const without = values.filter((_, index) => index !== place);
      const [otherName, otherValues] = one(fields)!;
      const other = one(others);
      const changed: (readonly string[])[] = [
        values.map(() => ""),
        without,
        values.map((value, index) => (index === place ? slip(value) : value)),
        [...values.slice(place), ...values.slice(0, place)],
        ...(other === undefined
          ? []
          : [
              [...values, other],
              [...without, other],
            ]),
      ];
      return [
        ...changed.map((list) => ({ ...solution, [name]: list })),
        { ...solution, [name]: otherValues, [otherName]: values },
      ];
    }),
    ...others.slice(0, 8).flatMap((id) => fields.map(([name]) => ({ ...solution, [name]: [id] }))),
  ];
}

/** A number half as large again; a word that breaks off. */
function slip(value: string): string {
  return /^-?\d+([.,]\d+)?$/.test(value)
    ? String(Math.round(Number(value.replace(",", ".")) * 1.5))
    : value.slice(0, -2);
}

/** What a question offers, by its ids. */
function* idsIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== "object") return;
  if ("id" in value && typeof value.id === "string") yield value.id;
  for (const each of Object.values(value)) yield* idsIn(each);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Dates near one that stands in a field, as people write them: '23 August 1939' for the year, the month, some days. */
function dates(solution: Fields): Fields[] {
  return Object.entries(solution).flatMap(([name, [text]]) => {
    const found = text?.match(/(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})$/);
    if (!found) return [];
    const [day, month, year] = [Number(found[1] ?? 0), MONTHS.indexOf(found[2] ?? "") + 1, Number(found[3])];
    const written = (y: number, m: number, d: number) =>
      [d > 0 ? String(d) : "", m > 0 ? (MONTHS[m - 1] ?? "") : "", String(y)].filter(Boolean).join(" ");
    const numbers = [day, month, year].filter((part) => part > 0).join(".");
    const near = [numbers, written(year + 1, month, day), written(year - 1, month, day)];
    if (month > 0) near.push(written(year, (month % 12) + 1, day));
    if (day > 0)
      near.push(written(year, month, day > 20 ? day - 7 : day + 5), written(year, month, day > 1 ? day - 1 : 3));
    return near.map((each) => ({ ...solution, [name]: [each] }));
  });
}

export const newRevisionId = () => randomUUID();
