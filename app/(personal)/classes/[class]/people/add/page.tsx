import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { encodings } from "@/interchange/text";
import { knownForList } from "@/records";
import { Notice } from "@/ui/notice";
import { ClassHead } from "../../class-head";
import { AddLearners } from "./add-learners";

interface Address {
  params: Promise<{ class: string }>;
}

async function group({ params }: Address) {
  const { class: classId } = await params;
  const viewer = await requireViewer(`/classes/${classId}/people/add`);
  return (await found(knownForList(viewer, { classId, rows: [] }))).class;
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Add learners to ${(await group(address)).name}` };
}

/** Learners out of a list: given, looked at line by line, added all together, and their slips printed. */
export default async function AddPage(address: Address) {
  const { id, name, archivedAt } = await group(address);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={id} name={name} here="people" />
      {archivedAt ? (
        <Notice>
          <p>
            This class is archived, so nobody is added. <a href={`/classes/${id}/people`}>Restore it first</a>
          </p>
        </Notice>
      ) : (
        <AddLearners classId={id} encodings={Object.entries(encodings)} />
      )}
    </main>
  );
}
