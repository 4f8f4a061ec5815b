import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { liveView } from "@/records";
import { Board } from "../../../../../../live/board";
import styles from "../../../../../../live/board.module.css";
import { filterIn } from "../../../../../../live/words";
import { ClassHead } from "../../../class-head";
import { changeTime } from "./actions";

interface Address {
  params: Promise<{ class: string; assignment: string }>;
  searchParams: Promise<{ show?: string | string[]; all?: string | string[]; who?: string | string[] }>;
}

const viewOf = cache(async (classId: string, assignmentId: string) => {
  const viewer = await requireViewer(`/classes/${classId}/assignments/${assignmentId}/live`);
  return found(liveView(viewer, { classId, assignmentId }));
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { class: classId, assignment: id } = await params;
  const { assignment } = await viewOf(classId, id);
  return { title: `Live: ${assignment.title}, ${assignment.className}` };
}

/** A class at work on an assignment. */
export default async function LivePage({ params, searchParams }: Address) {
  const [{ class: classId, assignment: id }, query] = await Promise.all([params, searchParams]);
  const view = await viewOf(classId, id);
  const { title, className } = view.assignment;
  const who = view.learners.find(({ personId }) => personId === query.who)?.personId ?? "";
  return (
    <main id="main" tabIndex={-1} className="page wide">
      <ClassHead classId={classId} name={className} here="live" />
      <h2 className={styles.title}>
        Live: <a href={`/classes/${classId}/assignments/${id}`}>{title}</a>
      </h2>
      <Board first={view} action={changeTime} filter={filterIn(query.show)} all={query.all === "1"} who={who} />
    </main>
  );
}
