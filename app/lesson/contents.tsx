import type { CompiledLesson } from "@/content/compiled";
import styles from "./contents.module.css";

/** The lesson's headings, to go to: a short list on a wide screen, folded on a narrow one. */
export function Contents({ lesson }: { lesson: CompiledLesson }) {
  const headings = lesson.blocks.flatMap((block) => (block.type === "heading" ? [block] : []));
  if (headings.length < 2) return null;
  const list = (
    <ol className={styles.list}>
      {[...headings, { id: "end", text: "What you have learnt" }].map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ol>
  );
  return (
    // One of the two is shown; what is not shown is not read out either.
    <nav className={styles.contents} aria-label="In this lesson">
      <div className={styles.wide}>
        <p className="label">In this lesson</p>
        {list}
      </div>
      <details className={styles.narrow}>
        <summary>In this lesson</summary>
        {list}
      </details>
    </nav>
  );
}
