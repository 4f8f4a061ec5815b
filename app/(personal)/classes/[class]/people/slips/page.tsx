import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { learnersWithoutOwnPassword } from "@/records";
import { ClassHead } from "../../class-head";
import { NewSlips } from "./new-slips";

interface Address {
  params: Promise<{ class: string }>;
}

async function waiting({ params }: Address) {
  const { class: classId } = await params;
  const viewer = await requireViewer(`/classes/${classId}/people/slips`);
  return found(learnersWithoutOwnPassword(viewer, { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Sign-in slips of ${(await waiting(address)).class.name}` };
}

/** New slips for those who have not chosen a password yet. */
export default async function SlipsPage(address: Address) {
  const { class: group, learners } = await waiting(address);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="people" />
      <NewSlips classId={group.id} learners={learners} />
    </main>
  );
}
