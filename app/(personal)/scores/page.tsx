import type { Metadata } from "next";
import { requireViewer } from "@/auth";
import { myScores } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Scores } from "../../scores/sheet";
import styles from "../../scores/sheet.module.css";

export const metadata: Metadata = { title: "Your scores" };

/** A learner's own scores in each of their classes, and what was decided about them, by whom and why. */
export default async function ScoresPage() {
  const sheets = await myScores(await requireViewer("/scores"));
  return (
    <main id="main" tabIndex={-1} className="page">
      <header className="pagehead">
        <h1>Your scores</h1>
        {sheets.length > 0 && (
          <p className="ui">
            <a href="/scores/report">A report to print</a>
          </p>
        )}
      </header>
      {sheets.length === 0 && (
        <EmptyState title="You are in no class yet.">
          <p>
            What your classes set you, and what it came to, will stand here. <a href="/join">Join a class</a>.
          </p>
        </EmptyState>
      )}
      {sheets.map((sheet) => (
        <section key={sheet.class.id} className={styles.report} aria-labelledby={`class-${sheet.class.id}`}>
          <h2 id={`class-${sheet.class.id}`}>{sheet.class.name}</h2>
          <Scores
            sheet={sheet}
            linked={({ assignmentId }) => (sheet.class.archived ? null : `/assignments/${assignmentId}`)}
          />
        </section>
      ))}
    </main>
  );
}
