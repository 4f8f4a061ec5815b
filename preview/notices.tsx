import type { Problem } from "@/content/compiled";
import styles from "./preview.module.css";

/** What an author has to mend, where it is: file and line, what is wrong, what to do. */
export function Notices({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.notices} role="list">
      {problems.map(({ file, line, message, remedy }, index) => (
        <li key={index} className={styles.notice} data-problem={`${file}:${line}`}>
          <p className={styles.place}>
            {file}:{line}
          </p>
          <p>
            <b>
              <Words text={message} />
            </b>
          </p>
          <p>
            <Words text={remedy} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Said of a file that is shown as it was. */
export function Stale({ file, stale }: { file: string; stale: ReadonlySet<string> }) {
  return stale.has(file) ? (
    <p className={styles.stale}>This file cannot be read as it is. Below stands what could be read last.</p>
  ) : null;
}

/** What a file says, for whoever has to see it because nothing could be made of it. */
export function AsWritten({ text }: { text: string }) {
  return <pre className={styles.written}>{text}</pre>;
}

/** Between backquotes stands what is typed. */
function Words({ text }: { text: string }) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
