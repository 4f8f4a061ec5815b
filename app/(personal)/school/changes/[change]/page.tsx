import type { Metadata } from "next";
import { found, requireSchool, requireViewer } from "@/auth";
import { change, NotFound } from "@/records";
import { Audit } from "../../../../changes/lists";
import { SchoolHead } from "../../school-head";

export const metadata: Metadata = { title: "A change of marks" };

interface Props {
  params: Promise<{ change: string }>;
}

/** One change with every mark that it changed, to an administrator. */
export default async function SchoolChangePage({ params }: Props) {
  const { change: changeId } = await params;
  const viewer = await requireViewer(`/school/changes/${changeId}`);
  const seen = viewer.role === "administrator" ? change(viewer, { changeId }) : Promise.reject(new NotFound());
  const [audit, school] = await Promise.all([found(seen), requireSchool()]);
  return (
    <main id="main" tabIndex={-1} className="page">
      <SchoolHead name={school.name} here="changes" />
      <Audit audit={audit} classId={null} timeZone={viewer.timeZone} />
    </main>
  );
}
