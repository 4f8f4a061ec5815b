import { z } from "zod";
import type { FactBase } from "@/facts/base";
import type { Tells } from "@/facts/confusions";
import type { AcceptMode, AuthoredItem, Fields, Outcome, Part, Reading, Rests } from "./contract";
import { fractionText, settled } from "./fraction";
import type { AnyGap } from "./gap";
import { gapOf, gaps } from "./gaps";
import { prefixed, unprefixed } from "./gap-part-fields";

/**
 * Several gaps as one question: what a passage and the slots of a transfer have in common. Each gap is read, marked and
 * explained by its own kind; here they are only parted and joined.
 */
export interface GapBody {
  id: string;
  gap: string;
  body: unknown;
}

export interface GapKey {
  id: string;
  gap: string;
  /** Its share of the marks, against that of the others. */
  weight: number;
  key: unknown;
}

export interface GapResponse {
  id: string;
  gap: string;
  response: unknown;
}

/** What a gap is called in sentences: 'Gap 2', 'From whom'. */
export type Naming = (id: string) => string;

const list: readonly AnyGap[] = Object.values(gaps);

/** Schemas of one gap's three parts, whatever its kind; `id` is the schema of its id. */
export function gapSchemas(id: z.ZodType<string>): {
  body: z.ZodType<GapBody>;
  key: z.ZodType<GapKey>;
  response: z.ZodType<GapResponse>;
} {
  const gap = (name: string) => z.literal(name);
  const weight = z.number().positive().max(100).default(1);
  return {
    body: z.union(list.map((each) => z.strictObject({ id, gap: gap(each.name), body: each.schema.body }))),
    key: z.union(list.map((each) => z.strictObject({ id, gap: gap(each.name), weight, key: each.schema.key }))),
    response: z.union(list.map((each) => z.strictObject({ id, gap: gap(each.name), response: each.schema.response }))),
  };
}

/** One gap as this learner sees it; `place` makes its chance its own. */
export function arrangeGap(asked: GapBody, seed: number, place: number): GapBody {
  return { ...asked, body: gapOf(asked.gap).arrange(asked.body, (seed ^ Math.imul(place + 1, 0x9e3779b1)) | 0) };
}

/** Each gap reads its own fields, named `<id>.<field>`. All blank is blank; one malformed is malformed. */
export function readGaps(fields: Fields, asked: readonly GapBody[], nameOf: Naming): Reading<GapResponse[]> {
  const own = unprefixed(
    fields,
    asked.map(({ id }) => id),
  );
  if (own === null) return { state: "malformed", why: "This question has no such field." };
  const responses: GapResponse[] = [];
  let unsettled = false;
  for (const { id, gap, body } of asked) {
    const reading = gapOf(gap).read(own.get(id)!, body);
    if (reading.state === "malformed") return { state: "malformed", why: `${nameOf(id)}: ${reading.why}` };
    if (reading.state === "blank") continue;
    responses.push({ id, gap, response: reading.response });
    unsettled ||= reading.unsettled ?? false;
  }
  if (responses.length === 0) return { state: "blank" };
  return { state: "read", response: responses, ...(unsettled ? { unsettled: true as const } : {}) };
}

/** What each gap earns by its own rule. Null when the answer is not one of this question's. */
export function gradeEach(
  responses: readonly GapResponse[],
  keys: readonly GapKey[],
  asked: readonly GapBody[],
): { id: string; weight: number; outcome: Outcome }[] | null {
  const answered = new Map(responses.map((each) => [each.id, each]));
  const foreign = responses.some(({ id, gap }) => asked.find((each) => each.id === id)?.gap !== gap);
  if (foreign || answered.size < responses.length) return null;
  const graded: { id: string; weight: number; outcome: Outcome }[] = [];
  for (const { id, gap, body } of asked) {
    const own = keys.find((each) => each.id === id);
    if (own?.gap !== gap) return null;
    const given = answered.get(id);
    const outcome: Outcome = given ? gapOf(gap).grade(given.response, own.key, body) : { state: "blank" };
    if (outcome.state === "malformed") return null;
    graded.push({ id, weight: own.weight, outcome });
  }
  return graded;
}

