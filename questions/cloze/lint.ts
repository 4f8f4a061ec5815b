import { givesAway } from "../given-away";
import { gapsInWords, lintGaps } from "../gap-parts";
import { filled, gapName } from "./passage";
import type { Body, Key } from "./schema";

/** What an author should mend: what each gap's kind finds, held against the whole passage, and gaps that tell another. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const around = `${prompt} ${filled(body.text, () => " … ")}`;
  const found = lintGaps({ prompt: around, asked: body.gaps, keys: key.gaps }, gapName);
  return found.length > 0 ? found : [...fragments(body), ...toldByAnother(body, key)];
}

/** Something is to be typed that another gap's list says. */
function toldByAnother(body: Body, key: Key): string[] {
  const typed = gapsInWords(null, key.gaps, body.gaps).filter(
    ({ id }) => body.gaps.find((each) => each.id === id)!.gap !== "choice",
  );
  return typed.flatMap(({ id, solution }) => {
    // '23 August 1939 (24 August 1939 counts too)': what stands in brackets is said of it.
    const [answer = ""] = solution.split(" (");
    const teller = body.gaps.find((other) => other.id !== id && givesAway(texts(other.body).join(" · "), [answer]));
    return answer.length > 2 && teller
      ? [`${gapName(teller.id)} says '${answer}', which is the answer of ${gapName(id)}: offer something else there.`]
      : [];
  });
}

/** Two gaps side by side, with no word to tell where one ends, are read as one. */
function fragments({ text }: Body): string[] {
  return /\}\s*\{/.test(text)
    ? ["Two gaps stand side by side, and nobody can tell what belongs in which: put words between them."]
    : [];
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}
