import { coverageTables } from "@/content/coverage";
import { lessonWords } from "@/content/lessons";
import { Table } from "@/ui/table";
import { previewed, type Previewed } from "../course";
import { Notices } from "../notices";
import styles from "../preview.module.css";

/** What there is, and all that there is to mend. */
export default function Overview() {
  return (
    <main id="main" tabIndex={-1} className="page">
      {previewed().map((of) => (
        <CourseOverview key={of.files.folder} of={of} />
      ))}
    </main>
  );
}

function CourseOverview({ of }: { of: Previewed }) {
  const { id, course, problems, notes, took } = of;
  const tables = course && coverageTables(course);
  return (
    <section className={styles.section} aria-labelledby={`course-${id}`}>
      <h1 id={`course-${id}`}>{course?.title ?? id}</h1>
      <p className="meta">
        {course && (
          <>
            <a href={`/courses/${id}`}>The course page as readers see it</a> ·{" "}
          </>
        )}
        {problems.length === 0 ? "Nothing to mend" : `${problems.length} to mend`} · checked in {took} ms
      </p>
      {[...new Set(problems.map(({ file }) => file))].map((file) => (
        <section key={file} aria-label={file}>
          <h2>
            <FileLink file={file} of={of} />
          </h2>
          <Notices problems={problems.filter((each) => each.file === file)} />
        </section>
      ))}
      {tables && (
        <>
          <Table caption={`Lessons (${lessonWords.least} to ${lessonWords.most} words each)`}>
            <thead>
              <tr>
                <th scope="col">Lesson</th>
                <th scope="col" className="num">
                  Words
                </th>
                <th scope="col" className="num">
                  Passages
                </th>
                <th scope="col" className="num">
                  Facts taught
                </th>
                <th scope="col" className="num">
                  of them asked
                </th>
              </tr>
            </thead>
            <tbody>
              {tables.lessons.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <a href={`/lessons/${line.id}`}>
                      {line.number} {line.title}
                    </a>
                  </th>
                  <td className="num">{line.words}</td>
                  <td className="num">{line.passages}</td>
                  <td className="num">{line.taught}</td>
                  <td className="num">{line.asked}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Table caption="Quizzes">
            <thead>
              <tr>
                <th scope="col">Quiz</th>
                <th scope="col" className="num">
                  Questions
                </th>
                <th scope="col" className="num">
                  Points
                </th>
                <th scope="col" className="num">
                  Difficulty 1, 2, 3
                </th>
              </tr>
            </thead>
            <tbody>
              {tables.quizzes.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <a href={`/quizzes/${line.id}`}>{line.title}</a>
                  </th>
                  <td className="num">{line.positions}</td>
                  <td className="num">{line.points}</td>
                  <td className="num">{Object.values(line.spread).join(", ")}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="meta">
            {tables.numbers.facts} facts, of which {tables.numbers.taught} are taught and {tables.numbers.factsAsked}{" "}
            asked.
          </p>
        </>
      )}
      {notes.length > 0 && (
        <details>
          <summary className="ui">Notes: nothing to mend ({notes.length})</summary>
          <ul className="meta">
            {notes.map(({ file, line, message }, index) => (
              <li key={index}>
                {file}:{line} {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A file's path, leading to where it is shown. */
function FileLink({ file, of }: { file: string; of: Previewed }) {
  const [, folder, name] = /\/(lessons|quizzes|figures)\/([^/]+)\.(?:md|yaml)$/.exec(file) ?? [];
  const short = file.slice(of.files.folder.length + 1) || file;
  if (folder === undefined) return short;
  return <a href={folder === "figures" ? `/figures#figure-${name}` : `/${folder}/${name}`}>{short}</a>;
}