/** The mean of the gaps by their weights, an empty one worth 0, and their receipts joined. `rule` is a sentence. */
export function gradeGaps(
  responses: readonly GapResponse[],
  keys: readonly GapKey[],
  asked: readonly GapBody[],
  { nameOf, rule }: { nameOf: Naming; rule: string },
): Outcome {
  const graded = gradeEach(responses, keys, asked);
  if (!graded) return { state: "malformed", why: "What was answered is not a part of this question." };
  const worth = (outcome: Outcome) => (outcome.state === "scored" ? outcome.fraction : 0);
  const whole = graded.reduce((sum, { weight }) => sum + weight, 0);
  const fraction = settled(graded.reduce((sum, { weight, outcome }) => sum + weight * worth(outcome), 0) / whole);
  const scored = graded.flatMap(({ id, outcome }) =>
    outcome.state === "scored" ? [{ id, name: nameOf(id), receipt: outcome.receipt }] : [],
  );
  const alike = graded.every(({ weight }) => weight === graded[0]?.weight);
  const sum = graded.map(
    ({ weight, outcome }) => `${fractionText(worth(outcome))}${alike ? "" : ` × ${fractionText(weight)}`}`,
  );
  return {
    state: "scored",
    fraction,
    receipt: {
      read: scored.map(({ name, receipt }) => `${name}: ${receipt.read}`).join("; "),
      matched: scored.flatMap(({ receipt }) => receipt.matched),
      rule: [rule, ...new Set(scored.map(({ receipt }) => receipt.rule))].join(" "),
      lines: [
        ...graded.flatMap(({ id, outcome }) => {
          const name = nameOf(id);
          if (outcome.state !== "scored") return [{ label: `${name}: nothing answered`, value: "0" }];
          // The last line of each is its fraction, which stands here under its name.
          const lines = outcome.receipt.lines.slice(0, -1);
          return [
            ...lines.map(({ label, value }) => ({ label: `${name}, ${label}`, value })),
            { label: name, value: fractionText(outcome.fraction) },
          ];
        }),
        {
          label: `Fraction: (${sum.join(" + ")}) ÷ ${fractionText(alike ? graded.length : whole)}`,
          value: fractionText(fraction),
        },
      ],
      notes: scored.flatMap(({ name, receipt }) => receipt.notes.map((note) => `${name}: ${note}`)),
      parts: scored.flatMap(({ id, name, receipt }) =>
        receipt.parts.map((part) => ({
          id: `${id}:${part.id}`.slice(0, 120),
          text: `${name}: ${part.text}`,
          right: part.right,
        })),
      ),
    },
  };
}

/** The fields of an answer in which every gap earns 1. */
export function solveGaps(keys: readonly GapKey[], asked: readonly GapBody[]): Fields {
  return prefixed(
    asked.map(({ id, gap, body }) => [id, gapOf(gap).solve(keys.find((each) => each.id === id)?.key, body)]),
  );
}

/** What a finished question shows of each gap: what was said, how it stands, what is right. */
export function gapsInWords(
  responses: readonly GapResponse[] | null,
  keys: readonly GapKey[],
  asked: readonly GapBody[],
): { id: string; said: string | null; fraction: number | null; solution: string }[] {
  const graded = gradeEach(responses ?? [], keys, asked);
  return asked.map(({ id, gap, body }) => {
    const given = responses?.find((each) => each.id === id);
    const outcome = graded?.find((each) => each.id === id)?.outcome;
    return {
      id,
      said: given && graded ? gapOf(gap).said(given.response, body) : null,
      fraction: outcome?.state === "scored" ? outcome.fraction : null,
      solution: gapOf(gap).solution(keys.find((each) => each.id === id)?.key, body),
    };
  });
}

/** What was answered, gap by gap, in words; for tables. */
export function saidInWords(responses: readonly GapResponse[], asked: readonly GapBody[], nameOf: Naming): string {
  return asked
    .flatMap(({ id, gap, body }) => {
      const given = responses.find((each) => each.id === id);
      return given?.gap === gap ? [`${nameOf(id)}: ${gapOf(gap).said(given.response, body)}`] : [];
    })
    .join("; ");
}

