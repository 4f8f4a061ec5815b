import { found, requireViewer } from "@/auth";
import { change } from "@/records";
import { Audit } from "../../../../../changes/lists";
import { ClassHead } from "../../class-head";
import { headOf, titled } from "../head";

export const generateMetadata = titled("A change of marks");

interface Props {
  params: Promise<{ class: string; change: string }>;
}

/** One change with every mark that it changed. */
export default async function ChangePage({ params }: Props) {
  const { class: classId, change: changeId } = await params;
  const viewer = await requireViewer(`/classes/${classId}/changes/${changeId}`);
  const head = await headOf(classId, changeId);
  const audit = await found(change(viewer, { changeId }));
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={classId} name={head.name} here="changes" />
      <Audit audit={audit} classId={classId} timeZone={head.timeZone} />
    </main>
  );
}
