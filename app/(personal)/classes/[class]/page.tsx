import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { gradebook, type GradebookPage as Book } from "@/records";
import { EmptyState, Notice } from "@/ui/notice";
import { listed } from "../../../assignment/words";
import { ClassHead } from "./class-head";
import { addressOf, askedIn, forRecords, type Asked } from "./gradebook/asked";
import { Finder } from "./gradebook/finder";
import { Legend } from "./gradebook/legend";
import { Pager } from "./gradebook/pager";
import { GradebookTable } from "./gradebook/table";
import styles from "./gradebook/gradebook.module.css";
import table from "./score-table.module.css";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

// The title and the page ask for the same.
const bookOf = cache(async (classId: string, query: string) => {
  const viewer = await requireViewer(`/classes/${classId}`);
  return found(gradebook(viewer, forRecords(JSON.parse(query) as Asked, classId)));
});

async function asked({ params, searchParams }: Address) {
  const [{ class: classId }, query] = await Promise.all([params, searchParams]);
  const asked = askedIn(query);
  return { asked, book: await bookOf(classId, JSON.stringify(asked)) };
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `${(await asked(address)).book.class.name}, gradebook` };
}

/** Learners down, assignments across: what each has, what it comes to, and the way to every cell. */
export default async function GradebookPage(address: Address) {
  const { asked: query, book } = await asked(address);
  const { class: group, columns, count } = book;

  return (
    <main id="main" tabIndex={-1} className={`page wide ${table.page}`}>
      <ClassHead classId={group.id} name={group.name} here="gradebook" />
      {count.all === 0 ? (
        <NoLearners book={book} />
      ) : columns.length === 0 ? (
        <EmptyState title="Nothing is set yet.">
          <p>Set a quiz: it gets a column here, and its scores come in as they are handed in.</p>
          <p>
            <a className="btn go" href={`/classes/${group.id}/assignments/new`}>
              Set an assignment
            </a>
          </p>
        </EmptyState>
      ) : (
        <>
          <Uncounted book={book} />
          <Finder book={book} asked={query} />
          {count.found === 0 ? (
            <EmptyState title="Nobody found.">
              <p>
                Try a part of the name, or leave the filter.{" "}
                <a href={addressOf(group.id, query, { search: "", group: "", only: "" })}>Show everyone</a>
              </p>
            </EmptyState>
          ) : (
            <>
              <GradebookTable book={book} asked={query} />
              <Pager book={book} asked={query} />
              <Legend book={book} />
            </>
          )}
        </>
      )}
      <p className={styles.more}>
        <a href={`/classes/${group.id}/gradebook/settings`}>Weights, totals and categories</a>
        <a href={`/classes/${group.id}/export${query.group ? `?group=${query.group}` : ""}`}>
          Take these scores with you
        </a>
        <a href={`/classes/${group.id}/practice`}>Practice and earlier attempts</a>
      </p>
    </main>
  );
}

/** Once categories have weights, what is in none counts nowhere: easily done, and not seen in any cell. */
function Uncounted({ book: { class: group, categories, columns } }: { book: Book }) {
  const none = categories.findIndex(({ categoryId, weight }) => categoryId === null && weight === 0);
  const stray = columns.filter(({ category }) => category === none).map(({ title }) => `“${title}”`);
  if (stray.length === 0) return null;
  return (
    <Notice>
      <p>
        {stray.length > 3 ? `${stray.length} assignments` : listed(stray)} {stray.length === 1 ? "is" : "are"} in no
        category, so {stray.length === 1 ? "it counts" : "they count"} in no total.{" "}
        <a href={`/classes/${group.id}/gradebook/settings#assignments`}>
          Put {stray.length === 1 ? "it" : "them"} in one
        </a>
        .
      </p>
    </Notice>
  );
}

function NoLearners({ book: { class: group } }: { book: Book }) {
  return (
    <EmptyState title="No learners yet.">
      <p>
        {group.joinCode ? (
          <>
            Learners join with the code <b>{group.joinCode}</b>; each gets a row here.
          </>
        ) : (
          "Joining is closed. Open it with a new code, or add learners from a list."
        )}
      </p>
      <p>
        <a className="btn" href={`/classes/${group.id}/people`}>
          Learners and code
        </a>
      </p>
    </EmptyState>
  );
}
