import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { exportChoices, type ExportChoices } from "@/records";
import { Table } from "@/ui/table";
import { ClassHead } from "../class-head";
import styles from "./export.module.css";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const choices = cache(async (classId: string) =>
  found(exportChoices(await requireViewer(`/classes/${classId}/export`), { classId })),
);

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Export of ${(await choices((await params).class)).class.name}` };
}

/** The form whose choices every button of the page sends along. */
const OPTIONS = "options";

/** What can be taken from a class as a file: gradebook, responses, analysis. */
export default async function ExportPage({ params, searchParams }: Address) {
  const [{ class: classId }, { group }] = await Promise.all([params, searchParams]);
  const { class: here, groups, assignments, quizzes } = await choices(classId);
  const files = `/api/classes/${here.id}`;
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={here.id} name={here.name} here="export" />
      <h2>Take it with you</h2>
      <form id={OPTIONS} method="get" action={`${files}/gradebook.csv`} className={styles.options}>
        <Choice name="group" label="Learners" chosen={typeof group === "string" ? group : ""}>
          <option value="">Everyone in the class</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="names" label="Names">
          <option value="1">With names</option>
          <option value="0">Ids that say nothing</option>
        </Choice>
        <Choice name="numbers" label="Numbers in the gradebook’s CSV">
          <option value="shown">As on the screen</option>
          <option value="exact">Exact</option>
        </Choice>
        <Choice name="mark" label="A CSV begins">
          <option value="1">With a mark, for Excel</option>
          <option value="0">Without a mark (plain UTF-8)</option>
        </Choice>
      </form>

      <section className={styles.section} aria-labelledby="gradebook">
        <h3 id="gradebook">Gradebook</h3>
        <p>
          A line a learner: for each assignment the score and, beside it, its state in a word (scored, late, missing,
          excused…), then category totals, the total, and the grade where totals have a scale.
        </p>
        <p className="do">
          <Take at={`${files}/gradebook.csv`} words="CSV" of="gradebook" />
          <Take at={`${files}/gradebook.xlsx`} words="Excel" of="gradebook" />
        </p>
      </section>

      <section className={styles.section} aria-labelledby="assignments">
        <h3 id="assignments">Responses and analysis, by assignment</h3>
        {assignments.length === 0 ? (
          <p>Nothing is set in this class.</p>
        ) : (
          <Files
            caption="Files of each assignment"
            of="Assignment"
            lines={assignments.map(({ id, title, practice, handedIn }) => ({
              at: `${files}/assignments/${id}`,
              title: practice ? `${title} (practice)` : title,
              handedIn,
            }))}
          />
        )}
      </section>

      <section className={styles.section} aria-labelledby="quizzes">
        <h3 id="quizzes">Responses and analysis, by quiz</h3>
        {quizzes.length === 0 ? (
          <p>Nobody in this class has handed in a quiz.</p>
        ) : (
          <Files caption="Files of each quiz" of="Quiz" lines={quizzes.map((each) => quizLine(files, each))} />
        )}
      </section>

      <section className={styles.section} aria-labelledby="which">
        <h3 id="which">Which file for what</h3>
        <dl className={styles.which}>
          <dt>For your school’s system</dt>
          <dd>
            Gradebook, CSV, with names, numbers as on the screen. Scores are bare numbers with a point, states have
            columns of their own, and learners are found by their user names. If the first title is not recognised, take
            it without the mark.
          </dd>
          <dt>For Excel, LibreOffice or Google Sheets</dt>
          <dd>
            The workbook. Its first sheet has the numbers as on the screen, its second the exact ones, and text is text,
            whatever it begins with.
          </dd>
          <dt>For statistics of your own</dt>
          <dd>
            Responses: a line for each learner and question, with what was answered. Points are exact, and as on the
            screen in the column beside. <code>npm run -s analysis -- FILE</code> takes the CSV and the JSON and gives
            the figures of the analysis.
          </dd>
          <dt>Names that begin like a formula</dt>
          <dd>
            In a CSV an apostrophe stands before <code>=1+1</code>, so that no spreadsheet runs it.
          </dd>
          <dt>Times</dt>
          <dd>Those of the class’s clock ({here.timeZone}), with their distance from UTC; in a file’s name as well.</dd>
        </dl>
      </section>
    </main>
  );
}

function quizLine(files: string, { quizId, title, handedIn }: ExportChoices["quizzes"][number]): Line {
  return { at: `${files}/quizzes/${quizId}`, title, handedIn };
}

function Choice({
  name,
  label,
  chosen,
  children,
}: {
  name: string;
  label: string;
  chosen?: string;
  children: React.ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        {children}
      </select>
    </div>
  );
}

interface Line {
  at: string;
  title: string;
  /** How many learners have. */
  handedIn: number;
}

const endings = [
  { ending: "csv", words: "CSV" },
  { ending: "xlsx", words: "Excel" },
  { ending: "json", words: "JSON" },
];

function Files({ caption, of, lines }: { caption: string; of: string; lines: readonly Line[] }) {
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" className="num">
            Handed in
          </th>
          <th scope="col">Responses</th>
          <th scope="col">Analysis</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ at, title, handedIn }) => (
          <tr key={at}>
            <th scope="row">{title}</th>
            <td className="num">{handedIn}</td>
            {["responses", "analysis"].map((name) => (
              <td key={name}>
                {handedIn === 0 ? (
                  <>
                    <span aria-hidden="true">–</span>
                    <span className="vh">none yet</span>
                  </>
                ) : (
                  <span className={styles.takes}>
                    {endings.map(({ ending, words }) => (
                      <Take key={ending} at={`${at}/${name}.${ending}`} words={words} of={`${name} of ${title}`} />
                    ))}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A button that saves a file, by the choices above; without script too. */
function Take({ at, words, of }: { at: string; words: string; of: string }) {
  return (
    <button className="btn" form={OPTIONS} formAction={at} aria-label={`${words}, ${of}`}>
      {words}
    </button>
  );
}
