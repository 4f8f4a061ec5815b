import type { ScoreSheet } from "@/records";
import { Notice } from "@/ui/notice";
import { When } from "@/ui/when";
import { listed } from "../assignment/words";
import { PrintButton } from "../paper/print-button";
import { Scores } from "./sheet";
import styles from "./sheet.module.css";

/** Scores on paper, for a learner and who is at home with them: what counts, what is missing, what was said. */
export function Report({ sheets, back }: { sheets: readonly ScoreSheet[]; back: { href: string; words: string } }) {
  const ahead = sheets.flatMap(({ lines }) => lines.filter((line) => line.ahead).map(({ title }) => `“${title}”`));
  return (
    <>
      <div className={styles.print}>
        <PrintButton />
        <a href={back.href} className="ui">
          {back.words}
        </a>
      </div>
      {ahead.length > 0 && (
        <div className={styles.print}>
          <Notice>
            <p>
              You see more than {sheets[0]!.learner.displayName} may see yet: the score at{" "}
              {ahead.length > 3 ? `${ahead.length} assignments` : listed(ahead)}, and the total with it. Their own
              report leaves out what is not shown to them.
            </p>
          </Notice>
        </div>
      )}
      {sheets.map((sheet, place) => (
        <article key={sheet.class.id} className={styles.report}>
          <header>
            {place === 0 ? (
              <h1>{sheet.learner.displayName}</h1>
            ) : (
              // Each class is a sheet of paper of its own.
              <p className={styles.name}>{sheet.learner.displayName}</p>
            )}
            <h2>{sheet.class.name}</h2>
            {sheet.class.teachers.length > 0 && <p className="ui">Taught by {listed(sheet.class.teachers)}.</p>}
            {sheet.learner.removedAt && (
              <p className="ui">
                In the class until <When at={sheet.learner.removedAt} timeZone={sheet.class.timeZone} form="day" />.
              </p>
            )}
          </header>
          <Scores sheet={sheet} linked={() => null} />
          <p className={`meta ${styles.made}`}>
            As of <When at={sheet.now} timeZone={sheet.class.timeZone} />, {sheet.class.timeZone.replaceAll("_", " ")}{" "}
            time. Dates are in that time too.
          </p>
        </article>
      ))}
    </>
  );
}
