import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { learnerCell } from "@/records";
import { Notice } from "@/ui/notice";
import { When } from "@/ui/when";
import { doneWords } from "../../../../../../../decision/words";
import { Decisions, MarkChanges } from "../../../../../../../decision/told";
import styles from "../../../../../../../decision/decision.module.css";
import { ClassHead } from "../../../../class-head";
import { undo } from "./actions";
import { Attempts } from "./attempts";
import { Counts } from "./counts";
import { Decide } from "./decide";
import { OwnTerms } from "./own-terms";

interface Address {
  params: Promise<{ class: string; assignment: string; person: string }>;
  searchParams: Promise<{ did?: string | string[]; but?: string | string[]; refused?: string | string[] }>;
}

const cellOf = cache(async (classId: string, assignmentId: string, personId: string) => {
  const viewer = await requireViewer(`/classes/${classId}/assignments/${assignmentId}/learners/${personId}`);
  return found(learnerCell(viewer, { classId, assignmentId, personId }));
});

async function cell({ params }: Address) {
  const { class: classId, assignment, person } = await params;
  return cellOf(classId, assignment, person);
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { learner, line } = await cell(address);
  return { title: `${learner.displayName}: ${line.title}` };
}

/** One learner at one assignment: what counts and why, their attempts, and what a teacher can decide by hand. */
export default async function CellPage(address: Address) {
  const [page, query] = await Promise.all([cell(address), address.searchParams]);
  const { class: group, learner, line, before, after } = page;
  const here = `/classes/${group.id}/assignments/${line.assignmentId}`;
  const hidden = { class: group.id, assignment: line.assignmentId, person: learner.id, at: "cell" };
  const open = new Set(line.attempts.filter(({ submittedAt }) => submittedAt === null).map(({ id }) => id));
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="gradebook" />
      <header className="pagehead">
        <h2>
          <a href={`/classes/${group.id}/learners/${learner.id}`}>{learner.displayName}</a>:{" "}
          <a href={here}>{line.title}</a>
        </h2>
        <nav className={styles.way} aria-label="Other learners">
          {before && (
            <a href={`${here}/learners/${before.personId}`} rel="prev">
              ←&nbsp;{before.displayName}
            </a>
          )}
          {after && (
            <a href={`${here}/learners/${after.personId}`} rel="next">
              {after.displayName}&nbsp;→
            </a>
          )}
        </nav>
        {learner.removedAt && (
          <p className="meta">
            No longer in the class since <When at={learner.removedAt} timeZone={group.timeZone} form="day" />.
          </p>
        )}
        <Done query={query} exceptions={`${here}?for=person:${learner.id}#exceptions`} />
      </header>
      <section className="section" aria-labelledby="counts">
        <h2 id="counts">What counts</h2>
        <Counts line={line} now={page.now} timeZone={group.timeZone} />
      </section>
      <section className="section" aria-labelledby="attempts">
        <h2 id="attempts">Attempts</h2>
        <Attempts line={line} timeZone={group.timeZone} hidden={hidden} />
      </section>
      <section className="section" aria-labelledby="decide">
        <h2 id="decide">Decide by hand</h2>
        <Decide line={line} hidden={hidden} removed={learner.removedAt !== null} />
      </section>
      <section className="section" aria-labelledby="decided">
        <h2 id="decided">What was decided</h2>
        <div className={styles.list}>
          {line.decisions.length === 0 && line.changes.length === 0 && (
            <p className="hint">
              Nothing yet. What you and your colleagues decide stands here, with a name and a time.
            </p>
          )}
          {line.decisions.length > 0 && (
            <Decisions
              lines={line.decisions}
              timeZone={group.timeZone}
              undo={undo}
              hidden={hidden}
              mayUndo={({ what, attempt }) =>
                what === "reopen" ? attempt !== null && open.has(attempt.id) : what !== "extend" && what !== "end"
              }
            />
          )}
          {line.changes.length > 0 && <MarkChanges lines={line.changes} timeZone={group.timeZone} />}
        </div>
      </section>
      <section className="section" aria-labelledby="terms">
        <h2 id="terms">Their terms</h2>
        <OwnTerms page={page} exceptions={`${here}?for=person:${learner.id}#exceptions`} />
      </section>
    </main>
  );
}

/** What was just done, and what still stands in its way. */
function Done({ query, exceptions }: { query: Awaited<Address["searchParams"]>; exceptions: string }) {
  const did = String(query.did ?? "");
  if (query.refused)
    return (
      <Notice bad id="done">
        <p>It has been handed in again since: there is nothing to undo.</p>
      </Notice>
    );
  if (!Object.hasOwn(doneWords, did)) return null;
  return (
    <Notice id="done">
      <p>{doneWords[did as keyof typeof doneWords]}</p>
      {(query.but === "closed" || query.but === "not-open") && (
        <p>
          {query.but === "closed" ? "It is closed for them" : "It is not open for them yet"}, so they cannot begin it:{" "}
          <a href={exceptions}>give them other dates too</a>.
        </p>
      )}
    </Notice>
  );
}
