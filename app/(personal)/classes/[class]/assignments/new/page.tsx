import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { assignmentChoices } from "@/records";
import { EmptyState, Notice } from "@/ui/notice";
import { AssignmentForm } from "../../../../../assignment/assignment-form";
import { newValues } from "../../../../../assignment/wanted";
import { ClassHead } from "../../class-head";
import { make } from "../actions";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<{ quiz?: string | string[] }>;
}

async function choicesOf({ params }: Pick<Address, "params">) {
  const { class: classId } = await params;
  return found(assignmentChoices(await requireViewer(`/classes/${classId}/assignments/new`), { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `A new assignment for ${(await choicesOf(address)).class.name}` };
}

/** Sets a quiz. `?quiz=` names the one that is chosen at first. */
export default async function NewAssignmentPage(address: Address) {
  const [choices, { quiz }] = await Promise.all([choicesOf(address), address.searchParams]);
  const { class: group, quizzes } = choices;
  const first = quizzes.find(({ quizId }) => quizId === quiz) ?? quizzes[0];
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="assignments" />
      <header className="pagehead">
        <h2 style={{ fontSize: "var(--t-head)" }}>A new assignment</h2>
      </header>
      {group.archived ? (
        <Notice>
          <p>
            This class is archived, so nothing is set. <a href={`/classes/${group.id}/people`}>Restore it first</a>
          </p>
        </Notice>
      ) : first ? (
        <AssignmentForm
          action={make}
          choices={choices}
          values={{ ...newValues, quiz: first.quizId }}
          hidden={{ class: group.id }}
          submit="Set it"
        />
      ) : (
        <EmptyState title="This course has no quiz yet.">
          <p>When one is published, it can be set here.</p>
        </EmptyState>
      )}
    </main>
  );
}
