import { shareOf } from "@/assessment";
import type { AssignmentLearner, ClassAssignment } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { lateByWords, lengthWords } from "../../../../../assignment/words";
import { pointsText, shareText } from "../../../../../attempt/points";
import { perCent } from "../../per-cent";

/** Everyone for whom an assignment is meant: how far they are, their attempts, and what counts. */
export function Learners({ page: { learners, choices, assignment } }: { page: ClassAssignment }) {
  const { id: classId, timeZone } = choices.class;
  const done = learners.filter(({ attempts }) => attempts.length > 0).length;
  return (
    <section className="section" aria-labelledby="learners">
      <h2 id="learners">
        {done} of {learners.length} handed in
      </h2>
      {learners.length === 0 ? (
        <EmptyState title="Nobody is in it yet.">
          <p>Whoever joins {assignment.groupId ? "the group" : "the class"} finds it on their page.</p>
        </EmptyState>
      ) : (
        <Table caption="Learners of this assignment" captionHidden>
          <thead>
            <tr>
              <th scope="col">Learner</th>
              <th scope="col">Attempts</th>
              <th scope="col">Own terms</th>
              <th scope="col" className="num">
                Counts
              </th>
            </tr>
          </thead>
          <tbody>
            {learners.map((learner) => (
              <tr key={learner.personId}>
                <th scope="row">
                  <a href={`/classes/${classId}/learners/${learner.personId}`}>{learner.displayName}</a>
                </th>
                <td>
                  <Attempts learner={learner} timeZone={timeZone} />
                </td>
                <td>{ownTerms(learner)}</td>
                <td className="num">
                  <Counts learner={learner} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function Attempts({ learner: { attempts, running }, timeZone }: { learner: AssignmentLearner; timeZone: string }) {
  if (attempts.length === 0 && !running) return <>not begun</>;
  return (
    <>
      {attempts.map(({ id, number, submittedAt, lateBy, deduction }) => (
        <div key={id}>
          <a href={`/attempts/${id}/result`}>Attempt {number}</a>, <When at={submittedAt} timeZone={timeZone} />
          {lateBy > 0 && `, ${lateByWords(lateBy)} late`}
          {deduction > 0 && `, less ${shareText(deduction)}`}
        </div>
      ))}
      {running && (
        <div>
          in progress
          {running.endsAt && (
            <>
              , until <When at={running.endsAt} timeZone={timeZone} />
            </>
          )}
        </div>
      )}
    </>
  );
}

/** What is other for them than for everyone. */
function ownTerms({ terms, timeFactor }: AssignmentLearner): string {
  const { origin } = terms;
  const dates = (["opensAt", "dueAt", "closesAt"] as const).some((field) => origin[field] !== "everyone");
  return [
    ...(timeFactor > 1 ? [`time × ${timeFactor}`] : []),
    ...(dates ? ["other dates"] : []),
    ...(origin.timeLimit !== "everyone"
      ? [terms.timeLimit === null ? "no time limit" : lengthWords(terms.timeLimit)]
      : []),
    ...(origin.attempts !== "everyone"
      ? [terms.attempts === null ? "any number of attempts" : `${terms.attempts} attempts`]
      : []),
  ].join(", ");
}

function Counts({ learner: { score } }: { learner: AssignmentLearner }) {
  if (!score)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="vh">nothing yet</span>
      </>
    );
  return (
    <>
      {pointsText(score.points)} of {pointsText(score.maxPoints)}, {perCent(shareOf(score))} %{score.late && ", late"}
    </>
  );
}
