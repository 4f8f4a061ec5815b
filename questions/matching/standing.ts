import type { Body, Key, Response } from "./schema";

/** One stem: what was put to it and how that stands. */
export interface Standing {
  stem: { id: string; text: string };
  chosen?: { id: string; text: string };
  /** What is right, the one to show first. */
  right: readonly { id: string; text: string }[];
  /** False also of a stem that was left empty. */
  isRight: boolean;
}

/** Every stem of the key, in the order of the body. Null when the response names what the body has not. */
export function standings({ pairs }: Response, key: Key, body: Body): Standing[] | null {
  const choices = new Map(body.choices.map((choice) => [choice.id, choice]));
  const keyed = new Map(key.pairs.map(({ stem, choices }) => [stem, choices]));
  const put = new Map(pairs.map(({ stem, choice }) => [stem, choice]));
  if (pairs.some(({ stem, choice }) => !choices.has(choice) || !keyed.has(stem)) || put.size < pairs.length)
    return null;
  return body.stems.flatMap((stem) => {
    const right = keyed.get(stem.id);
    if (!right) return [];
    const chosen = choices.get(put.get(stem.id) ?? "");
    return [
      {
        stem,
        ...(chosen ? { chosen } : {}),
        right: right.flatMap((id) => choices.get(id) ?? []),
        isRight: chosen !== undefined && right.includes(chosen.id),
      },
    ];
  });
}
