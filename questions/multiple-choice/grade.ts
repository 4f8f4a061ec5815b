import type { Outcome, Receipt } from "../contract";
import { fractionText } from "../fraction";
import { rules, tally, type Tally } from "./rules";
import type { Body, Key, Response } from "./schema";
import { NONE, said } from "./words";

/** What the ticks earn by the rule of the body, whatever their order. */
export function grade({ chosen, none }: Response, key: Key, body: Body): Outcome {
  const texts = new Map(body.options.map(({ id, text }) => [id, text]));
  const ticked = new Set(chosen);
  const options = key.options.filter(({ id }) => texts.has(id));
  const picked = options.filter(({ id }) => ticked.has(id));
  if (picked.length < ticked.size)
    return { state: "malformed", why: "What was chosen is not an option of this question." };
  if (picked.length === 0 && !none) return { state: "blank" };

  const counted = tally(options, ticked);
  const { fraction, sum } = rules[body.rule](counted);
  const parts = picked.map(({ id, fraction }) => ({ id, text: texts.get(id)!, right: fraction > 0 }));
  return {
    state: "scored",
    fraction,
    receipt: {
      read: picked.length === 0 ? NONE : parts.map(({ text }) => text).join("; "),
      matched: parts.filter(({ right }) => right).map(({ text }) => ({ said: text, as: text })),
      rule: said[body.rule],
      lines: [
        ...(body.rule === "weighted" ? worths(picked, texts) : counts(counted, body.rule === "decisions")),
        { label: `Fraction: ${sum}`, value: fractionText(fraction) },
      ],
      notes: picked.flatMap(({ feedback }) => feedback ?? []),
      parts: picked.length === 0 ? [{ id: "none", text: NONE, right: counted.right === 0 }] : parts,
    },
  };
}

function worths(picked: Key["options"], texts: ReadonlyMap<string, string>): Receipt["lines"] {
  return picked.map(({ id, fraction }) => ({
    label: texts.get(id)!,
    value: `${fraction < 0 ? "−" : "+"}${fractionText(Math.abs(fraction))}`,
  }));
}

function counts({ options, right, hit, wrong }: Tally, left: boolean): Receipt["lines"] {
  return [
    { label: "Right options ticked", value: `${hit} of ${right}` },
    left
      ? { label: "Wrong options left", value: `${options - right - wrong} of ${options - right}` }
      : { label: "Wrong options ticked", value: String(wrong) },
  ];
}
