import type { HeldSlip } from "@/records";
import { lateByWords } from "../assignment/words";
import { pointsText, shareText } from "../attempt/points";

/** What an attempt was for, and what lateness took. */
export function ForAssignment({ assignment }: { assignment: NonNullable<HeldSlip["attempt"]["assignment"]> }) {
  const { title, className, lateBy, deduction, counts } = assignment;
  return (
    <p className="ui">
      For {title}, {className}.{lateBy > 0 && ` Handed in ${lateByWords(lateBy)} late`}
      {lateBy > 0 && (deduction > 0 ? `, less ${shareText(deduction)} of the points` : ", which costs nothing")}
      {lateBy > 0 && "."}
      {counts !== null && deduction > 0 && (
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
