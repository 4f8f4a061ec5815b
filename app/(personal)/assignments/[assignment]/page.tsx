import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { assignmentDoor } from "@/records";
import { Door } from "../../../assignment/door";

interface Props {
  params: Promise<{ assignment: string }>;
  searchParams: Promise<{ refused?: string | string[] }>;
}

const doorOf = cache(async (assignmentId: string) => {
  const viewer = await requireViewer(`/assignments/${assignmentId}`);
  return found(assignmentDoor(viewer, { assignmentId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Assignment: ${(await doorOf((await params).assignment)).title}` };
}

/** The door of an assignment: its terms for this learner, begin or go on, and what was done before. */
export default async function AssignmentPage({ params, searchParams }: Props) {
  const [door, { refused }] = await Promise.all([doorOf((await params).assignment), searchParams]);
  return (
    <main id="main" tabIndex={-1} className="page">
      <Door door={door} refused={refused === "password" || refused === "wait" ? refused : null} />
    </main>
  );
}
