import type { Metadata } from "next";
import { shareOf } from "@/assessment";
import { found, requireViewer } from "@/auth";
import { learnerAttempts } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ClassHead } from "../../class-head";
import { perCent } from "../../per-cent";
import { scoreText } from "../../../../../attempt/points";
import { ActionForm } from "../../../../../forms/action-form";
import { grantTime } from "../../assignments/actions";

interface Address {
  params: Promise<{ class: string; person: string }>;
}

async function attempts({ params }: Address) {
  const { class: classId, person: personId } = await params;
  return found(learnerAttempts(await requireViewer(`/classes/${classId}/learners/${personId}`), { classId, personId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { learner, class: group } = await attempts(address);
  return { title: `${learner.displayName}, ${group.name}` };
}

/** Every attempt of one learner, the newest first. */
export default async function LearnerPage(address: Address) {
  const { timeZone } = await requireViewer();
  const { class: group, learner, quizzes } = await attempts(address);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="people" />
      <header className="pagehead" style={{ paddingBlockStart: "var(--s4)" }}>
        <h2 style={{ fontSize: "var(--t-head)" }}>{learner.displayName}</h2>
        <p className="ui">
          <a href={`/classes/${group.id}/learners/${learner.id}/report`}>Scores, and a report to print</a>
        </p>
        {learner.removedAt && (
          <p className="meta">
            No longer in the class since <When at={learner.removedAt} timeZone={timeZone} form="day" />. What was begun
            before stays here.
          </p>
        )}
      </header>
      {quizzes.length === 0 && (
        <EmptyState title="No attempts yet.">
          <p>What {learner.displayName} hands in will stand here, question by question.</p>
        </EmptyState>
      )}
      {quizzes.map((quiz) => (
        <section className="section" key={quiz.quizId} aria-labelledby={`quiz-${quiz.quizId}`}>
          <h2 id={`quiz-${quiz.quizId}`}>{quiz.title}</h2>
          <Table caption={`Attempts at ${quiz.title}`} captionHidden className="stacks">
            <thead>
              <tr>
                <th scope="col">Attempt</th>
                <th scope="col">Begun</th>
                <th scope="col">Handed in</th>
                <th scope="col" className="num">
                  Points
                </th>
                <th scope="col" className="num">
                  Per cent
                </th>
              </tr>
            </thead>
            <tbody>
              {quiz.attempts.map((attempt) => (
                <tr key={attempt.id}>
                  <th scope="row">
                    {attempt.submittedAt ? (
                      <a href={`/attempts/${attempt.id}/result`}>Attempt {attempt.number}</a>
                    ) : (
                      `Attempt ${attempt.number}`
                    )}
                    {attempt.practice && ", practice"}
                    {attempt.assignment && (
                      <>
                        ,{" "}
                        <a href={`/classes/${group.id}/assignments/${attempt.assignment.id}`}>
                          {attempt.assignment.title}
                        </a>
                      </>
                    )}
                  </th>
                  <td data-of="Begun">
                    <When at={attempt.startedAt} timeZone={timeZone} />
                  </td>
                  <td data-of="Handed in">
                    {attempt.submittedAt ? <When at={attempt.submittedAt} timeZone={timeZone} /> : "in progress"}
                  </td>
                  <td className="num" data-of="Points">
                    {attempt.points !== null && attempt.maxPoints !== null
                      ? scoreText({ points: attempt.points, maxPoints: attempt.maxPoints })
                      : "–"}
                  </td>
                  <td className="num" data-of="Per cent">
                    {attempt.points !== null && attempt.maxPoints
                      ? perCent(shareOf({ points: attempt.points, maxPoints: attempt.maxPoints }))
                      : "–"}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      ))}
      {!learner.removedAt && (
        <section className="section" aria-labelledby="time">
          <h2 id="time">Extra time</h2>
          <ActionForm
            action={grantTime}
            hidden={{ person: learner.id }}
            fields={[
              {
                name: "timeFactor",
                label: "Their time, times everyone’s",
                hint: "1.5 makes 30 minutes of 20, at every assignment. Neither a limit nor a closing time cuts it, and they see it. 1: as everyone’s.",
                value: String(learner.timeFactor),
                autoComplete: "off",
                required: true,
              },
            ]}
            submit="Save"
            button="btn"
          />
        </section>
      )}
    </main>
  );
}
