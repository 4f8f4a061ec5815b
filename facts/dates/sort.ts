import type { Season } from "./date";
import { monthName, ordinal, SEASON_NAMES } from "./format";
import { isCentury } from "./idioms";
import { assignNumbers, type TypedNumber } from "./numbers";
import type { Era, Parts, Setting, Unread } from "./parts";
import type { Portion } from "./step";
import type { Token } from "./tokens";
import { assignUnit } from "./units";
import { monthOf, seasonOf, thirdOf, weekdayOf, wordSense } from "./words";

interface Said extends Parts {
  numbers: TypedNumber[];
  months: number[];
  era?: Era;
}

/** Sorts the tokens of one date into its parts, without asking yet whether such a day exists. */
export function partsOf(tokens: readonly Token[], setting: Setting): Parts | Unread {
  const said: Said = { numbers: [], months: [], notes: [] };
  for (let i = 0; i < tokens.length; i++) {
    const trouble = take(tokens, i, said);
    if (trouble) return trouble;
  }
  if (said.months.length > 1) return { why: "That names two months." };
  const { numbers, months, era = setting.era, ...parts } = said;
  const [month] = months;
  if (parts.season !== undefined || parts.unit !== undefined) {
    if (month !== undefined) return { why: "That names a month and something longer." };
    const assigned = assignUnit(parts, numbers, era, setting.century);
    if ("why" in assigned) return assigned;
    return { ...parts, ...assigned, notes: [...parts.notes, ...(assigned.notes ?? [])] };
  }
  // 'early' alone, in 'early to mid August 1939'.
  if (parts.portion && numbers.length === 0 && month === undefined && setting.range) return parts;
  const assigned = assignNumbers(numbers, month, era, setting);
  return "why" in assigned ? assigned : { ...parts, ...assigned };
}

function take(tokens: readonly Token[], i: number, said: Said): Unread | undefined {
  const token = tokens[i]!;
  if (token.kind === "number") return takeNumber(tokens, i, said);
  if (token.kind === "word") return takeWord(tokens, i, said);
  if (token.text === "?") said.uncertain = true;
  if (token.text === "~") said.approximate = true;
  return token.text === "&" || token.text === "+" ? { why: "Write one date." } : undefined;
}

function takeNumber(tokens: readonly Token[], i: number, said: Said): Unread | undefined {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  if (token.text.length > 8) return { why: "That number is too long for a date." };
  if (before?.text === "q" && !token.apart) {
    said.portion = { index: Number(token.text) - 1, of: 4 };
    return portionTrouble(said.portion);
  }
  said.numbers.push({
    digits: token.text,
    value: Number(token.text),
    shortened: before?.text === "'" && !token.apart,
    ordinal: token.ordinal ?? false,
  });
  return undefined;
}

function takeWord(tokens: readonly Token[], i: number, said: Said): Unread | undefined {
  const { text: word } = tokens[i]!;
  const last = said.numbers.at(-1);
  if (last && endsNumber(tokens, i)) {
    if (isDecade(tokens, i, last)) return void (said.unit = "decade");
    if (word === "c") return void (said.unit = "century");
    if (wordSense.ordinals.has(word)) return void (last.ordinal = true);
  }
  if (last && last.value <= 100 && isCentury(tokens, i)) return void (said.unit = "century");
  if (wordSense.centuries.has(word)) return void (said.unit = "century");
  const shares = wordSense.halves.has(word) ? 2 : wordSense.quarters.has(word) ? 4 : undefined;
  if (shares) return takeShare(shares, said);
  // Only before its number: 'q1'.
  if (word === "q" && tokens[i + 1]?.kind === "number" && !tokens[i + 1]?.apart) return undefined;
  if (wordSense.fillers.has(word)) return undefined;
  if (wordSense.about.has(word)) return void (said.approximate = true);
  if (wordSense.perhaps.has(word)) return void (said.uncertain = true);
  if (wordSense.beforeChrist.has(word)) return void (said.era = "BC");
  if (wordSense.afterChrist.has(word)) return void (said.era = "AD");
  if (word === "oldstyle" || word === "newstyle") return void (said.style = word === "oldstyle" ? "old" : "new");
  const third = thirdOf(word);
  if (third !== undefined) return void (said.portion = { index: third, of: 3 });
  const season = seasonOf(word);
  // A month is nearer than a season that would have to be a slip.
  if (season && (!season.slip || monthOf(word).state === "none")) {
    if (season.slip) said.notes.push(`‘${word}’ is taken for ${SEASON_NAMES[season.season]}.`);
    return takeSeason(season.season, said);
  }
  const weekday = weekdayOf(word);
  if (weekday !== undefined) return void (said.weekday = weekday);
  const sense = wordSense.until.has(word) ? ({ state: "none" } as const) : monthOf(word);
  if (sense.state === "none") return { why: `I do not know the word ‘${[...word].slice(0, 20).join("")}’ in a date.` };
  if (sense.state === "slip") said.notes.push(`‘${word}’ is taken for ${monthName(sense.month)}.`);
  said.months.push(sense.month);
  return undefined;
}

/** '23rd', '23-го', '1930s', '1930’s': an ending belongs to the number that it touches. */
function endsNumber(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (tokens[i]!.apart || !before) return false;
  if (before.kind === "number") return true;
  return (before.text === "-" || before.text === "'") && !before.apart && tokens[i - 2]?.kind === "number";
}

/** Whether the ending makes ten years of the number: not '30-е августа', which is a day, but '30-е годы'. */
function isDecade(tokens: readonly Token[], i: number, number: TypedNumber): boolean {
  const { text } = tokens[i]!;
  if (!wordSense.decades.has(text) || number.ordinal) return false;
  if (text === "s" || number.digits.length > 2 || number.value > 31) return true;
  const next = tokens.slice(i + 1).find(({ kind }) => kind === "word")?.text ?? "";
  return /^(год|гг|jahr|рок)/.test(next);
}

/** 'the second half of': the number before it says which. */
function takeShare(of: 2 | 4, said: Said): Unread | undefined {
  const which = said.numbers.pop();
  if (said.portion && which === undefined)
    return void (said.portion = { index: said.portion.index === 0 ? 0 : of - 1, of });
  if (which === undefined) return { why: "Say which half or quarter: the first or the last." };
  said.portion = { index: which.value - 1, of };
  return portionTrouble(said.portion);
}

function portionTrouble({ index, of }: Portion): Unread | undefined {
  if (index >= 0 && index < of) return undefined;
  return { why: `There is no ${ordinal(index + 1)} ${of === 2 ? "half" : "quarter"}.` };
}

function takeSeason(season: Season["season"], said: Said): Unread | undefined {
  if (said.season !== undefined && said.season !== season) return { why: "That names two seasons." };
  said.season = season;
  return undefined;
}
