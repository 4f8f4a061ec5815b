import type { Metadata } from "next";
import { headers } from "next/headers";
import { found, requireViewer } from "@/auth";
import { classRoster } from "@/records";
import { originOf } from "../../../../origin";
import { Notice } from "@/ui/notice";
import { restore } from "../../actions";
import { ClassHead } from "../class-head";
import { ClassSection } from "./class-section";
import { CodeSection } from "./code-section";
import { LearnersSection } from "./learners-section";
import { RemovedSection } from "./removed-section";
import { TeachersSection } from "./teachers-section";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<{ search?: string | string[]; page?: string | string[] }>;
}

async function roster({ params, searchParams }: Address) {
  const [{ class: classId }, { search, page }] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/classes/${classId}/people`);
  return found(classRoster(viewer, { classId, search: String(search ?? ""), page: Number(page ?? 1) }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Learners of ${(await roster(address)).class.name}` };
}

export default async function PeoplePage(address: Address) {
  const viewer = await requireViewer();
  const people = await roster(address);
  const { class: group } = people;
  const search = String((await address.searchParams).search ?? "").slice(0, 100);

  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="people" />
      {group.archivedAt ? (
        <Notice>
          <p>
            This class is archived: everything can be read, and nobody joins. Its learners find it in their scores
            alone.
          </p>
          <form action={restore}>
            <input type="hidden" name="class" value={group.id} />
            <button type="submit" className="btn">
              Restore the class
            </button>
          </form>
        </Notice>
      ) : (
        <CodeSection group={group} origin={originOf(await headers())} />
      )}
      <LearnersSection people={people} search={search} timeZone={viewer.timeZone} />
      {people.removed.length > 0 && (
        <RemovedSection classId={group.id} removed={people.removed} timeZone={viewer.timeZone} />
      )}
      <TeachersSection group={group} teachers={people.teachers} me={viewer.personId} />
      <ClassSection group={group} schoolZone={viewer.timeZone} />
    </main>
  );
}
