import type { ScoreLine } from "@/records";
import { lateByWords, promiseWords } from "../assignment/words";
import { scoreText, shareText } from "../attempt/points";
import { cellWords } from "../decision/words";

/** How an assignment stands, in a sentence or two that a parent can read. */
export function standsWords({ cell, held, attempts, counts, dropped }: ScoreLine, timeZone: string): string {
  const taken = attempts.filter(({ submittedAt, voided }) => submittedAt !== null && !voided);
  const counting = attempts.filter((each) => each.counts);
  const late = Math.max(0, ...counting.map(({ lateBy }) => lateBy));
  const ofNothing = cell.score?.maxPoints === 0;
  const sentences = [
    cell.state === "late" && late > 0
      ? `Handed in ${lateByWords(late)} late${cell.score && cell.score.deduction > 0 && !ofNothing ? `, less ${shareText(cell.score.deduction)} of the points` : ", which costs nothing"}`
      : cellWords(cell),
    ...(held === null ? [] : [`The score: ${promiseWords(held, timeZone)}`]),
    ...(cell.score?.overridden && cell.score.attemptIds.length > 0 ? ["The points were given by hand"] : []),
    ...(ofNothing ? ["Nothing counts in this quiz"] : []),
    ...(cell.score && !ofNothing && !cell.score.overridden && taken.length > 1
      ? [`${taken.length} attempts, ${ruleWords[counts]}`]
      : []),
    ...(cell.state === "excused" ? ["It does not count"] : []),
    ...(cell.score === null && cell.counts === 0
      ? [cell.state === "in progress" ? "It counts as 0 until it is handed in" : "It counts as 0"]
      : []),
    ...(dropped ? ["One of the lowest, so it does not count"] : []),
  ];
  return `${sentences.join(". ")}.`;
}

const ruleWords = {
  best: "the best counts",
  last: "the last counts",
  first: "the first counts",
  mean: "their mean counts",
};

/** The points; a dash where there are none to tell. */
export function pointsCell({ cell }: Pick<ScoreLine, "cell">): string | null {
  return cell.score && cell.score.maxPoints > 0 ? scoreText(cell.score) : null;
}
