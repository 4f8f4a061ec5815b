import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { Figure } from "../../lesson/figure";
import { pictures } from "../../pictures/pictures";
import styles from "../../pictures/pages.module.css";

export const dynamic = "error";

export const metadata: Metadata = {
  title: "Figures",
  description: "Every map, chart and table of signatures in the lessons, each with the same as a table.",
};

/** All the pictures of the course: those that are pages, and those that stand in lessons. */
export default function FiguresPage() {
  const course = loadCourse();
  const names = Object.fromEntries([...course.facts.territories.values()].map(({ id, name }) => [id, name]));
  const placed = course.lessons.flatMap((lesson) =>
    lesson.blocks.flatMap((block) => {
      const figure = block.type === "figure" && course.figures.find((each) => each.id === block.figureId);
      return figure ? [{ lesson, figure }] : [];
    }),
  );
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="pagehead">
        <h1>Figures</h1>
        <p>
          Everything here is drawn from the facts on which the lessons rest; under each picture stands the same as a
          table.
        </p>
      </div>
      <ul className={styles.pictures} role="list">
        {pictures.map(({ href, title, about }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <span>{about}</span>
          </li>
        ))}
      </ul>
      {placed.map(({ lesson, figure }) => (
        <section key={figure.id} className={styles.figure} aria-labelledby={`title-${figure.id}`}>
          <h2 id={`title-${figure.id}`}>{figure.title}</h2>
          <p className="meta">
            From{" "}
            <a href={`/lessons/${lesson.id}#figure-${figure.id}`}>
              lesson {lesson.number}, {lesson.title}
            </a>
          </p>
          <Figure figure={figure} names={names} />
        </section>
      ))}
    </main>
  );
}
