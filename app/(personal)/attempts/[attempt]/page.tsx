import { redirect } from "next/navigation";
import { found, requireViewer } from "@/auth";
import { attemptOverview } from "@/records";
import { allAddress, questionAddress } from "../../../attempt/form";

/** Where to go on: the first question without an answer; with all answered, the check; handed in, the result. */
export default async function AttemptPage({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt: attemptId } = await params;
  const viewer = await requireViewer(`/attempts/${attemptId}`);
  const { attempt, ticks } = await found(attemptOverview(viewer, { attemptId }));
  if (attempt.submittedAt) redirect(`/attempts/${attemptId}/result`);
  const open = ticks.find(({ answered }) => !answered);
  if (open && attempt.rules.onePage && open === ticks[0]) redirect(allAddress(attemptId));
  redirect(open ? questionAddress(attempt, open.position) : `/attempts/${attemptId}/check`);
}
