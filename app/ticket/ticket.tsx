import type { ReactNode } from "react";
import { loadCourse } from "@/content/course";
import { inWords } from "./in-words";
import styles from "./ticket.module.css";

/**
 * The page of whoever comes in: what Annals is on one side, a ticket to fill in on the other. `others` are the other
 * ways in, a link each.
 */
export function TicketPage({
  title,
  as,
  others,
  children,
}: {
  title: string;
  as: string;
  others: ReactNode;
  children: ReactNode;
}) {
  const course = loadCourse();
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className={styles.two}>
        <div>
          <h1>Read it, recall it, and see who says so</h1>
          <p className={styles.lead}>
            <i>{course.title}</i> in {inWords(course.lessons.length)}{" "}
            {course.lessons.length === 1 ? "lesson" : "lessons"}. Every date, signature and border comes with its
            source, and every mark with its reason.
          </p>
          <p className={`${styles.other} ui`}>{others}</p>
        </div>
        <section className={styles.ticket} aria-labelledby="ticket-title">
          <div className={styles.top}>
            <h2 id="ticket-title">{title}</h2>
            <span className={styles.as}>{as}</span>
          </div>
          <div className={styles.body}>{children}</div>
        </section>
      </div>
    </main>
  );
}

/** What a code or link was read as, before anything is done with it. */
export function ReadBack({ children }: { children: ReactNode }) {
  return (
    <p className={styles.readback}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path d="M2 7.5l3.3 3.3L12 3.8" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      <span>{children}</span>
    </p>
  );
}

/** The class of the input for a class code. */
export const codeInput = styles.code;
