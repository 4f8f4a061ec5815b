import type { AcceptMode } from "../contract";
import type { Body, Key, Response } from "./schema";

/** A key by which these pairs are right, or the one pair that is named, 'pact>1939'. */
export function accept({ pairs }: Response, key: Key, _: Body, mode: AcceptMode, part?: string): Key | null {
  const wanted = new Map(
    pairs.flatMap(({ stem, choice }) =>
      part === undefined || part === `${stem}>${choice}` ? [[stem, choice] as const] : [],
    ),
  );
  if (wanted.size === 0) return null;
  const also = ({ stem, choices }: Key["pairs"][number]) => {
    const choice = wanted.get(stem);
    if (choice === undefined) return choices;
    return mode === "instead" ? [choice] : [...new Set([...choices, choice])];
  };
  return { ...key, pairs: key.pairs.map((each) => ({ ...each, choices: also(each) })) };
}
