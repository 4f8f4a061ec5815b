import type { CompiledLesson } from "@/content/compiled";
import styles from "./rail.module.css";

/** The lesson's own timeline, each mark a link to the passage that tells of it. */
export function Rail({ lesson }: { lesson: CompiledLesson }) {
  return (
    <nav className={styles.rail} aria-label="This lesson, by date">
      <h2>Lesson {lesson.number}, by date</h2>
      <ol className={styles.line}>
        {lesson.timeline.flatMap((entry, index) => [
          entry.gapBefore && (
            <li key={`gap-${index}`} className={styles.gap}>
              {entry.gapBefore}
            </li>
          ),
          <li key={index}>
            <a href={`#${entry.passageId}`} data-mark={entry.passageId}>
              <b>{sayYearOnce(entry.dateText, lesson.timeline[index - 1]?.dateText)}</b>
              {entry.label}
            </a>
          </li>,
        ])}
      </ol>
    </nav>
  );
}

/** '23 August' when the mark before is of the same year. */
function sayYearOnce(text: string, before: string | undefined): string {
  const year = /\s(\d{4})$/.exec(text);
  return year && before?.endsWith(year[1]!) ? text.slice(0, year.index) : text;
}
