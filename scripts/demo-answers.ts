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
  const answer = key.answer;
  if (kind === "single-choice") {
    const { options } = body as { options: { id: string }[] };
    return options.map(({ id }) => ({ choice: [id] }));
  }
  if (kind === "annexations") {
    const { territories } = body as { territories: { id: string }[] };
    const { right } = answer as { right: string[] };
    const wrong = territories.map(({ id }) => id).filter((id) => !right.includes(id));
    return varied(right, wrong, chance).map((territory) => ({ territory }));
  }
  if (kind === "date") return dates(answer).map((text) => ({ text: [text] }));
  if (kind === "signatories") return people(body, answer, chance);
  return [];
}

/** The right set; one short; one too many; one taken for another. */
function varied(right: string[], wrong: string[], chance: Chance): string[][] {
  const without = Math.floor(chance() * right.length);
  const other = wrong[Math.floor(chance() * wrong.length)];
  const fewer = right.filter((_, index) => index !== without);
  return [
    right,
    fewer,
    ...(other
      ? [
          [...right, other],
          [...fewer, other],
        ]
      : []),
  ].filter((set) => set.length > 0);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The first date that a key holds, as people write it, and some that are near it. */
function dates(key: unknown): string[] {
  const found = JSON.stringify(key).match(/"(\d{4})(?:-(\d\d))?(?:-(\d\d))?"/);
  if (!found) return [];
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  const written = (y: number, m: number, d: number) =>
    [d > 0 ? String(d) : "", m > 0 ? (MONTHS[m - 1] ?? "") : "", String(y)].filter(Boolean).join(" ");
  const numbers = (y: number, m: number, d: number) => [d, m, y].filter((part) => part > 0).join(".");
  const near = [written(year + 1, month, day), written(year - 1, month, day)];
  if (month > 0) near.push(written(year, (month % 12) + 1, day));
  if (day > 0)
    near.push(written(year, month, day > 20 ? day - 7 : day + 5), written(year, month, day > 1 ? day - 1 : 3));
  return [written(year, month, day), numbers(year, month, day), ...near];
}

/** Picked from a list, or typed by the surname, as people remember them. */
function people(body: unknown, key: unknown, chance: Chance): Fields[] {
  const { people: offered } = body as { people?: { id: string }[] };
  const { signatories, cast } = key as {
    signatories: { person: string }[];
    cast: { id: string; sortName: string }[];
  };
  const right = signatories.map(({ person }) => person);
  const others = (offered ?? cast).map(({ id }) => id).filter((id) => !right.includes(id));
  const sets = varied(right, others, chance);
  if (offered) return sets.map((person) => ({ person }));
  const surname = (id: string) => cast.find((each) => each.id === id)?.sortName ?? id;
  return sets.map((set) => ({ name: [...set.map(surname), ...Array<string>(Math.max(0, 6 - set.length)).fill("")] }));
}

export const newRevisionId = () => randomUUID();
