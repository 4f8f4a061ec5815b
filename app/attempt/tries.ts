import { shareWords } from "./share-words";

/** How often answers may be checked, and what each try after the first costs, in words: '⅔ of a point', 'nothing'. */
export interface TryRules {
  tries: number;
  extraTry: string;
}

/** How often an answer can be checked, and what the next time costs; before and after each try. */
export function triesWords({ tries, extraTry }: TryRules, used: number): string {
  if (used === 0)
    return `You can check ${timesWords(tries)}. The first costs nothing, ${tries === 2 ? "the second" : "each one after it"} ${extraTry}.`;
  const left = tries - used;
  return left === 1
    ? `1 try is left. It costs ${extraTry}.`
    : `${left} tries are left. The next one costs ${extraTry}.`;
}

/** 'once', 'twice', '3 times'. */
export function timesWords(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** What a checked answer is, in words: 'Right', 'Partly right: two thirds', 'Not right'. */
export function checkedWords(fraction: number): string {
  return fraction >= 1 ? "Right" : fraction > 0 ? `Partly right: ${shareWords(fraction)}` : "Not right";
}

/** What follows from the last check: how many tries are left, or that the question takes no more answers. */
export function afterCheck(rules: TryRules, tries: readonly { fraction: number }[]): string {
  if (tries.at(-1)!.fraction >= 1) return "This question is settled: go on to the next.";
  if (tries.length >= rules.tries) return "That was the last try, so this question takes no more answers.";
  return triesWords(rules, tries.length);
}
