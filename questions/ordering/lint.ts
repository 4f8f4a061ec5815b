import type { Body, Key } from "./schema";
import { before } from "./spans";

const MONTH =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d|of)|\d(st|nd|rd|th)? (january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Fewer are a guess: of two, one order in two is right. */
const LEAST_ITEMS = 3;

export function lint({ body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const known = new Set(key.items.map(({ id }) => id));
  const ids = body.items.map(({ id }) => id);
  const texts = body.items.map(({ text }) => text.toLocaleLowerCase("en").trim());
  const twice = texts.findIndex((text, index) => texts.indexOf(text) !== index);
  const text = new Map(body.items.map(({ id, text }) => [id, text]));
  return [
    ...(ids.length !== known.size || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id))
      ? ["Body and key do not name the same items: publish the item anew from its file."]
      : []),
    ...(twice < 0 ? [] : [`Two items say '${body.items[twice]!.text}': change or drop one.`]),
    ...(ids.length < LEAST_ITEMS ? [`There are ${ids.length} items: give ${LEAST_ITEMS} or more.`] : []),
    ...key.items
      .filter((item) => key.items.every((other) => !before(item, other) && !before(other, item)))
      .map(({ id }) => `'${text.get(id)}' overlaps all others, so that it may stand anywhere: leave it out.`),
    ...saysWhen(body, key),
  ];
}

/** Items that carry their date in their name; a year that all of them name tells nothing. */
function saysWhen(body: Body, key: Key): string[] {
  if (!key.items.some(({ when }) => when !== undefined)) return [];
  const years = body.items.map(({ text }): string[] => text.match(/\b\d{4}\b/g) ?? []);
  const shared = new Set(years[0]?.filter((year) => years.every((each) => each.includes(year))));
  return body.items
    .filter(({ text }, index) => years[index]!.some((year) => !shared.has(year)) || MONTH.test(text))
    .map(({ text }) => `'${text}' says when it was, which gives its place away: name it by a \`text\` of its own.`);
}
