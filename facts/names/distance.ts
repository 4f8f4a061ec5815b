import type { Word } from "./people";
import { mayBeNear, slipsBetween, slipsForgiven } from "./slips";
import { opposedTo } from "./words";

/** How far what was typed is from a form that is known. */
export interface Distance {
  slips: number;
  /** Some word is spelt in another way than in any form we know. */
  respelt: boolean;
}

/**
 * How far one word is from another; null when they are two words. With `forgiving`, typing slips count as nearness: as
 * many as the shorter of word and spelling key bears, and in both of them, for the key alone would take Tallinn for
 * Stalin. Never in a numeral, nor where the slip leads as well to the word's opposite.
 */
export function wordDistance(typed: Word, known: Word, forgiving: boolean): Distance | null {
  if (typed.text === known.text) return { slips: 0, respelt: false };
  if (typed.numeral || known.numeral) return null;
  if (typed.key === known.key) return { slips: 0, respelt: true };
  const most = forgiving ? slipsForgiven(known.text.length) : 0;
  if (most === 0) return null;
  // In a short word, a slip beside another spelling is another name: Himmler is not Hitler.
  const mostInText = most > 1 ? most + 1 : most;
  const inText = mayBeNear(typed.letters, known.letters, mostInText)
    ? slipsBetween(typed.text, known.text, mostInText)
    : mostInText + 1;
  const mostInKey = Math.min(most, slipsForgiven(known.key.length));
  const inKey =
    inText > 1 && inText <= mostInText && mayBeNear(typed.keyLetters, known.keyLetters, mostInKey)
      ? slipsBetween(typed.key, known.key, mostInKey)
      : mostInKey + 1;
  const slips = Math.min(inText > most ? Infinity : inText, inKey > mostInKey ? Infinity : inKey);
  if (slips === Infinity) return null;
  const opposed = opposedTo(known.text).some(
    (other) => other !== known.text && slipsBetween(typed.text, other, slips) <= slips,
  );
  return opposed ? null : { slips, respelt: false };
}
