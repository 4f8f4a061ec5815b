import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { myClasses, publishedCourses, type ClassLine } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../forms/action-form";
import { makeClass, restore } from "./actions";

export const metadata: Metadata = { title: "Your classes" };

export default async function ClassesPage() {
  const viewer = await requireViewer("/classes");
  if (viewer.role === "learner") notFound();
  const [classes, published] = await Promise.all([myClasses(viewer), publishedCourses(viewer)]);
  // In the school's order; a course that was published and is here no more is offered no more.
  const choices = courses().filter((id) => published.some(({ courseId }) => courseId === id));
  const titleOf = (id: string) => (choices.includes(id) ? loadCourse(id).title : id);
  const several = choices.length > 1;
  const active = classes.filter((each) => !each.archivedAt);
  const archived = classes.filter((each) => each.archivedAt);

  return (
    <main id="main" tabIndex={-1} className="page">
      <header className="pagehead">
        <h1>Your classes</h1>
      </header>

      {active.length === 0 ? (
        <EmptyState title={classes.length === 0 ? "No classes yet." : "No classes in use."}>
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
              <th scope="col" className="spare">
                Made
              </th>
            </tr>
          </thead>
          <tbody>
            {active.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={`/classes/${each.id}`}>{each.name}</a>
                </th>
                {several && <td>{titleOf(each.courseId)}</td>}
                <td className="num">{each.learners}</td>
                <td className="nb">{each.joinCode ?? "closed"}</td>
                <td className="spare">
                  <When at={each.createdAt} timeZone={viewer.timeZone} form="day" />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}

      <section className="section" aria-labelledby="new" style={{ marginBlockStart: "var(--s7)" }}>
        <h2 id="new">A new class</h2>
        <div>
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
            button={active.length === 0 ? "btn go" : "btn"}
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
          {classes.length > 0 && (
            <p className="meta" style={{ marginBlockStart: "var(--s4)" }}>
              A class like one you have, with its assignments, is made on that class’s page “Learners and code”.
            </p>
          )}
        </div>
      </section>

      {archived.length > 0 && <Archived classes={archived} timeZone={viewer.timeZone} />}
    </main>
  );
}

function Archived({ classes, timeZone }: { classes: readonly ClassLine[]; timeZone: string }) {
  return (
    <section className="section" aria-labelledby="archived">
      <h2 id="archived">Archived</h2>
      <Table caption="Archived classes" captionHidden>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col" className="num">
              Learners
            </th>
            <th scope="col">Archived</th>
            <th scope="col">
              <span className="vh">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <a href={`/classes/${each.id}`}>{each.name}</a>
              </th>
              <td className="num">{each.learners}</td>
              <td>{each.archivedAt && <When at={each.archivedAt} timeZone={timeZone} form="day" />}</td>
              <td>
                <form action={restore}>
                  <input type="hidden" name="class" value={each.id} />
                  <button type="submit" className="btn quiet">
                    Restore<span className="vh"> {each.name}</span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
