import { aliasKey } from "@/facts/names";
import type { Fields } from "../contract";
import { fractionText } from "../fraction";
import { alsoWritten } from "../spellings";
import { namesakesOf } from "./namesakes";
import { fitting } from "./pattern";
import type { Body, Key } from "./schema";

/** The full name of what is right; where it has none, the shortest text that fits the pattern. */
export function solve(key: Key, body: Body): Fields {
  const right = key.right.find(({ fraction }) => fraction === 1);
  const pattern = key.patterns.find(({ fraction }) => fraction === 1);
  const text = right?.name ?? (pattern ? fitting(pattern.pattern) : "");
  const asked = right && namesakesOf(text, body).some(({ id }) => id === right.id);
  return { text: [text], ...(asked ? { meant: [right.id] } : {}) };
}

/** 'Vyacheslav Molotov', 'Western Belorussia or Western Ukraine'. */
export function solution(key: Key): string {
  const full = key.right.filter(({ fraction }) => fraction === 1).map(({ name }) => name);
  if (full.length > 0) return full.join(" or ");
  return key.patterns.find(({ fraction }) => fraction === 1)?.pattern ?? aliasKey(key.right[0]?.name ?? "");
}

/** Every name that counts with its spellings, what others earn, and the patterns. */
export function alsoRight({ right, patterns }: Key): string[] {
  const worth = (fraction: number) => (fraction === 1 ? "" : ` (${fractionText(fraction)} of the points)`);
  return [
    ...right.flatMap(({ name, aliases, fraction }, index) => {
      const forms = alsoWritten(name, aliases);
      if (index === 0) return forms ? [`${name}, ${forms}.`] : [];
      return [`${name}${worth(fraction)}${forms ? `, ${forms}` : ""}.`];
    }),
    ...patterns.map(({ pattern, fraction }) => `What fits ‘${pattern}’${worth(fraction)}.`),
  ];
}
