import type { Metadata } from "next";
import { cache } from "react";
import { ENOUGH } from "@/assessment/analysis";
import { found, requireViewer } from "@/auth";
import { classQuizzes, type ClassQuiz } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { ClassHead } from "../class-head";

interface Address {
  params: Promise<{ class: string }>;
}

const quizzesOf = cache(async (classId: string) =>
  found(classQuizzes(await requireViewer(`/classes/${classId}/quizzes`), { classId })),
);

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Questions, ${(await quizzesOf((await params).class)).class.name}` };
}

/** The quizzes that a class has handed in, each with what it leads to: how its questions worked. */
export default async function ClassQuizzesPage({ params }: Address) {
  const { class: group, learners, quizzes } = await quizzesOf((await params).class);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="questions" />
      {quizzes.length === 0 ? (
        <EmptyState title="Nothing has been handed in yet.">
          <p>When your learners have handed in a quiz, it stands here, with the questions that are worth a look.</p>
        </EmptyState>
      ) : (
        <Table caption="Quizzes that were handed in, and how their questions worked" className="stacks">
          <thead>
            <tr>
              <th scope="col">Quiz</th>
              <th scope="col" className="num">
                Handed in
              </th>
              <th scope="col" className="num">
                Mean
              </th>
              <th scope="col">What to see</th>
            </tr>
          </thead>
          <tbody>
            {quizzes.map((quiz) => (
              <tr key={quiz.quizId}>
                <th scope="row">
                  <a href={`/classes/${group.id}/quizzes/${quiz.quizId}`}>{quiz.title}</a>
                  {!quiz.assigned && <span className="meta"> not set: their own attempts</span>}
                </th>
                <td className="num" data-of="Handed in">
                  {quiz.attempts} of {learners}
                </td>
                <td className="num" data-of="Mean">
                  {quiz.mean === null ? "–" : `${Math.round(100 * quiz.mean)} per cent`}
                </td>
                <td>{lookWords(quiz)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </main>
  );
}

function lookWords({ look, attempts }: ClassQuiz): string {
  if (attempts < ENOUGH) return "Too few attempts to say";
  return look === 0 ? "Nothing stands out" : look === 1 ? "1 question worth a look" : `${look} questions worth a look`;
}
