import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { classAssignments, type AssignmentLine } from "@/records";
import { EmptyState, Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ClassHead } from "../class-head";
import { cameAlongWords } from "./came-along";

interface Address {
  params: Promise<{ class: string }>;
  /** `copied`: the class has just been made as a copy. */
  searchParams: Promise<{ copied?: string | string[] }>;
}

async function assignmentsOf({ params }: Address) {
  const { class: classId } = await params;
  return found(classAssignments(await requireViewer(`/classes/${classId}/assignments`), { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Assignments of ${(await assignmentsOf(address)).class.name}` };
}

/** What a class was set, and how many have handed it in. */
export default async function AssignmentsPage(address: Address) {
  const { class: group, assignments } = await assignmentsOf(address);
  const { copied } = await address.searchParams;
  const here = `/classes/${group.id}/assignments`;
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="assignments" />
      {copied && (
        <Notice>
          <p>{cameAlongWords(assignments)}</p>
        </Notice>
      )}
      {assignments.length === 0 ? (
        <EmptyState title="Nothing is set yet.">
          <p>Set a quiz: it stands on your learners’ pages with its date, and its scores come back here.</p>
        </EmptyState>
      ) : (
        <Table caption={`Assignments; all times are those of the class’s clock (${group.timeZone})`} className="stacks">
          <thead>
            <tr>
              <th scope="col">Assignment</th>
              <th scope="col" className="spare">
                For
              </th>
              <th scope="col" className="spare">
                Opens
              </th>
              <th scope="col">Due</th>
              <th scope="col" className="spare">
                Closes
              </th>
              <th scope="col">Now</th>
              <th scope="col" className="num">
                Handed in
              </th>
            </tr>
          </thead>
          <tbody>
            {assignments.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={`${here}/${each.id}`}>{each.title}</a>
                  {each.practice && <span className="meta"> to practise: counts nowhere</span>}
                </th>
                <td className="spare">{each.group ?? "the class"}</td>
                <At at={each.opensAt} timeZone={group.timeZone} spare />
                <At at={each.dueAt} timeZone={group.timeZone} of="Due" />
                <At at={each.closesAt} timeZone={group.timeZone} spare />
                <td data-of="Now">{stateWords(each)}</td>
                <td className="num" data-of="Handed in">
                  {each.handedIn} of {each.learners}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {!group.archived && (
        <p className="do" style={{ marginBlock: "var(--s5)" }}>
          <a className={assignments.length === 0 ? "btn go" : "btn"} href={`${here}/new`}>
            Set an assignment
          </a>
        </p>
      )}
    </main>
  );
}

function At({ at, timeZone, of, spare = false }: { at: Date | null; timeZone: string; of?: string; spare?: boolean }) {
  return (
    <td className={spare ? "spare" : undefined} data-of={of}>
      {at ? (
        <When at={at} timeZone={timeZone} />
      ) : (
        <>
          <span aria-hidden="true">–</span>
          <span className="vh">no date</span>
        </>
      )}
    </td>
  );
}

function stateWords({ state, begun, handedIn }: AssignmentLine): string {
  if (state === "open" && begun > handedIn) return `open, ${begun - handedIn} at it`;
  return state;
}
