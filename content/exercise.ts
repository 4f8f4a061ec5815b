import type { AnyKind, Fields, Outcome, Part } from "@/questions";

/** A question whose two halves passed their kind's schema. */
export interface Made {
  kind: AnyKind;
  prompt: string;
  body: unknown;
  answer: unknown;
}

/** What a form with these fields earns, as a learner's would: read, then graded. Null when it is not a form of this
 * question. */
export function earned({ kind, body, answer }: Made, fields: Fields, arranged: unknown = body): Outcome | null {
  try {
    const reading = kind.read(fields, arranged);
    if (reading.state === "malformed") return null;
    return reading.state === "blank" ? { state: "blank" } : kind.grade(reading.response, answer, arranged);
  } catch {
    // A kind that throws is a fault of the program; the contract test says so, here it only earns nothing.
    return null;
  }
}

/** The outcome of the answer that the kind gives as right. */
export function solved(made: Made): Outcome | null {
  return earned(made, made.kind.solve(made.answer, made.body));
}

/** Parts of an outcome; empty when there is none. */
export function partsOf(outcome: Outcome | null): readonly Part[] {
  return outcome?.state === "scored" ? outcome.receipt.parts : [];
}

/** Forms tried to find out what may be answered; more would tell nothing new. */
const MOST_FORMS = 4000;

/**
 * Every part that an answer to this question can have, found by answering it: each field of the right answer is given
 * each text of the body in turn, and each of `words` as a learner might type it. `byWords`: what those words alone are
 * taken for, when they are taken for one thing.
 */
export function possibleParts(
  made: Made,
  words: readonly string[] = [],
): { parts: ReadonlyMap<string, Part>; byWords: ReadonlyMap<string, Part> } {
  const { kind, body, answer } = made;
  const right = kind.solve(answer, body);
  const all = kind.markAll?.(body) ?? {};
  const parts = new Map<string, Part>();
  const keep = (found: readonly Part[]) => {
    for (const part of found) if (!parts.has(part.id)) parts.set(part.id, part);
    return found;
  };
  keep(partsOf(earned(made, right)));
  keep(partsOf(earned(made, all)));

  const names = [...new Set([...Object.keys(right), ...Object.keys(all)])];
  const texts = [...new Set(textsIn(body))];
  let forms = 0;
  for (const name of names) {
    for (const text of texts) {
      if ((forms += 2) > MOST_FORMS) break;
      keep(partsOf(earned(made, { ...right, [name]: [text] })));
      keep(partsOf(earned(made, { [name]: [text] })));
    }
  }
  const byWords = new Map<string, Part>();
  for (const text of words) {
    for (const name of names) {
      const beside = partsOf(earned(made, { ...right, [name]: [text] })).filter((part) => !parts.has(part.id));
      const alone = keep(partsOf(earned(made, { [name]: [text] })));
      const meant = alone.length === 1 ? alone[0] : beside.length === 1 ? beside[0] : undefined;
      if (meant && (!byWords.has(text) || byWords.get(text)!.id.startsWith("other:"))) byWords.set(text, meant);
    }
  }
  return { parts, byWords };
}

/** Texts anywhere in a value that are short enough to be ids or choices. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length <= 200 ? [value] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}
