import { givesAway } from "../given-away";
import type { Body, Key } from "./schema";

export function lint({ body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const [stem, choice] = body.mode === "match" ? ["stem", "choice"] : ["item", "group"];
  const choices = new Map(body.choices.map(({ id, text }) => [id, text]));
  const keyed = new Map(key.pairs.map((pair) => [pair.stem, pair.choices]));
  const same =
    keyed.size !== key.pairs.length ||
    keyed.size !== body.stems.length ||
    body.stems.some(({ id }) => !keyed.has(id)) ||
    key.pairs.some((pair) => pair.choices.some((id) => !choices.has(id)));
  const used = new Set(key.pairs.flatMap((pair) => pair.choices));
  const left = [...choices.keys()].filter((id) => !used.has(id));
  const everywhere = [...used].find((id) => key.pairs.every((pair) => pair.choices.includes(id)));
  return [
    ...(same ? ["Body and key do not name the same: publish the item anew from its file."] : []),
    ...twice(body.stems, `Two ${stem}s`),
    ...twice(body.choices, `Two ${choice}s`),
    ...body.stems
      .filter(({ id, text }) =>
        givesAway(
          text,
          (keyed.get(id) ?? []).flatMap((each) => choices.get(each) ?? []).filter((each) => each.length > 3),
        ),
      )
      .map(({ text }) => `'${text}' says its own answer: name it otherwise.`),
    ...(everywhere !== undefined
      ? [`'${choices.get(everywhere)}' is right everywhere, so that one answer to all earns all: mix in others.`]
      : []),
    ...(body.mode === "match" && left.length === 0 && used.size === body.stems.length
      ? ["Every choice is used once, so that the last follows from the others: offer one more in `others`."]
      : []),
  ];
}

function twice(list: readonly { text: string }[], what: string): string[] {
  const folded = list.map(({ text }) => text.toLocaleLowerCase("en").trim());
  const found = folded.findIndex((text, index) => folded.indexOf(text) !== index);
  return found < 0 ? [] : [`${what} say '${list[found]!.text}': change or drop one.`];
}
