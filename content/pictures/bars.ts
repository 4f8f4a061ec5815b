import { confidenceOf, type Figure } from "@/facts/base";
import type { CompiledBar, FigureTable } from "../compiled";
import { amountText, numberText } from "./amount";

/** What one bar draws. */
export interface BarSource {
  label: string;
  fact: Figure;
  part?: Figure;
}

/** Whether a number was only recalled, or not read again: it is drawn so that everyone sees it. */
export function isUnsure(fact: Figure): boolean {
  return fact.recalled === true || (fact.notRechecked ?? []).length > 0 || confidenceOf(fact, "statement") === "L";
}

export function barOf({ label, fact, part }: BarSource): CompiledBar {
  const low = fact.low ?? fact.best ?? fact.high ?? 0;
  const high = fact.high ?? fact.best ?? low;
  return {
    factId: fact.id,
    label,
    low,
    high,
    ...(fact.best !== undefined ? { best: fact.best } : {}),
    text: amountText(fact),
    unsure: isUnsure(fact) || (part !== undefined && isUnsure(part)),
    ...(part ? { part: { value: valueOf(part), text: amountText(part) } } : {}),
  };
}

/** The number of a figure that has one, else the middle of its range. */
export function valueOf({ best, low, high }: Figure): number {
  return best ?? ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
}

/** Every bar with its number, whose it is, and whether it was read again. */
export function barsTable(sources: readonly BarSource[], partLabel?: string): FigureTable {
  const parts = sources.some(({ part }) => part);
  const marks = sources.some(({ fact, part }) => isUnsure(fact) || (part && isUnsure(part)));
  return {
    caption: "The same as a table",
    columns: [
      "",
      counted(sources),
      ...(parts ? [firstUpper(partLabel ?? "of which")] : []),
      "Whose number",
      ...(marks ? ["Checked"] : []),
    ],
    rows: sources.map(({ label, fact, part }) => [
      label,
      range(fact),
      ...(parts ? [part ? range(part) : "not given"] : []),
      fact.estimateBy,
      ...(marks ? [isUnsure(fact) || (part && isUnsure(part)) ? "recalled, not read again" : "seen in a source"] : []),
    ]),
  };
}

/** What the numbers count, where all of them count the same. */
function counted(sources: readonly BarSource[]): string {
  const [first, ...others] = new Set(sources.map(({ fact }) => fact.what));
  return first === undefined || others.length > 0 ? "Number" : firstUpper(first);
}

/** A range in full even where a best number is drawn. */
function range(fact: Figure): string {
  if (fact.best !== undefined && fact.low !== undefined && fact.high !== undefined) {
    return `${numberText(fact.best)} (${amountText({ low: fact.low, high: fact.high })})`;
  }
  return amountText(fact);
}

const firstUpper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
