import type { Fact, Figure } from "@/facts/base";
import { formatNumber } from "@/facts/numbers";

/** How `:number[…]{form="…"}` may print a figure. */
export const quotedNumberForms = ["best", "low", "high", "range"] as const;
export type QuotedNumberForm = (typeof quotedNumberForms)[number];

export function isNumberForm(form: string): form is QuotedNumberForm {
  return quotedNumberForms.some((each) => each === form);
}

/**
 * A figure's number as prose has it: '126,875', '26.6 million', '21 to 25 million'. Without a form the best one, and a
 * range where none is better than another. Says what is wrong when the fact has no such number.
 */
export function quotedNumber(
  fact: Fact,
  form?: QuotedNumberForm,
): { text: string } | { wrong: string; remedy: string } {
  if (fact.type !== "figure") {
    return {
      wrong: `fact \`${fact.id}\` is no figure`,
      remedy: "Quote it with `:fact[words]{id=…}`, or name a fact of `type: figure`.",
    };
  }
  const text = form === undefined ? usual(fact) : inForm(fact, form);
  if (text !== undefined) return { text };
  const has = quotedNumberForms.filter((each) => inForm(fact, each) !== undefined);
  return {
    wrong: `figure \`${fact.id}\` has no ${form === "range" ? "range" : `\`${form}\``}`,
    remedy: has.length > 0 ? `It has ${has.map((each) => `\`form="${each}"\``).join(", ")}.` : "Give it a number.",
  };
}

function usual(fact: Figure): string | undefined {
  const form = quotedNumberForms.find((each) => inForm(fact, each) !== undefined);
  // Of two ends neither is the number.
  return fact.best === undefined ? (inForm(fact, "range") ?? (form && inForm(fact, form))) : inForm(fact, "best");
}

function inForm({ low, high, best }: Figure, form: QuotedNumberForm): string | undefined {
  if (form !== "range") {
    const value = { low, high, best }[form];
    return value === undefined ? undefined : readingForm(value);
  }
  return low === undefined || high === undefined ? undefined : rangeForm(low, high);
}

const scales = [
  { by: 1e9, name: "billion" },
  { by: 1e6, name: "million" },
] as const;

/** '26.6 million' where that is the whole number and no more than two decimals; else with its thousands parted. */
export function readingForm(value: number): string {
  const { digits, name } = scaled(value);
  return name === undefined ? digits : `${digits}\u00A0${name}`;
}

/** What both ends share is said once: '21 to 25 million'. */
function rangeForm(low: number, high: number): string {
  const [from, to] = [scaled(low), scaled(high)];
  if (from.name !== undefined && from.name === to.name) return `${from.digits} to ${to.digits}\u00A0${to.name}`;
  return `${readingForm(low)} to ${readingForm(high)}`;
}

function scaled(value: number): { digits: string; name?: string } {
  const scale = scales.find(({ by }) => Math.abs(value) >= by);
  if (scale && Number.isInteger(value) && value % (scale.by / 100) === 0) {
    return { digits: formatNumber(value / scale.by), name: scale.name };
  }
  return { digits: formatNumber(value) };
}
