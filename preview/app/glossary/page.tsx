import { GlossaryList } from "@/app/glossary/glossary-list";
import { previewed } from "../../course";
import { Notices, Stale } from "../../notices";

export const metadata = { title: "Glossary" };

/** The words of every course. */
export default function GlossaryPreview() {
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="pagehead">
        <h1>Glossary</h1>
      </div>
      {previewed().map(({ id, course, files, problems, stale }) => {
        const file = files.glossary?.file ?? "";
        return (
          <section key={id} aria-label={course?.title ?? id}>
            <Stale file={file} stale={stale} />
            <Notices problems={problems.filter((each) => each.file === file)} />
            {course && <GlossaryList course={course} />}
          </section>
        );
      })}
    </main>
  );
}
