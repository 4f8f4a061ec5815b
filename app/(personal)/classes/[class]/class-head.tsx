import type { ReactNode } from "react";
import styles from "./class-head.module.css";

/** The head of every page of a class: its name, and its pages. */
export function ClassHead({
  classId,
  name,
  here,
  children,
}: {
  classId: string;
  name: string;
  here: "scores" | "assignments" | "people" | null;
  children?: ReactNode;
}) {
  const pages = [
    { id: "scores", href: `/classes/${classId}`, words: "Scores" },
    { id: "assignments", href: `/classes/${classId}/assignments`, words: "Assignments" },
    { id: "people", href: `/classes/${classId}/people`, words: "Learners and code" },
  ];
  return (
    <header className={styles.head}>
      <h1>{name}</h1>
      <nav aria-label="Pages of this class" className={styles.pages}>
        {pages.map((page) => (
          <a key={page.id} href={page.href} aria-current={page.id === here ? "page" : undefined}>
            {page.words}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}
