import { confidenceOf, type FactBase } from "@/facts/base";
import type { Rests } from "@/questions";
import type { Place, Problems } from "./problems";

/** What is contested, from memory or not yet seen in a source is taught and not graded. */
export function mayBeGraded(
  { fact: id, part, tolerant = false }: Rests,
  facts: FactBase,
  place: Place,
  problems: Problems,
): void {
  const fact = facts.facts.get(id);
  if (!fact) return;
  const what = `the ${part} of \`${id}\``;
  const confidence = confidenceOf(fact, part);
  if (confidence === "L") {
    problems.add(
      place,
      `${what} is marked L`,
      "What is contested or from memory is taught, not graded: ask another fact, or find a source and raise the mark.",
    );
  }
  if (confidence === "M" && !tolerant) {
    problems.add(
      place,
      `${what} is marked M, and this question takes one answer only`,
      "Ask it less precisely, ask another fact, or find a second source and raise the mark.",
    );
  }
  if (fact.notRechecked?.includes(part)) {
    problems.add(
      place,
      `${what} is not re-checked`,
      "Find it in a source and take it off `notRechecked`, or ask another fact.",
    );
  }
}
