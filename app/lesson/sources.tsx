import { Fragment } from "react";
import type { CompiledCourse, CompiledLesson } from "@/content/compiled";
import styles from "./lesson.module.css";
import { referenceId } from "./notes";

/** All that the lesson states and rests on, to look up and to print. */
export function LessonSources({ course, lesson }: { course: CompiledCourse; lesson: CompiledLesson }) {
  const sources = lesson.sourceIds.flatMap((id) => course.facts.sources.get(id) ?? []);
  const notes = lesson.blocks.flatMap((block) =>
    block.type === "passage" ? block.notes.filter((note) => note.type === "source") : [],
  );
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
            <CitedIn
              notes={notes
                .filter((note) => note.sources.some(({ id }) => id === source.id))
                .map(({ number }) => number)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The notes that cite a source, each a link back to where the text refers to it. */
function CitedIn({ notes }: { notes: readonly number[] }) {
  if (notes.length === 0) return null;
  return (
    <span className={styles.citedIn}>
      {notes.length > 1 ? " Notes " : " Note "}
      {notes.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && ", "}
          <a href={`#${referenceId(number)}`} role="doc-backlink" aria-label={`Note ${number}, back to the text`}>
            {number}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
