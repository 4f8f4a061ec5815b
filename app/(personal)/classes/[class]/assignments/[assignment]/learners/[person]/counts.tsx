import { perCent } from "@/assessment/gradebook";
import type { ScoreLine } from "@/records";
import { When } from "@/ui/when";
import { listed } from "../../../../../../../assignment/words";
import { pointsText, scoreText, shareText } from "../../../../../../../attempt/points";
import styles from "../../../../../../../decision/decision.module.css";
import { cellWords } from "../../../../../../../decision/words";

const rules = {
  best: "The best attempt counts",
  last: "The last attempt counts",
  first: "The first attempt counts",
  mean: "The mean of the attempts counts",
} as const;

/** The score of a cell, and in sentences why it is that. */
export function Counts({ line, now, timeZone }: { line: ScoreLine; now: Date; timeZone: string }) {
  const { cell, counted } = line;
  return (
    <div className={styles.counts}>
      <p>
        {cellWords(cell)}
        {cell.score && (
          <>
            :{" "}
            <b>
              {scoreText(cell.score, " points")}
              {cell.score.maxPoints > 0 && `, ${perCent(cell.score.share)} per cent`}
            </b>
          </>
        )}
      </p>
      {why(line).map((sentence) => (
        <p key={sentence} className="hint">
          {sentence}
        </p>
      ))}
      {cell.score?.overridden && counted && counted.maxPoints > 0 && (
        <p className="hint">Without that, {scoreText(counted)} would count.</p>
      )}
      {!cell.score && line.terms.dueAt && (
        <p className="hint">
          {line.terms.dueAt < now ? "It was due" : "It is due"} <When at={line.terms.dueAt} timeZone={timeZone} />.
        </p>
      )}
    </div>
  );
}

function why({ cell, counted, attempts, counts, dropped }: ScoreLine): string[] {
  const { state, score } = cell;
  const numbers = attempts.filter(({ counts }) => counts).map(({ number }) => String(number));
  const several = attempts.filter(({ submittedAt, voided }) => submittedAt !== null && !voided).length > 1;
  return [
    ...(state === "excused" ? ["It counts in no total, whatever was handed in."] : []),
    ...(state === "exempt" ? ["It is for a group that they are not in, so it counts in no total."] : []),
    ...(score?.overridden
      ? ["A teacher gave these points by hand: they are final, and lateness takes nothing off them."]
      : []),
    ...(score && !score.overridden && several
      ? [`${rules[counts]}: ${numbers.length === 1 ? "attempt" : "attempts"} ${listed(numbers)}.`]
      : []),
    ...(score && score.maxPoints > 0 && !score.overridden && score.deduction > 0
      ? [
          `Lateness took ${shareText(score.deduction)} of the points: ${pointsText(counted?.points ?? score.points)} are left.`,
        ]
      : []),
    ...(!score && cell.counts === 0 ? ["In totals it counts as 0."] : []),
    ...(!score && cell.counts === null && (state === "missing" || state === "in progress" || state === "voided")
      ? ["In totals it does not count yet."]
      : []),
    ...(dropped ? ["It is among the lowest of its category, which do not count in the total."] : []),
  ];
}
