import { shareOf } from "@/assessment";
import type { AssignmentLearner, ClassAssignment } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { lateByWords, lengthWords } from "../../../../../assignment/words";
import { scoreText, shareText } from "../../../../../attempt/points";
import { perCent } from "../../per-cent";

/** So many learners are shown before somebody asks for all. */
const fold = 100;

/** Everyone for whom an assignment is meant: how far they are, their attempts, and what counts. */
export function Learners({
  page: { learners, choices, assignment },
  all,
}: {
  page: ClassAssignment;
  /** A long list is shown to its end. */
  all: boolean;
}) {
  const { id: classId, timeZone } = choices.class;
  const shown = all ? learners : learners.slice(0, fold);
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
        <div>
          <Table caption="Learners of this assignment" captionHidden className="stacks">
            <thead>
              <tr>
                <th scope="col">Learner</th>
                <th scope="col" className="num">
                  Counts
                </th>
                <th scope="col">Attempts</th>
                <th scope="col">Own terms</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((learner) => (
                <tr key={learner.personId}>
                  <th scope="row">
                    <a href={`/classes/${classId}/assignments/${assignment.id}/learners/${learner.personId}`}>
                      {learner.displayName}
                    </a>
                  </th>
                  <td className="num" data-of="Counts">
                    <Counts learner={learner} />
                  </td>
                  <td>
                    <Attempts learner={learner} timeZone={timeZone} />
                  </td>
                  <OwnTerms learner={learner} />
                </tr>
              ))}
            </tbody>
          </Table>
          {shown.length < learners.length && (
            <p className="ui">
              {shown.length} of {learners.length} are shown.{" "}
              <a href={`/classes/${classId}/assignments/${assignment.id}?all=1#learners`}>Show all</a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function Attempts({ learner: { attempts, running }, timeZone }: { learner: AssignmentLearner; timeZone: string }) {
  if (attempts.length === 0 && !running) return <>not begun</>;
  return (
    <>
      {attempts.map(({ id, number, submittedAt, lateBy, deduction, voided }) => (
        <div key={id}>
          <a href={`/attempts/${id}/result`}>Attempt {number}</a>, <When at={submittedAt} timeZone={timeZone} />
          {lateBy > 0 && `, ${lateByWords(lateBy)} late`}
          {deduction > 0 && `, less ${shareText(deduction)}`}
          {voided && ", taken out"}
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
function OwnTerms({ learner: { terms, timeFactor } }: { learner: AssignmentLearner }) {
  const { origin } = terms;
  const dates = (["opensAt", "dueAt", "closesAt"] as const).some((field) => origin[field] !== "everyone");
  const own = [
    ...(timeFactor > 1 ? [`time × ${timeFactor}`] : []),
    ...(dates ? ["other dates"] : []),
    ...(origin.timeLimit !== "everyone"
      ? [terms.timeLimit === null ? "no time limit" : lengthWords(terms.timeLimit)]
      : []),
    ...(origin.attempts !== "everyone"
      ? [terms.attempts === null ? "any number of attempts" : `${terms.attempts} attempts`]
      : []),
  ];
  return own.length > 0 ? <td data-of="Own terms">{own.join(", ")}</td> : <td />;
}

function Counts({ learner: { score, excused } }: { learner: AssignmentLearner }) {
  if (excused) return <>excused</>;
  if (!score)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="vh">nothing yet</span>
      </>
    );
  return (
    <>
      {scoreText(score)}
      {score.maxPoints > 0 && `, ${perCent(shareOf(score))} %`}
      {score.late && ", late"}
      {score.overridden && ", by hand"}
    </>
  );
}
