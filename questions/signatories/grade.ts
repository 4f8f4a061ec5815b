import type { Outcome } from "../contract";
import type { Key, Response } from "./schema";
import { tally, type Named } from "./tally";

const RULE =
  "Set of names, in any order: each right name earns its share, each name that did not sign takes one right name away, and nothing goes below 0.";

/**
 * (right − wrong) ÷ signatories, never below 0. A name taken at random costs what a right one earns, so that naming
 * everybody is worth nothing; and one wrong name among many right ones costs no more than one.
 */
export function grade(response: Response, key: Key): Outcome {
  const named = tally(response, key);
  const right = count(named, "right");
  const wrong = count(named, "wrong") + count(named, "unknown");
  const of = new Set(key.signatories.map(({ person }) => person)).size;
  const fraction = Math.max(0, right - wrong) / of;
  return {
    state: "scored",
    fraction,
    receipt: {
      read: named.map(({ text, person }) => person?.name ?? text).join("; "),
      rule: RULE,
      lines: [
        { label: `Right names: ${right} of ${of}`, value: `+${right}` },
        { label: `Names that did not sign: ${wrong}`, value: wrong > 0 ? `−${wrong}` : "0" },
        {
          label: `Fraction: (${right} − ${wrong}) ÷ ${of}${right < wrong ? ", not below 0" : ""}`,
          value: fraction.toFixed(2),
        },
      ],
      notes: named.flatMap(note),
    },
  };
}

function count(named: readonly Named[], standing: Named["standing"]): number {
  return named.filter((each) => each.standing === standing).length;
}

function note({ text, standing, person, people }: Named): string[] {
  switch (standing) {
    case "wrong": {
      const elsewhere =
        person && person.signed.length > 0 ? ` That signature stands under: ${person.signed.join("; ")}.` : "";
      return [`${person?.name} did not sign.${elsewhere}`];
    }
    case "unknown":
      return [`‘${text}’ is nobody that this course knows; it counts as a name that did not sign.`];
    case "unclear":
      return [`‘${text}’ may be ${people?.map(({ name }) => name).join(" or ")}. It was not counted, for or against.`];
    default:
      return [];
  }
}
