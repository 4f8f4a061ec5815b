import { Fragment } from "react";
import type { CompiledCourse } from "@/content/compiled";
import styles from "./glossary-list.module.css";

/** Each word with its meaning and the lessons that use it. A word's id is its address in the page. */
export function GlossaryList({ course }: { course: CompiledCourse }) {
  return (
    <dl className={styles.words}>
      {course.glossary.map(({ id, term, meaning, lessonIds }) => {
        const lessons = course.lessons.filter((lesson) => lessonIds.includes(lesson.id));
        return (
          <div key={id} className={styles.word} id={id}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
            {lessons.length > 0 && (
              <dd className="meta">
                {lessons.length > 1 ? "Lessons: " : "Lesson: "}
                {lessons.map((lesson, index) => (
                  <Fragment key={lesson.id}>
                    {index > 0 && ", "}
                    <a href={`/lessons/${lesson.id}`}>
                      {lesson.number}
                      {"\u00A0"}
                      {lesson.shortTitle}
                    </a>
                  </Fragment>
                ))}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
