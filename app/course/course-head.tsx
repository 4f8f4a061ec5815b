import styles from "./course-head.module.css";

/** The course's title; for a learner also how much of it is done. */
export function CourseHead({
  title,
  subtitle,
  done,
  of,
}: {
  title: string;
  subtitle: string;
  done?: number;
  of?: number;
}) {
  return (
    <div className={styles.head}>
      <div>
        <h1>{title}</h1>
        <p className={styles.subtitle}>{subtitle}</p>
      </div>
      {done !== undefined && (
        <p className={styles.count}>
          <b>
            {done} of {of}
          </b>{" "}
          lessons done
        </p>
      )}
    </div>
  );
}
