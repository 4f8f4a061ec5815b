import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { learnerScores } from "@/records";
import { Report } from "../../../../../../scores/report";

interface Address {
  params: Promise<{ class: string; person: string }>;
}

const scoresOf = cache(async (classId: string, personId: string) => {
  const viewer = await requireViewer(`/classes/${classId}/learners/${personId}/report`);
  return found(learnerScores(viewer, { classId, personId }));
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { class: classId, person } = await params;
  const { learner, class: group } = await scoresOf(classId, person);
  return { title: `Report: ${learner.displayName}, ${group.name}` };
}

/** A learner's report to print, for them and who is at home with them. */
export default async function ReportPage({ params }: Address) {
  const { class: classId, person } = await params;
  const sheet = await scoresOf(classId, person);
  return (
    <main id="main" tabIndex={-1} className="page">
      <Report
        sheets={[sheet]}
        back={{ href: `/classes/${classId}/learners/${person}`, words: `To ${sheet.learner.displayName}` }}
      />
    </main>
  );
}
