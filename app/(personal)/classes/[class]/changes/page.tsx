import { found, requireViewer } from "@/auth";
import { changesOf, classAppeals, proposals } from "@/records";
import { Appeals, Changes, Proposals } from "../../../../changes/lists";
import { ClassHead } from "../class-head";
import { headOf, titled } from "./head";

export const generateMetadata = titled("Changes of marks");

interface Props {
  params: Promise<{ class: string }>;
}

/** Appeals, what a course's new release proposes, and the changes that were made. */
export default async function ChangesPage({ params }: Props) {
  const { class: classId } = await params;
  const viewer = await requireViewer(`/classes/${classId}/changes`);
  const head = await headOf(classId);
  const [appeals, proposed, changes] = await Promise.all([
    found(classAppeals(viewer, { classId })),
    found(proposals(viewer, { classId })),
    found(changesOf(viewer, { classId })),
  ]);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={classId} name={head.name} here="changes" />
      <Appeals appeals={appeals} classId={classId} />
      <Proposals proposals={proposed} classId={classId} />
      <Changes changes={changes} classId={classId} timeZone={head.timeZone} />
    </main>
  );
}
