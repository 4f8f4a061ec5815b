import styles from "./class-head.module.css";

/** The pages of a class that every other page of it leads to. */
export type ClassPage = (typeof classPages)[number]["id"];

const classPages = [
  { id: "gradebook", path: "", words: "Gradebook" },
  { id: "assignments", path: "/assignments", words: "Assignments" },
  { id: "questions", path: "/quizzes", words: "Questions" },
  { id: "live", path: "/live", words: "Live" },
  { id: "people", path: "/people", words: "Learners and code" },
  { id: "changes", path: "/changes", words: "Changes" },
  { id: "export", path: "/export", words: "Export" },
] as const;

/** The way between a class's pages. `here`: the page that this one is, or belongs to; null: none of them. */
export function ClassNav({ classId, here }: { classId: string; here: ClassPage | null }) {
  return (
    <nav aria-label="Pages of this class" className={styles.pages}>
      {classPages.map((page) => (
        <a key={page.id} href={`/classes/${classId}${page.path}`} aria-current={page.id === here ? "page" : undefined}>
          {page.words}
        </a>
      ))}
    </nav>
  );
}
