import { z } from "zod";

import { itemMark } from "@/assessment";
import { isKindName, kindOf, type Outcome } from "@/questions";
import type { KeyChange } from "@/questions/changed-key";
import { fractionText } from "@/questions/fraction";
import { drawVariant } from "@/questions/variant";

import { fieldsSent } from "./fields";
import { outcomeOf, type Evidence, type GradableItem, type GradedItem } from "./grade-item";
import { markedWith } from "./marked-with";

/**
 * Marks recomputed from evidence on paper: the format is docs/regrade.md. Pure, and without a database, so that whoever
 * has an export and a checkout can prove each mark. What is wrong with one item is said of that item alone.
 */

/** One question with all that was done at it, as an export has it. */
export interface RegradeItem extends Omit<GradableItem, "changes"> {
  id: string;
  prompt?: string;
  /** What the order and the variant that were shown follow from: an unsigned 32-bit integer. */
  seed?: number;
  /** Which of how many parallel questions the seed drew. */
  variant?: { number: number; of: number };
  /** The fact that it asks, passed through to the receipt. */
  fact?: unknown;
  /** Changes in what counts as right that hold for it, in the order in which they were made. */
  changes?: readonly RegradeChange[];
  /** What was recorded when it was handed in, to be compared with what comes out now. */
  recorded?: { state: string; fraction: number; points: number };
}

/** `neverLower`: it was handed in before the change was made, and loses nothing by it. */
export type RegradeChange = KeyChange & { neverLower?: boolean };

export type Regraded =
  | {
      id: string;
      state: Outcome["state"];
      /** Of the answer that stands at the end. */
      fraction: number;
      points: number;
      maxPoints: number;
      receipt: unknown;
      /** Of each answer that was checked on the way. */
      tries?: { state: Outcome["state"]; fraction: number; receipt: unknown }[];
      /** Why it could not be read, when it is malformed. */
      why?: string;
      /** The variant that the seed draws. */
      variant?: { number: number; of: number };
      /** Whether state, fraction and points are those that were recorded. */
      asRecorded?: boolean;
      /** Names that the format does not have, as a slip of the pen makes them. */
      ignored?: string[];
      /** What is amiss with the question itself, whatever was answered: the mark stands as the key has it. */
      warnings?: string[];
    }
  | { id: string; state: "error"; why: string };

const share = z.number().min(0).max(1);
const rules = z.strictObject({
  points: z.number().min(0).max(1_000_000).optional(),
  penalty: share.optional(),
  certainty: z.boolean().optional(),
  hints: z
    .array(z.object({ cost: share }))
    .max(100)
    .optional(),
  // What an attempt's rules hold besides; the tries that were made stand by themselves.
  tries: z.int().min(1).max(100).optional(),
});
const changes = z
  .array(
    z.union([
      z.object({
        what: z.enum(["accept", "replace"]),
        response: z.unknown(),
        part: z.string().max(200).nullable().default(null),
        neverLower: z.boolean().optional(),
      }),
      z.object({ what: z.literal("version"), key: z.unknown(), neverLower: z.boolean().optional() }),
    ]),
  )
  .max(100);
const question = { body: z.unknown().optional(), key: z.unknown().optional() };
const item = z.object({
  id: z.string().max(500).optional(),
  kind: z.string().max(100),
  prompt: z.string().optional(),
  ...question,
  variants: z
    .array(z.object({ id: z.string().optional(), prompt: z.string().optional(), ...question }))
    .min(1)
    .max(1000)
    .optional(),
  variant: z.object({ number: z.int().min(1), of: z.int().min(1).max(1000) }).optional(),
  rules: rules.optional(),
  changes: changes.optional(),
  seed: z.int().min(0).max(4_294_967_295).optional(),
  response: z.unknown().optional(),
  fields: z.unknown().optional(),
  tries: z.array(z.unknown()).max(100).optional(),
  certainty: z.enum(["low", "middle", "high"]).nullish(),
  hintsTaken: z.int().min(0).max(100).optional(),
  fact: z.unknown().optional(),
  recorded: z.object({ state: z.string(), fraction: z.number(), points: z.number() }).optional(),
});
type Item = z.infer<typeof item>;

/** What is wrong with one item, in a sentence that says where. */
class Slip extends Error {}

