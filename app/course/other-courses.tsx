import type { CompiledCourse } from "@/content/compiled";
import { courseHref } from "./addresses";
import styles from "./other-courses.module.css";

/** The way to the other courses of the school; nothing when there are none. */
export function OtherCourses({ courses }: { courses: readonly CompiledCourse[] }) {
  if (courses.length === 0) return null;
  return (
    <nav aria-label="Other courses" className={styles.others}>
      <h2>{courses.length === 1 ? "Another course" : "Other courses"}</h2>
      <ul role="list">
        {courses.map(({ id, title, subtitle }) => (
          <li key={id}>
            <a href={courseHref(id)}>{title}</a> <span className="meta">{subtitle}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
