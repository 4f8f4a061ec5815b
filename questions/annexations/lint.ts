import type { Body, Key } from "./schema";

/** What an author should mend: nothing wrong on offer, an answer told by the prompt or by the line that says where. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const found: string[] = [];
  const ids = body.territories.map(({ id }) => id);
  const strangers = [...key.right, ...key.uncounted].filter((id) => !ids.includes(id));
  if (strangers.length > 0) found.push(`The key names territories that are not offered: ${strangers.join(", ")}.`);
  if (key.right.some((id) => key.uncounted.includes(id)))
    found.push("A territory is both right and uncounted: decide on one.");
  if (new Set(ids).size !== ids.length) found.push("A territory is offered twice.");
  const wrong = ids.filter((id) => !key.right.includes(id) && !key.uncounted.includes(id));
  if (wrong.length === 0)
    found.push("Everything on offer is right, so marking all earns full marks: offer others too.");
  for (const { name, where } of body.territories) {
    if (prompt.toLocaleLowerCase("en").includes(name.toLocaleLowerCase("en")))
      found.push(`The prompt names ${name}, which is on offer: word it anew.`);
    if (/\b(1[89]|20)\d\d\b|\b(annex|ceded|occup|award|seiz|incorporat)/i.test(where))
      found.push(`\`where\` of ${name} tells what happened there: say only neighbours and bearing.`);
  }
  return found;
}
