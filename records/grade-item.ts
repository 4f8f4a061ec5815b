import { bandFor, itemMark, type Band, type Certainty, type MarkLine } from "@/assessment";
import { kindOf, type Fields, type Outcome, type Receipt } from "@/questions";
import { changedKey, gradeChanged, type KeyChange } from "@/questions/changed-key";

/** An answer as evidence: the form fields that were sent, or what was read from them. With both, the fields count. */
export interface Evidence {
  fields?: Fields;
  response?: unknown;
}

/** A question with its key, the rules around it, and all that a learner did at it. */
export interface GradableItem extends Evidence {
  kind: string;
  body: unknown;
  /** The kind's own. */
  key: unknown;
  /** Changes in what counts as right that hold, in the order in which they were made. */
  changes?: readonly KeyChange[];
  rules?: {
    /** What the question is worth; 1 when nothing is said. */
    points?: number;
    /** What each try after the first costs, as a share of the points. */
    penalty?: number;
    /** Whether the learner was asked how sure they are. */
    certainty?: boolean;
    /** What each hint costs, as a share of the points. */
    hints?: readonly { cost: number }[];
  };
  /** The answers that were checked on the way, in order. */
  tries?: readonly Evidence[];
  certainty?: Certainty | null;
  /** How many hints were taken: the first so many. */
  hintsTaken?: number;
}

export interface GradedItem {
  /** Of the answer that stands at the end; of the last try when that was taken back afterwards. */
  outcome: Outcome;
  /** Of each answer that was checked on the way. */
  tries: Outcome[];
  points: number;
  maxPoints: number;
  /** From the fractions to the points. */
  mark: MarkLine[];
}

/**
 * Grades and marks one question: the one function that submitting and regrading share. Pure: the same evidence gives the
 * same marks, years later and without a database. Throws on a kind that there is not and on rules outside their bounds.
 */
export function gradeItem(item: GradableItem): GradedItem {
  const { points = 1, penalty = 0, certainty: asksCertainty = false, hints = [] } = item.rules ?? {};
  const tries = (item.tries ?? []).map((evidence) => outcomeOf(item, evidence));
  const last = item.tries?.at(-1);
  const standing = outcomeOf(item, item);
  // The answer that was checked last is one try, not two.
  const isLast = last !== undefined && sameEvidence(last, item);
  const { points: earned, lines } = itemMark({
    points,
    fraction: isLast ? null : fractionOf(standing),
    tries: tries.map((each) => fractionOf(each) ?? 0),
    penalty,
    hintCosts: hints.slice(0, item.hintsTaken ?? 0).map(({ cost }) => cost),
    ...(asksCertainty && { certainty: item.certainty ?? null }),
  });
  // What was checked was answered, even when the field was emptied afterwards.
  const outcome =
    standing.state === "scored" ? standing : (tries.findLast((each) => each.state === "scored") ?? standing);
  return { outcome, tries, points: earned, maxPoints: points, mark: lines };
}

/** Reads and grades one answer; what was never sent is blank. */
export function outcomeOf(
  { kind: name, body, key, changes = [] }: Pick<GradableItem, "kind" | "body" | "key" | "changes">,
  { fields, response }: Evidence,
): Outcome {
  const kind = kindOf(name);
  const grade = (read: unknown) =>
    changes.length === 0
      ? kind.grade(read, key, body)
      : gradeChanged(kind, read, { key, body }, changedKey(kind, { key, body }, changes));
  if (fields === undefined && response !== undefined) return grade(response);
  const reading = kind.read(fields ?? {}, body);
  return reading.state === "read" ? grade(reading.response) : reading;
}

/** True when two answers were sent with the same fields; a field left all empty is as one that was not sent. */
export function sameEvidence(a: Evidence, b: Evidence): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ fields, response }: Evidence): string {
  if (fields === undefined && response !== undefined) return JSON.stringify(["response", response]);
  const said = Object.entries(fields ?? {})
    .filter(([, values]) => values.some((value) => value !== ""))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(said);
}

function fractionOf(outcome: Outcome): number | null {
  return outcome.state === "scored" ? outcome.fraction : null;
}

/** What is said to an answer besides why the right one is right. */
export interface Feedback {
  /** To what was answered, part by part. */
  answers: string[];
  /** By the share that it earned. */
  band?: string;
}

/** Nothing is said. */
export const silence: Feedback = { answers: [] };

/** The author's feedback that an outcome calls for: what was answered meets `answers` by the ids of its parts. */
export function feedbackTo(
  outcome: Outcome,
  key: { answers?: Readonly<Record<string, string>> | undefined; bands?: readonly Band[] | undefined },
): Feedback {
  const parts = outcome.state === "scored" ? (outcome.receipt.parts ?? []) : [];
  const said = key.answers ?? {};
  const answers = parts.flatMap(({ id }) => (Object.hasOwn(said, id) ? [said[id]!] : []));
  const band = bandFor(key.bands ?? [], outcome.state === "scored" ? outcome.fraction : 0);
  return { answers: [...new Set(answers)], ...(band !== undefined && { band }) };
}

/** A receipt as it is now, from one that was stored when receipts said less. */
export function wholeReceipt(stored: Receipt): Receipt {
  const { read = "", rule = "", lines = [], notes = [], matched = [], parts = [] } = stored as Partial<Receipt>;
  return { ...stored, read, rule, lines, notes, matched, parts };
}
