import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { classAssignments } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { ClassHead } from "../class-head";

interface Address {
  params: Promise<{ class: string }>;
}

const assignmentsOf = cache(async (classId: string) => {
  return found(classAssignments(await requireViewer(`/classes/${classId}/live`), { classId }));
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Live: ${(await assignmentsOf((await params).class)).class.name}` };
}

/** What a class can be watched at: what is open, and what somebody works on still. */
export default async function LivePage({ params }: Address) {
  const { class: group, assignments } = await assignmentsOf((await params).class);
  const open = assignments.filter(({ state, begun, handedIn }) => state === "open" || begun > handedIn);
  const here = `/classes/${group.id}/assignments`;
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="live" />
      {open.length === 0 ? (
        <EmptyState title="Nothing is open.">
          <p>
            While your class works on an <a href={here}>assignment</a>, you see here who is where.
          </p>
        </EmptyState>
      ) : (
        <Table caption="What is open" className="stacks">
          <thead>
            <tr>
              <th scope="col">Assignment</th>
              <th scope="col" className="num">
                Learners
              </th>
              <th scope="col" className="num">
                Begun
              </th>
              <th scope="col" className="num">
                Handed in
              </th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ id, title, learners, begun, handedIn }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`${here}/${id}/live`}>
                    <span className="vh">Watch </span>
                    {title}
                  </a>
                </th>
                <td className="num" data-of="Learners">
                  {learners}
                </td>
                <td className="num" data-of="Begun">
                  {begun}
                </td>
                <td className="num" data-of="Handed in">
                  {handedIn}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </main>
  );
}
