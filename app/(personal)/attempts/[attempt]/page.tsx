import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { attemptOverview } from "@/records";

/** Where to go on: the first question without an answer; with all answered, the check; handed in, the result. */
export default async function AttemptPage({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt: attemptId } = await params;
  const viewer = await requireViewer(`/attempts/${attemptId}`);
  const { attempt, ticks } = await found(attemptOverview(viewer, { attemptId }));
  if (attempt.submittedAt) redirect(`/attempts/${attemptId}/result`);
  const open = ticks.find(({ answered }) => !answered);
  redirect(open ? `/attempts/${attemptId}/${open.position}#question` : `/attempts/${attemptId}/check`);
}
