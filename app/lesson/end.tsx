import type { CompiledCourse, CompiledLesson } from "@/content/compiled";
import styles from "./lesson.module.css";
import { ReadForm } from "./read-form";

/** The end of a lesson: what was learnt, its quiz, the next lesson. */
export function LessonEnd({ course, lesson }: { course: CompiledCourse; lesson: CompiledLesson }) {
  const quiz = course.quizzes.find((each) => each.id === lesson.quizId);
  const next = course.lessons.find((each) => each.number === lesson.number + 1);
  const points = quiz?.items.reduce((sum, item) => sum + item.points, 0);
  return (
    <section className={styles.end} id="end" aria-labelledby="end-title">
      <h2 id="end-title">What you have learnt</h2>
      <ol className={styles.learnt}>
        {lesson.learnt.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {quiz && (
        <div className={styles.do}>
          <a className="btn go" href={`/quizzes/${quiz.id}`}>
            Take the quiz
          </a>
          <p className="ui">
            {quiz.items.length} questions, {points} points, no clock. You can stop and come back.
          </p>
        </div>
      )}
      <div className={`${styles.after} ui`}>
        <p>
          {next ? (
            <>
              Then lesson {next.number}: <a href={`/lessons/${next.id}`}>{next.title}</a>
            </>
          ) : (
            <a href="/">All lessons</a>
          )}
        </p>
        <ReadForm courseId={course.id} lessonId={lesson.id} />
      </div>
    </section>
  );
}
