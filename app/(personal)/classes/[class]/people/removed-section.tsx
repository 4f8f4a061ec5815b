import type { ClassRoster } from "@/records";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { takeBack } from "./actions";

/** Who was in the class once: their record stays, and they can come back to it. */
export function RemovedSection({
  classId,
  removed,
  timeZone,
}: {
  classId: string;
  removed: ClassRoster["removed"];
  timeZone: string;
}) {
  return (
    <section className="section" aria-labelledby="removed">
      <h2 id="removed">No longer in the class</h2>
      <Table caption="No longer in the class" captionHidden>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">User name</th>
            <th scope="col">Taken out</th>
            <th scope="col">
              <span className="vh">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {removed.map((learner) => (
            <tr key={learner.personId}>
              <th scope="row">
                <a href={`/classes/${classId}/learners/${learner.personId}`}>{learner.displayName}</a>
              </th>
              <td>{learner.userName}</td>
              <td>
                <When at={learner.removedAt} timeZone={timeZone} form="day" />
              </td>
              <td>
                <form action={takeBack}>
                  <input type="hidden" name="class" value={classId} />
                  <input type="hidden" name="person" value={learner.personId} />
                  <button type="submit" className="btn quiet">
                    Take back<span className="vh"> {learner.displayName}</span>
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