/** Grades one item of a file, whatever it is. Never throws. */
export function regrade(sent: unknown, place: number): Regraded {
  const id = idOf(sent) ?? `#${place}`;
  try {
    return { id, ...graded(sent) };
  } catch (error) {
    // A grader that throws has met what no schema of its kind lets through; that too is said of this item alone.
    const why = error instanceof Slip ? error.message : `It cannot be graded: ${String(error).slice(0, 300)}`;
    return { id, state: "error", why };
  }
}

function graded(sent: unknown): Omit<Extract<Regraded, { state: Outcome["state"] }>, "id"> {
  const read = item.safeParse(sent);
  if (!read.success) throw new Slip(said(read.error));
  const { kind, rules = {}, certainty, hintsTaken = 0, fact, recorded } = read.data;
  if (!isKindName(kind)) throw new Slip(`There is no kind of question called '${kind.slice(0, 60)}'.`);
  const { body, key, variant, warnings } = asked(read.data);
  if (hintsTaken > (rules.hints?.length ?? 0))
    throw new Slip(`${hintsTaken} hints were taken, and 'rules.hints' has ${rules.hints?.length ?? 0}.`);

  const of = { kind, body, key };
  const answer = evidence(of, read.data);
  const tries = (read.data.tries ?? []).map((each) => evidence(of, tried(each)));
  const bad = [answer, ...tries].find((each): each is Unread => "why" in each);
  const result = bad
    ? nothing(bad, rules.points ?? 1)
    : markedWith(
        {
          ...of,
          rules,
          certainty: certainty ?? null,
          hintsTaken,
          ...(answer as Evidence),
          tries: tries as Evidence[],
        },
        (read.data.changes ?? []).map(({ neverLower = false, ...change }) => ({ change, neverLower })),
      );
  const { outcome, points, maxPoints } = result;
  const fraction = outcome.state === "scored" ? outcome.fraction : 0;
  const ignored = Object.keys(sent as object).filter((name) => !Object.hasOwn(item.shape, name));
  return {
    state: outcome.state,
    fraction,
    points,
    maxPoints,
    ...(outcome.state === "malformed" && { why: outcome.why }),
    receipt: {
      ...(outcome.state === "scored" && outcome.receipt),
      mark: result.mark,
      ...(fact !== undefined && { fact }),
    },
    ...(result.tries.length > 0 && { tries: result.tries.map(triedResult) }),
    ...(variant && { variant }),
    ...(recorded && { asRecorded: agrees(recorded, { state: outcome.state, fraction, points }) }),
    ...(ignored.length > 0 && { ignored }),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** The question itself: the item's own body and key, or the variant that its seed draws. */
function asked({ kind: name, prompt = "", body, key, variants, variant, seed }: Item) {
  let drawn = variant;
  if (variants) {
    if (body !== undefined || key !== undefined) throw new Slip("Give 'variants', or 'body' and 'key', not both.");
    if (seed === undefined) throw new Slip("With 'variants' an item needs the 'seed' that draws one of them.");
    drawn = { number: drawVariant(seed, variants.length), of: variants.length };
    ({ body, key } = variants[drawn.number - 1]!);
  }
  if (variant) {
    if (seed === undefined) throw new Slip("With 'variant' an item needs the 'seed' that drew it.");
    const number = drawVariant(seed, variant.of);
    if (number !== variant.number || (variants && variants.length !== variant.of))
      throw new Slip(
        `The seed ${seed} draws variant ${number} of ${variant.of}, and 'variant' says ${variant.number}.`,
      );
  }
  const question = questionOf(name, prompt, body, key);
  if (typeof question === "string") throw new Slip(question);
  return { ...question, variant: drawn };
}

interface Question {
  body: unknown;
  key: unknown;
  warnings: string[];
}

/** Questions that were read already: an export of a class asks the same ones of everybody. */
const questions = new Map<string, Question | string>();
const MOST_QUESTIONS = 500;

/** Body and key as their kind reads them, and what is amiss with them; a sentence when they are none of that kind. */
function questionOf(name: string, prompt: string, body: unknown, key: unknown): Question | string {
  const written = JSON.stringify([name, prompt, body, key]);
  const known = questions.get(written);
  if (known !== undefined) return known;
  if (questions.size >= MOST_QUESTIONS) questions.clear();
  const read = readQuestion(name, prompt, body, key);
  questions.set(written, read);
  return read;
}

function readQuestion(name: string, prompt: string, body: unknown, key: unknown): Question | string {
  const { schema } = kindOf(name);
  const [readBody, readKey] = [schema.body.safeParse(body), schema.key.safeParse(key)];
  if (!readBody.success) return `The body is not one of kind '${name}': ${said(readBody.error)}`;
  if (!readKey.success) return `The key is not one of kind '${name}': ${said(readKey.error)}`;
  const question = { body: readBody.data, key: readKey.data };
  return { ...question, warnings: warningsOf(name, prompt, question) };
}

/** What the content check would say of it; and whether the key's own answer earns all. */
function warningsOf(name: string, prompt: string, { body, key }: { body: unknown; key: unknown }): string[] {
  const kind = kindOf(name);
  try {
    const solved = outcomeOf({ kind: name, body, key }, { fields: kind.solve(key, body) });
    const earns = solved.state === "scored" ? `earns ${fractionText(solved.fraction)}` : `is ${solved.state}`;
    const own = solved.state === "scored" && solved.fraction === 1 ? [] : [`The key's own answer ${earns}, and not 1.`];
    return [...own, ...kind.lint({ prompt, body, key })];
  } catch {
    return ["Body and key do not go together: no answer of the key's own can be made."];
  }
}

/** An answer that no honest form could have sent. */
interface Unread {
  why: string;
}

/** An answer as it may be graded. Of fields beside a response it is checked that one is read from the other. */
function evidence(
  { kind: name, body }: { kind: string; body: unknown },
  sent: { fields?: unknown; response?: unknown },
): Evidence | Unread {
  const kind = kindOf(name);
  const response = sent.response ?? undefined;
  if (sent.fields !== undefined) {
    const fields = fieldsSent(sent.fields);
    if (!fields) return { why: "'fields' are not the fields of a form: lists of texts by name, 32 KiB at most." };
    if (response !== undefined) {
      const reading = kind.read(fields, body);
      const readFrom = reading.state === "read" ? reading.response : undefined;
      if (ordered(readFrom) !== ordered(response))
        throw new Slip("'response' is not what is read from 'fields': give one of them, or mend the other.");
    }
    return { fields };
  }
  if (response === undefined) return { fields: {} };
  const found = kind.schema.response.safeParse(response);
  return found.success
    ? { response: found.data }
    : { why: `The response is not one of this kind: ${said(found.error)}` };
}

/** A try is an object with `fields` or `response`. */
function tried(each: unknown): { fields?: unknown; response?: unknown } {
  if (each !== null && typeof each === "object" && !Array.isArray(each)) {
    const { fields, response } = each as { fields?: unknown; response?: unknown };
    if (fields !== undefined || response !== undefined) return { fields, response };
  }
  throw new Slip("A try has the 'fields' or the 'response' that was checked.");
}

/** What comes of an answer that is refused: nothing, whatever the rules. */
function nothing({ why }: Unread, points: number): GradedItem {
  const { lines } = itemMark({ points, fraction: null });
  return { outcome: { state: "malformed", why }, tries: [], points: 0, maxPoints: points, mark: lines };
}

function triedResult(outcome: Outcome) {
  const scored = outcome.state === "scored";
  return { state: outcome.state, fraction: scored ? outcome.fraction : 0, receipt: scored ? outcome.receipt : null };
}

function agrees(a: { state: string; fraction: number; points: number }, b: typeof a): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < 1e-9;
  return a.state === b.state && near(a.fraction, b.fraction) && near(a.points, b.points);
}

/** The first thing that a schema found, with where it is: 'rules.penalty: Too big …'. */
function said(error: z.ZodError): string {
  const [first] = error.issues;
  if (!first) return "It has not the shape that it should have.";
  const where = first.path.map(String).join(".");
  return `${where ? `${where.slice(0, 200)}: ` : ""}${first.message.slice(0, 300)}`;
}

/** JSON with the names of every object in order: how it was written down does not count. */
function ordered(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function idOf(sent: unknown): string | undefined {
  if (sent === null || typeof sent !== "object") return undefined;
  const { id } = sent as { id?: unknown };
  return typeof id === "string" && id.length <= 500 ? id : undefined;
}
