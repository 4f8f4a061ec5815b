import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { myClasses, publishedCourses } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../forms/action-form";
import { makeClass } from "./actions";

export const metadata: Metadata = { title: "Your classes" };

export default async function ClassesPage() {
  const viewer = await requireViewer("/classes");
  if (viewer.role === "learner") notFound();
  const [classes, published] = await Promise.all([myClasses(viewer), publishedCourses(viewer)]);
  // In the school's order; a course that was published and is here no more is offered no more.
  const choices = courses().filter((id) => published.some(({ courseId }) => courseId === id));
  const titleOf = (id: string) => (choices.includes(id) ? loadCourse(id).title : id);
  const several = choices.length > 1;

  return (
    <main id="main" tabIndex={-1} className="page">
      <header className="pagehead">
        <h1>Your classes</h1>
      </header>

      {classes.length === 0 ? (
        <EmptyState title="No classes yet.">
          <p>Make one below. You get a code for your learners to join with, and their scores stand here.</p>
        </EmptyState>
      ) : (
        <Table caption="The classes you teach" captionHidden>
          <thead>
            <tr>
              <th scope="col">Class</th>
              {several && <th scope="col">Course</th>}
              <th scope="col" className="num">
                Learners
              </th>
              <th scope="col">Code to join</th>
              <th scope="col">Made</th>
            </tr>
          </thead>
          <tbody>
            {classes.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={`/classes/${each.id}`}>{each.name}</a>
                </th>
                {several && <td>{titleOf(each.courseId)}</td>}
                <td className="num">{each.learners}</td>
                <td>{each.joinCode ?? "closed"}</td>
                <td>
                  <When at={each.createdAt} timeZone={viewer.timeZone} form="day" />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}

      <section className="section" aria-labelledby="new" style={{ marginBlockStart: "var(--s7)" }}>
        <h2 id="new">A new class</h2>
        <ActionForm
          action={makeClass}
          fields={[
            {
              name: "name",
              label: "Name of the class",
              hint: "As your learners call it: 10B, History.",
              maxLength: 200,
              required: true,
              autoComplete: "off",
            },
          ]}
          submit="Make the class"
          button={classes.length === 0 ? "btn go" : "btn"}
        >
          {several && (
            <div className="field">
              <label htmlFor="course">Course</label>
              <select id="course" name="course">
                {choices.map((id) => (
                  <option key={id} value={id}>
                    {titleOf(id)}
                  </option>
                ))}
              </select>
            </div>
          )}
        </ActionForm>
      </section>
    </main>
  );
}
