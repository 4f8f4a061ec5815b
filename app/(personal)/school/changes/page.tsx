import type { Metadata } from "next";
import { found, requireSchool, requireViewer } from "@/auth";
import { askedQuestions, schoolChanges, schoolProposals } from "@/records";
import { FindQuestion } from "../../../changes/find";
import { Changes, Proposals } from "../../../changes/lists";
import { SchoolHead } from "../school-head";

export const metadata: Metadata = { title: "Changes of marks" };

interface Props {
  searchParams: Promise<{ search?: string | string[] }>;
}

/** The changes of a whole school, to its administrators, and the way to a new one. */
export default async function SchoolChangesPage({ searchParams }: Props) {
  const [viewer, query] = await Promise.all([requireViewer("/school/changes"), searchParams]);
  const search = typeof query.search === "string" ? query.search.trim().slice(0, 200) : "";
  const [changes, proposed, asked, school] = await Promise.all([
    found(schoolChanges(viewer)),
    found(schoolProposals(viewer)),
    found(askedQuestions(viewer, { search })),
    requireSchool(),
  ]);
  return (
    <main id="main" tabIndex={-1} className="page">
      <SchoolHead name={school.name} here="changes" />
      <FindQuestion search={search} found={asked} />
      <Proposals proposals={proposed} classId={null} />
      <Changes changes={changes} classId={null} timeZone={viewer.timeZone} />
    </main>
  );
}
