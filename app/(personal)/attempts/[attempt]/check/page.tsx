import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { attemptOverview } from "@/records";
import { Check } from "../../../../attempt/check";

interface Props {
  params: Promise<{ attempt: string }>;
}

const overviewOf = cache(async (attemptId: string) => {
  const viewer = await requireViewer(`/attempts/${attemptId}/check`);
  const overview = await found(attemptOverview(viewer, { attemptId }));
  return { ...overview, timeZone: overview.attempt.assignment?.timeZone ?? viewer.timeZone };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt } = await overviewOf((await params).attempt);
  return { title: `Check and hand in, ${attempt.title}` };
}

/** Before handing in: what is answered, what is not, what was flagged. */
export default async function CheckPage({ params }: Props) {
  const overview = await overviewOf((await params).attempt);
  if (overview.attempt.submittedAt) redirect(`/attempts/${overview.attempt.id}/result`);
  return (
    <main id="main" tabIndex={-1} className="page">
      <Check {...overview} />
    </main>
  );
}
