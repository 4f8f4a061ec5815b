import { monthName } from "./format";
import { assignNumbers, type TypedNumber } from "./numbers";
import type { Parts, Setting, Unread } from "./parts";
import type { Token } from "./tokens";
import { monthOf, weekdayOf, wordSense } from "./words";

interface Said extends Parts {
  numbers: TypedNumber[];
  months: number[];
  era?: "BC" | "AD";
}

/** Sorts the tokens of one date into its parts, without asking yet whether such a day exists. */
export function partsOf(tokens: readonly Token[], setting: Setting): Parts | Unread {
  const said: Said = { numbers: [], months: [], notes: [] };
  for (const [i, token] of tokens.entries()) {
    const trouble = take(token, tokens[i - 1], tokens[i - 2], said);
    if (trouble) return trouble;
  }
  if (said.months.length > 1) return { why: "That names two months." };
  const { numbers, months, era, ...parts } = said;
  const assigned = assignNumbers(numbers, months[0], era, setting);
  return "why" in assigned ? assigned : { ...parts, ...assigned };
}

function take(token: Token, before: Token | undefined, beforeThat: Token | undefined, said: Said): Unread | undefined {
  if (token.kind === "number") {
    if (token.text.length > 8) return { why: "That number is too long for a date." };
    said.numbers.push({
      digits: token.text,
      value: Number(token.text),
      shortened: before?.text === "'" && !token.apart,
      ordinal: false,
    });
    return undefined;
  }
  if (token.kind === "word") return takeWord(token, before, beforeThat, said);
  if (token.text === "?") said.uncertain = true;
  if (token.text === "~") said.approximate = true;
  return token.text === "&" || token.text === "+" ? { why: "Write one date." } : undefined;
}

function takeWord(
  token: Token,
  before: Token | undefined,
  beforeThat: Token | undefined,
  said: Said,
): Unread | undefined {
  const word = token.text;
  const last = said.numbers.at(-1);
  if (last && wordSense.ordinals.has(word) && endsNumber(token, before, beforeThat)) {
    last.ordinal = true;
    return undefined;
  }
  if (wordSense.fillers.has(word)) return undefined;
  if (wordSense.about.has(word)) return void (said.approximate = true);
  if (wordSense.perhaps.has(word)) return void (said.uncertain = true);
  if (wordSense.beforeChrist.has(word)) return void (said.era = "BC");
  if (wordSense.afterChrist.has(word)) return void (said.era = "AD");
  const weekday = weekdayOf(word);
  if (weekday !== undefined) {
    said.weekday = weekday;
    return undefined;
  }
  const sense = wordSense.until.has(word) ? ({ state: "none" } as const) : monthOf(word);
  if (sense.state === "none") return { why: `I do not know the word ‘${word.slice(0, 20)}’ in a date.` };
  if (sense.state === "slip") said.notes.push(slipNote(word, sense.month));
  said.months.push(sense.month);
  return undefined;
}

/** '23rd', '23-го': an ending belongs to the number that it touches. */
function endsNumber(token: Token, before: Token | undefined, beforeThat: Token | undefined): boolean {
  if (token.apart || !before) return false;
  return before.kind === "number" || (before.text === "-" && !before.apart && beforeThat?.kind === "number");
}

function slipNote(word: string, month: number): string {
  return `‘${word}’ is taken for ${monthName(month)}.`;
}
