import type { AttemptRules } from "@/records";
import { shareWords } from "./share-words";
import { timesWords } from "./tries";

/** How an attempt is marked, in plain words. What each certainty gives and takes is a table beside them. */
export function rulesInWords({ certainty, tries, penalty }: AttemptRules): string {
  const checked =
    tries > 1
      ? `You can have each answer checked ${timesWords(tries)} before you hand in. ${extraTry(penalty, tries)} What you change and hand in unchecked counts as a try.`
      : "Your answers are marked when you hand in.";
  return certainty
    ? `${checked} ${certaintyInWords}`
    : `${checked} A wrong answer gives nothing, and takes nothing away from other questions.`;
}

/** What saying how sure one is means. */
export const certaintyInWords =
  "With each answer you say how sure you are: the surer, the more a right one gives and a wrong one takes. What you leave blank gives and takes nothing.";

/** 'Each try after the first costs a third of the question’s points.' */
export function extraTry(penalty: number, tries: number): string {
  const which = tries === 2 ? "The second try" : "Each try after the first";
  if (penalty <= 0) return `${which} costs nothing.`;
  return `${which} costs ${shareWords(penalty)}${penalty >= 1 ? "" : " of"} the question’s points.`;
}
