import type { CompiledCourse, CompiledLesson } from "@/content/compiled";
import { courseHref, glossaryHref } from "../course/addresses";
import { aroundLesson } from "../course/around-lesson";
import { courseOutline } from "../course/lessons";
import styles from "./lesson.module.css";
import { ReadForm } from "./read-form";
import { KeyTerms } from "./terms";

/** The end of a lesson: what was learnt, the words to know, its quiz, the next lesson. */
export function LessonEnd({ course, lesson }: { course: CompiledCourse; lesson: CompiledLesson }) {
  const quiz = course.quizzes.find((each) => each.id === lesson.quizId);
  const { before, after } = aroundLesson(courseOutline(course), lesson.id);
  const points = quiz?.items.reduce((sum, item) => sum + item.points, 0);
  return (
    <section className={styles.end} id="end" aria-labelledby="end-title">
      <h2 id="end-title">What you have learnt</h2>
      <ol className={styles.learnt}>
        {lesson.learnt.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <KeyTerms terms={lesson.terms} glossary={glossaryHref(course.id)} />
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
        <nav aria-label="Before and after this lesson">
          <ul>
            {after.map(({ href, what, title }) => (
              <li key={href}>
                Then {what}: <a href={href}>{title}</a>
              </li>
            ))}
            {before && (
              <li>
                Before it {before.what}: <a href={before.href}>{before.title}</a>
              </li>
            )}
            <li>
              <a href={courseHref(course.id)}>All lessons</a> <a href={glossaryHref(course.id)}>Glossary</a>
            </li>
          </ul>
        </nav>
        <ReadForm courseId={course.id} lessonId={lesson.id} />
      </div>
    </section>
  );
}
