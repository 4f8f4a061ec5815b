/** Numbers written out in English prose: 'thirty-six', 'two and a half million', 'tens of thousands'. Pure. */

const units = "one two three four five six seven eight nine".split(" ");
const teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const small = new Map<string, number>([
  ...units.map((word, index) => [word, index + 1] as const),
  ...teens.map((word, index) => [word, index + 10] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** What multiplies: the word itself, and how much. */
export const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const ordinals =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|(?:ten|eleven|twelf|\w+teen|\w+tie)th|hundredth|thousandth)s?$/;

export interface WrittenNumber {
  index: number;
  length: number;
  /** The number, or the least and the most that 'several hundred' may mean. */
  value: number | { least: number; most: number };
}

interface Word {
  word: string;
  index: number;
  /** What stands between this word and the one before: a space, a hyphen, or something else. */
  gap: string;
}

/** Every number that is written out in words, from one upward, in the order in which they stand. */
export function writtenNumbers(text: string): WrittenNumber[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/[A-Za-z]+/g)) {
    words.push({ word: match[0].toLowerCase(), index: match.index, gap: text.slice(end, match.index) });
    end = match.index + match[0].length;
  }
  const found: WrittenNumber[] = [];
  for (let at = 0; at < words.length;) {
    const read = manyFrom(words, at) ?? numberFrom(words, at);
    if (!read) {
      at++;
      continue;
    }
    const first = words[at]!;
    const last = words[read.next - 1]!;
    if (read.value !== undefined) {
      found.push({ index: first.index, length: last.index + last.word.length - first.index, value: read.value });
    }
    at = read.next;
  }
  return found;
}

interface Read {
  /** Absent for an ordinal: 'twenty-first' counts nothing. */
  value?: WrittenNumber["value"];
  next: number;
}

const joins = (word: Word | undefined): word is Word => word !== undefined && /^[ -]$/.test(word.gap);
const spaced = (word: Word | undefined, is: string): boolean =>
  word !== undefined && word.gap === " " && word.word === is;

/** 'thousands', 'tens of thousands', 'several hundred', 'a few million': more than one of them and not very many. */
function manyFrom(words: readonly Word[], at: number): Read | undefined {
  const first = words[at]!.word;
  const plural = (word: string): number | undefined =>
    word === "tens" ? 10 : word.endsWith("s") ? scales[word.slice(0, -1)] : undefined;
  let scale = plural(first);
  if (scale !== undefined) {
    let next = at + 1;
    const further = spaced(words[next], "of") ? plural(words[next + 1]?.word ?? "") : undefined;
    if (further !== undefined && words[next + 1]?.gap === " ") [scale, next] = [scale * further, next + 2];
    // 'Tens' alone counts things by ten: left to the reader.
    if (first === "tens" && further === undefined) return undefined;
    const most = further === undefined ? 1000 : 20;
    return { value: { least: 2 * scale, most: Math.min(most, scale < 1000 ? 20 : most) * scale }, next };
  }
  if (/^(?:several|few|many|some)$/.test(first)) {
    const word = joins(words[at + 1]) ? words[at + 1]!.word : "";
    const by = scales[word];
    if (by !== undefined && first !== "some") return { value: { least: 2 * by, most: 20 * by }, next: at + 2 };
  }
  return undefined;
}

/** 'thirty-six', 'a hundred and twenty', 'half a million', 'two and a half million'. */
function numberFrom(words: readonly Word[], at: number): Read | undefined {
  let { word } = words[at]!;
  let next = at;
  if (word === "half" && (spaced(words[at + 1], "a") || joins(words[at + 1]))) {
    const by = at + (spaced(words[at + 1], "a") ? 2 : 1);
    const scale = joins(words[by]) ? scales[words[by].word] : undefined;
    return scale === undefined ? undefined : { value: scale / 2, next: by + 1 };
  }
  let total = 0;
  let current: number | undefined;
  if ((word === "a" || word === "an") && joins(words[at + 1]) && scales[words[at + 1]!.word] !== undefined) {
    current = 1;
    next++;
  } else if (!small.has(word) && scales[word] === undefined) {
    return undefined;
  }
  for (; next < words.length; next++) {
    word = words[next]!.word;
    if (next > at && !joins(words[next])) break;
    const value = small.get(word);
    const scale = scales[word];
    if (value !== undefined) {
      const room =
        current === undefined
          ? Infinity
          : current % 100 === 0
            ? 100
            : current % 10 === 0 && current % 100 > 10
              ? 10
              : 0;
      if (value >= room) break;
      current = (current ?? 0) + value;
    } else if (scale === 100 || scale === 12) {
      current = (current ?? 1) * scale;
    } else if (scale !== undefined) {
      total += (current ?? 1) * scale;
      current = undefined;
    } else if (word === "and" && spaced(words[next + 1], "a") && spaced(words[next + 2], "half")) {
      const by = joins(words[next + 3]) ? scales[words[next + 3]!.word] : undefined;
      if (by !== undefined) return { value: total + ((current ?? 0) + 0.5) * by, next: next + 4 };
      const last = scales[words[next - 1]!.word];
      return { value: total + (current ?? 0) + (last ?? 1) / 2, next: next + 3 };
    } else if (word === "and" && scales[words[next - 1]?.word ?? ""] !== undefined && joins(words[next + 1])) {
      // 'a hundred and twenty', and not 'a hundred and a few' or 'five hundred and six hundred'.
      const after = small.get(words[next + 1]!.word);
      const then = scales[words[next + 2]?.word ?? ""] ?? Infinity;
      if (after === undefined || then < 1000 || (then < Infinity && words[next - 1]!.word !== "hundred")) break;
    } else break;
  }
  if (joins(words[next]) && ordinals.test(words[next]!.word) && (current ?? 0) % 10 === 0 && next > at) {
    // 'twenty-first', 'two hundred and fiftieth': it says which, not how many.
    if (words[next]!.gap === "-" || (current ?? 0) >= 100) return { next: next + 1 };
  }
  const value = total + (current ?? 0);
  return { value, next: Math.max(next, at + 1) };
}
