import { kindOf } from "@/questions";

import type { RegradeItem } from "./regrade";
import { resultRows, type ResultRow } from "./results";
import { seedAt } from "./seed";
import type { Viewer } from "./viewer";

/** A submitted attempt as evidence: everything that its marks follow from, and no one's name. */
export interface AttemptExport {
  format: "annals-regrade";
  quiz: { id: string; title: string };
  attempt: { number: number; submittedAt: Date; points: number; maxPoints: number };
  /** As `npm run -s regrade` takes them. */
  items: RegradeItem[];
}

/**
 * The evidence of a submitted attempt, for whoever may see its result: body, key, rules, seed and what was sent, of the
 * variants that were drawn and of no other. Throws NotFound, also while the attempt is open.
 */
export async function attemptExport(viewer: Viewer, input: { attemptId: string }): Promise<AttemptExport> {
  const rows = await resultRows(viewer, input.attemptId);
  const [{ quizId, title, number, submittedAt, attemptPoints, attemptMaxPoints }] = rows;
  return {
    format: "annals-regrade",
    quiz: { id: quizId, title },
    attempt: { number, submittedAt, points: attemptPoints, maxPoints: attemptMaxPoints },
    items: rows.map(item),
  };
}

function item(row: ResultRow): RegradeItem {
  const { kind, prompt, body, key, rules, fields, certainty, tries, outcome, fraction, points, maxPoints } = row;
  const reading = kindOf(kind).read(fields, body);
  const { fact, sources, passage } = key.why;
  return {
    id: row.itemId,
    kind,
    prompt,
    body,
    key: key.answer,
    rules: {
      points: maxPoints,
      penalty: rules.penalty,
      certainty: rules.certainty,
      hints: row.itemRules.hints.map(({ cost }) => ({ cost })),
    },
    seed: seedAt(row.seed, row.position),
    variant: { number: row.variant, of: row.variants },
    fields,
    ...(reading.state === "read" && { response: reading.response }),
    tries: (tries ?? []).map(({ fields }) => ({ fields })),
    certainty,
    hintsTaken: row.hintsTaken,
    fact: { ...fact, sources, passage: { lesson: passage.lessonId, id: passage.id } },
    ...(row.changes.length > 0 && {
      changes: row.changes.map(({ change, neverLower }) => ({ ...change, neverLower })),
    }),
    recorded: { state: outcome, fraction, points },
  };
}