/** What each gap's kind finds wrong with it, under its name. `prompt` is all that the learner reads around it. */
export function lintGaps(
  { prompt, asked, keys }: { prompt: string; asked: readonly GapBody[]; keys: readonly GapKey[] },
  nameOf: Naming,
): string[] {
  const same =
    keys.length === asked.length &&
    new Set(asked.map(({ id }) => id)).size === asked.length &&
    asked.every(({ id, gap }) => keys.some((each) => each.id === id && each.gap === gap));
  if (!same) return ["Body and key do not name the same gaps: publish the item anew from its file."];
  return asked.flatMap(({ id, gap, body }) =>
    gapOf(gap)
      .lint({ prompt, body, key: keys.find((each) => each.id === id)!.key })
      .map((sentence) => `${nameOf(id)}. ${sentence}`),
  );
}

/** A gap made of what an author wrote for it, by the gap's own kind. `own` is what that kind's author schema gave. */
export function deriveGap(
  { gap, own, weight = 1 }: { gap: string; own: unknown; weight?: number },
  id: string,
  facts: FactBase,
  item: AuthoredItem,
): { asked: GapBody; key: GapKey; rests: readonly Rests[] } | { problems: string[] } {
  const made = gapOf(gap).author.derive(own, facts, item);
  if ("problems" in made) return made;
  return {
    asked: { id, gap, body: made.body },
    key: { id, gap, weight, key: made.key },
    // A gap that names nothing rests on the statement of its fact.
    rests: made.rests ?? [{ fact: item.fact, part: "statement" }],
  };
}

/** What else counts in each gap, under its name. */
export function gapsAlsoRight(keys: readonly GapKey[], asked: readonly GapBody[], nameOf: Naming): string[] {
  return asked.flatMap(({ id, gap, body }) =>
    (gapOf(gap).alsoRight?.(keys.find((each) => each.id === id)?.key, body) ?? []).map(
      (sentence) => `${nameOf(id)}. ${sentence}`,
    ),
  );
}

/** What blind guessing earns: gaps that are written in earn nothing so. Null when no gap can be guessed. */
export function guessGaps(keys: readonly GapKey[], asked: readonly GapBody[]): number | null {
  const guesses = keys.map(({ id, gap, weight, key }) => {
    const body = asked.find((each) => each.id === id)?.body;
    return { weight, guess: body === undefined ? null : (gapOf(gap).randomGuess?.(key, body) ?? null) };
  });
  if (guesses.every(({ guess }) => guess === null)) return null;
  const whole = guesses.reduce((sum, { weight }) => sum + weight, 0);
  return guesses.reduce((sum, { weight, guess }) => sum + weight * (guess ?? 0), 0) / whole;
}

/** What a part of a gap tells, by the gap's own kind. Its id and text begin with the gap's. */
export function gapTells(part: Part, keys: readonly GapKey[], asked: readonly GapBody[], nameOf: Naming): Tells | null {
  const own = asked.find(({ id }) => part.id.startsWith(`${id}:`));
  const key = keys.find(({ id }) => id === own?.id);
  if (!own || !key) return null;
  const text = part.text.slice(nameOf(own.id).length + 2);
  return gapOf(own.gap).tells?.({ ...part, id: part.id.slice(own.id.length + 1), text }, own.body, key.key) ?? null;
}

/** The keys by which what was answered in one gap counts (by its id, or a part of its receipt), or in each where none is named; null where a gap's kind cannot. */
export function acceptGaps<Keys extends readonly GapKey[]>(
  responses: readonly GapResponse[],
  keys: Keys,
  asked: readonly GapBody[],
  mode: AcceptMode,
  part?: string,
): GapKey[] | null {
  const wanted = responses.filter(({ id }) => part === undefined || part === id || part.startsWith(`${id}:`));
  if (wanted.length === 0) return null;
  const changed = new Map<string, unknown>();
  for (const { id, gap, response } of wanted) {
    const body = asked.find((each) => each.id === id && each.gap === gap)?.body;
    const own = keys.find((each) => each.id === id && each.gap === gap)?.key;
    if (body === undefined || own === undefined) return null;
    const outcome = gapOf(gap).grade(response, own, body);
    if (mode === "also" && outcome.state === "scored" && outcome.fraction === 1) continue;
    const key = gapOf(gap).accept?.(response, own, body, mode) ?? null;
    if (key === null) return null;
    changed.set(id, key);
  }
  return keys.map((each) => (changed.has(each.id) ? { ...each, key: changed.get(each.id) } : each));
}
