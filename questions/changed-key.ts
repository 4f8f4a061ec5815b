import type { AnyKind, Outcome, Receipt } from "./contract";

/** A change in what counts as right, as it is applied to one question. */
export type KeyChange =
  | AnswerChange
  /** Another version's key. */
  | { what: "version"; key: unknown };

/** An answer that is right too, or in place of what was. */
export interface AnswerChange {
  what: "accept" | "replace";
  /** What was answered, as the kind has read it. */
  response: unknown;
  /** The part of it that is meant, by its id in the receipt; null: all of it. */
  part: string | null;
}

/** By what a question is marked once it was changed. */
export interface ChangedKey {
  key: unknown;
  /** Answers that count though no key can say it. */
  accepted: readonly Sign[];
  /** True when only those count. */
  only: boolean;
}

/** An answer as it is told from others: by its parts, or as it is. */
type Sign = string;

/** Said with an answer that counts otherwise than by the key that was asked with. */
export const acceptedNote = "This answer was accepted later, by a change in how the question is marked.";
export const otherwiseNote = "The question is marked otherwise than when it was asked, by a later change.";

/**
 * A question's key with changes, in the order in which they were made. An answer that is accepted counts under a later
 * version's key too; what is put in the place of the right answer takes back what was accepted before.
 */
export function changedKey(
  kind: AnyKind,
  { key: asked, body }: { key: unknown; body: unknown },
  changes: readonly KeyChange[],
): ChangedKey {
  let base = asked;
  let instead: AnswerChange | null = null;
  let accepts: AnswerChange[] = [];
  for (const change of changes) {
    if (change.what === "version") {
      if (keyFits(kind, change.key, body)) [base, instead] = [change.key, null];
    } else if (change.what === "accept") accepts.push(change);
    else [instead, accepts] = [change, []];
  }
  let made: ChangedKey = { key: base, accepted: [], only: false };
  if (instead) made = applied(kind, made, instead, { asked, body });
  for (const change of accepts) made = applied(kind, made, change, { asked, body });
  return made;
}

/** True when a key is one for this body: its own right answer earns all. */
export function keyFits(kind: AnyKind, key: unknown, body: unknown): boolean {
  if (!kind.schema.key.safeParse(key).success) return false;
  try {
    const reading = kind.read(kind.solve(key, body), body);
    return reading.state === "read" && isFull(kind.grade(reading.response, key, body));
  } catch {
    return false;
  }
}

/** What an answer is worth by a changed key. */
export function gradeChanged(
  kind: AnyKind,
  response: unknown,
  { key: asked, body }: { key: unknown; body: unknown },
  changed: ChangedKey,
): Outcome {
  const before = kind.grade(response, asked, body);
  const by = kind.grade(response, changed.key, body);
  if (by.state !== "scored") return by;
  const counts = changed.accepted.includes(signOf(kind, response, asked, body));
  const now = counts && !isFull(by) ? worth(by, 1) : changed.only && !counts ? worth(by, 0) : by;
  if (before.state === "scored" && before.fraction === now.fraction) return now;
  const higher = before.state !== "scored" || now.fraction > before.fraction;
  return noted(now, higher ? acceptedNote : otherwiseNote);
}

/** Whether one more change would do anything: an answer of another body, or of which no part can be accepted, does nothing. */
export function canApply(kind: AnyKind, question: { key: unknown; body: unknown }, change: AnswerChange): boolean {
  const none: ChangedKey = { key: question.key, accepted: [], only: false };
  return applied(kind, none, change, { asked: question.key, body: question.body }) !== none;
}

function applied(
  kind: AnyKind,
  made: ChangedKey,
  change: AnswerChange,
  { asked, body }: { asked: unknown; body: unknown },
): ChangedKey {
  const { response, part } = change;
  // What was answered to another version of the question may be no answer to this one.
  if (!kind.schema.response.safeParse(response).success) return made;
  const before = kind.grade(response, asked, body);
  if (before.state !== "scored") return made;
  const mode = change.what === "accept" ? "also" : "instead";
  const better = kind.accept?.(response, made.key, body, mode, part ?? undefined) ?? null;
  const key = better !== null && kind.schema.key.safeParse(better).success ? better : null;
  const whole = part === null || isOnly(before.receipt, part);
  if (key !== null && (!whole || isFull(kind.grade(response, key, body))))
    return mode === "instead" ? { key, accepted: [], only: false } : { ...made, key };
  if (!whole) return made;
  const sign = signOf(kind, response, asked, body);
  return mode === "instead"
    ? { key: made.key, accepted: [sign], only: true }
    : { ...made, accepted: [...made.accepted, sign] };
}

/** The same for the same answer in another spelling or order, worth the same; of one without parts, what was read. */
function signOf(kind: AnyKind, response: unknown, key: unknown, body: unknown): Sign {
  const outcome = kind.grade(response, key, body);
  const ids = outcome.state === "scored" ? outcome.receipt.parts.map(({ id }) => id) : [];
  return outcome.state === "scored" && ids.length > 0
    ? JSON.stringify([ids.sort(), outcome.fraction])
    : ordered(response);
}

/** JSON with the names of every object in order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function isOnly({ parts }: Receipt, part: string): boolean {
  return parts.length === 1 && parts[0]!.id === part;
}

function isFull(outcome: Outcome): boolean {
  return outcome.state === "scored" && outcome.fraction === 1;
}

type Scored = Extract<Outcome, { state: "scored" }>;

function worth(outcome: Scored, fraction: 0 | 1): Scored {
  const { receipt } = outcome;
  const label = fraction === 1 ? "Accepted by a later change" : "By a later change another answer is right";
  return {
    state: "scored",
    fraction,
    receipt: {
      ...receipt,
      lines: [...receipt.lines.slice(0, -1), { label, value: String(fraction) }],
      parts: receipt.parts.map((part) => ({ ...part, right: fraction === 1 })),
    },
  };
}

function noted(outcome: Scored, note: string): Scored {
  const { receipt } = outcome;
  return { ...outcome, receipt: { ...receipt, notes: [note, ...receipt.notes] } };
}
