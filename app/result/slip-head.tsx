import type { HeldSlip } from "@/records";
import { Stamp } from "@/ui/stamp";
import { lateByWords } from "../assignment/words";
import { dayText, timeText } from "../attempt/clock";
import { nothingCounts, pointsText, shareText } from "../attempt/points";
import styles from "./result.module.css";

/** The head of a slip: whose attempt at what, its points where they are shown, and the stamp of when it came in. */
export function SlipHead({ label, attempt }: { label: string; attempt: HeldSlip["attempt"] }) {
  const { learner, number, practice, title, points, maxPoints, assignment, submittedAt, outOfTime, timeZone } = attempt;
  return (
    <header className={styles.top}>
      <div>
        <p className="label">
          {label}, {learner.displayName}, attempt {number}
          {practice && ", practice"}
        </p>
        <h1>{title}</h1>
        {points !== null && (
          <p className={styles.score}>
            {maxPoints > 0 ? (
              <>
                <b>{pointsText(points)}</b> <span>of {pointsText(maxPoints)} points</span>
              </>
            ) : (
              <>
                <b>–</b> <span>{nothingCounts}</span>
              </>
            )}
          </p>
        )}
        {assignment && <ForAssignment assignment={assignment} ofNothing={maxPoints === 0} />}
        {outOfTime && <p className="ui">Its time was over when it was handed in.</p>}
      </div>
      <Stamp
        className={styles.stamp}
        date={dayText(submittedAt, timeZone, "short")}
        time={timeText(submittedAt, timeZone)}
        label={`Stamp: handed in ${dayText(submittedAt, timeZone)}, ${timeText(submittedAt, timeZone)}`}
      />
    </header>
  );
}

/** What an attempt was for, and what lateness took. */
function ForAssignment({
  assignment,
  ofNothing,
}: {
  assignment: NonNullable<HeldSlip["attempt"]["assignment"]>;
  ofNothing: boolean;
}) {
  const { title, className, lateBy, deduction, counts } = assignment;
  const cost = deduction > 0 && !ofNothing ? `less ${shareText(deduction)} of the points` : "which costs nothing";
  return (
    <p className={`ui ${styles.work}`}>
      For {title}, {className}.{lateBy > 0 && ` Handed in ${lateByWords(lateBy)} late, ${cost}.`}
      {counts !== null && deduction > 0 && !ofNothing && (
        <>
          {" "}
          It counts{" "}
          <b>
            {pointsText(counts)} {counts === 1 ? "point" : "points"}
          </b>
          .
        </>
      )}
    </p>
  );
}
