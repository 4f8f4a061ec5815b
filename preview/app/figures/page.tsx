import { Figure } from "@/app/lesson/figure";
import { previewed } from "../../course";
import { Notices, Stale } from "../../notices";
import styles from "../../preview.module.css";

export const metadata = { title: "Figures" };

/** Every figure that is written, also those that no lesson shows yet. */
export default function FiguresPreview() {
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="pagehead">
        <h1>Figures</h1>
      </div>
      {previewed().flatMap(({ course, files, problems, stale }) => {
        const names = Object.fromEntries(
          [...(course?.facts.territories.values() ?? [])].map(({ id, name }) => [id, name]),
        );
        return files.figures.map(({ file, name }) => {
          const figure = course?.figures.find((each) => each.id === name);
          return (
            <section key={file} className={styles.section} aria-label={name}>
              <h2>{figure?.title ?? name}</h2>
              <Stale file={file} stale={stale} />
              <Notices problems={problems.filter((each) => each.file === file)} />
              {figure && <Figure figure={figure} names={names} />}
            </section>
          );
        });
      })}
    </main>
  );
}
