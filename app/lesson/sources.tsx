import type { CompiledCourse, CompiledLesson } from "@/content/compiled";
import styles from "./lesson.module.css";

/** All that the lesson states and rests on, to look up and to print. */
export function LessonSources({ course, lesson }: { course: CompiledCourse; lesson: CompiledLesson }) {
  const sources = lesson.sourceIds.flatMap((id) => course.facts.sources.get(id) ?? []);
  return (
    <details className={styles.sources} id="sources">
      <summary>
        The {lesson.cards.length} facts of this lesson and their {sources.length} sources
      </summary>
      <h2>Facts</h2>
      <ul className={styles.factList}>
        {lesson.cards.map((card) => (
          <li key={card.id}>
            <b>{card.name}</b>
            {card.dateText && `, ${card.dateText}`} ({card.sources.map((source) => source.id).join(", ")})
          </li>
        ))}
      </ul>
      <h2>Sources</h2>
      <ul className={styles.sourceList}>
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            <b>{source.id}</b> {source.url ? <a href={source.url}>{source.title}</a> : source.title}
            {source.status !== "read" && ` (${source.status})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
