import type { QuizOverview } from "@/records";
import { Table } from "@/ui/table";
import { dayText, timeText } from "./clock";
import { pointsText } from "./points";

/** Begin or go on, what to expect, and the attempts so far. */
export function QuizDoor({ quiz, timeZone }: { quiz: QuizOverview; timeZone: string }) {
  const done = quiz.attempts.filter((attempt) => attempt.submittedAt !== null);
  const open = quiz.attempts.find((attempt) => attempt.id === quiz.openAttemptId);
  return (
    <div className="col">
      <header className="pagehead">
        <p className="label">Quiz</p>
        <h1>{quiz.title}</h1>
        <p>
          {quiz.questions} questions, {pointsText(quiz.maxPoints)} points. There is no clock. Every change is saved as
          you make it: you can stop, and come back on another device.
        </p>
        {open && (
          <p>
            You began attempt {open.number} on {dayText(open.startedAt, timeZone)} at{" "}
            {timeText(open.startedAt, timeZone)}. Your answers are kept.
          </p>
        )}
        <form method="post" action="/api/attempts" className="do">
          <input type="hidden" name="quizId" value={quiz.quizId} />
          <button className="btn go tall">
            {open ? `Go on with attempt ${open.number}` : done.length > 0 ? "Try again" : "Begin the quiz"}
          </button>
          <a className="ui" href={`/lessons/${quiz.lessonId}`}>
            Read the lesson first
          </a>
        </form>
      </header>
      {done.length > 0 && (
        <Table caption="Your attempts">
          <thead>
            <tr>
              <th scope="col">Attempt</th>
              <th scope="col">Handed in</th>
              <th scope="col" className="num">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {done.map((attempt) => (
              <tr key={attempt.id}>
                <th scope="row">
                  <a href={`/attempts/${attempt.id}/result`}>Attempt {attempt.number}</a>
                </th>
                <td>
                  {dayText(attempt.submittedAt!, timeZone)}, {timeText(attempt.submittedAt!, timeZone)}
                </td>
                <td className="num">
                  {pointsText(attempt.points!)} of {pointsText(attempt.maxPoints!)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
