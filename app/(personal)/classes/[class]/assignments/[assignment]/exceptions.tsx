import type { ClassAssignment, ExceptionLine } from "@/records";
import { Table } from "@/ui/table";
import { when } from "@/ui/when";
import { instantOf } from "@/assessment/time-rules";
import { ExceptionForm } from "../../../../../assignment/exception-form";
import { lengthWords } from "../../../../../assignment/words";
import { except, unexcept } from "../actions";

/** Who has other terms than everyone, and the form that gives them. `chosen`: for whom the form is filled in. */
export function Exceptions({ page, chosen }: { page: ClassAssignment; chosen: string }) {
  const { assignment, exceptions, learners, choices } = page;
  const { class: group, groups } = choices;
  const here = `/classes/${group.id}/assignments/${assignment.id}`;
  const who = [
    ...learners.map(({ personId, displayName }) => ({
      value: `person:${personId}`,
      words: displayName,
      group: "Learners",
    })),
    ...groups.map(({ id, name }) => ({ value: `group:${id}`, words: name, group: "Groups" })),
  ];
  const current = exceptions.find((each) => whoOf(each) === chosen);
  return (
    <section className="section" aria-labelledby="exceptions">
      <h2 id="exceptions">Other terms for some</h2>
      <div>
        {exceptions.length > 0 && (
          <Table caption="Learners and groups with other terms" captionHidden>
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">Terms</th>
                <th scope="col">Reason</th>
                <th scope="col">
                  <span className="vh">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {exceptions.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.name}</th>
                  <td>{termsWords(each, group.timeZone)}</td>
                  <td>{each.reason}</td>
                  <td>
                    <form action={unexcept} className="do">
                      <a href={`${here}?for=${whoOf(each)}#exceptions`}>
                        Change<span className="vh"> the terms of {each.name}</span>
                      </a>
                      <input type="hidden" name="class" value={group.id} />
                      <input type="hidden" name="assignment" value={assignment.id} />
                      <input type="hidden" name="exception" value={each.id} />
                      <button className="btn quiet">
                        Take back<span className="vh"> the terms of {each.name}</span>
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {who.length > 0 && (
          <details open={chosen !== ""}>
            <summary className="ui" style={{ paddingBlock: "10px" }}>
              Give other terms
            </summary>
            <ExceptionForm
              key={chosen}
              action={except}
              who={who}
              values={current ? valuesOf(current) : { who: chosen }}
              hidden={{ class: group.id, assignment: assignment.id }}
            />
          </details>
        )}
      </div>
    </section>
  );
}

function whoOf({ personId, groupId }: ExceptionLine): string {
  return personId ? `person:${personId}` : `group:${groupId}`;
}

function valuesOf(exception: ExceptionLine): Record<string, string> {
  const { local, timeLimit, attempts, lifted, reason } = exception;
  return {
    ...{ who: whoOf(exception), ...local, reason },
    timeLimit: timeLimit === null ? "" : String(Math.round((timeLimit / 60) * 1e4) / 1e4),
    attempts: attempts === null ? "" : String(attempts),
    ...Object.fromEntries(lifted.map((field) => [`no.${field}`, "on"])),
  };
}

function termsWords({ local, timeLimit, attempts, lifted }: ExceptionLine, timeZone: string): string {
  const date = (name: string, at: string) => {
    const placed = at ? instantOf(at, timeZone) : null;
    return placed && "instant" in placed ? [`${name} ${when(placed.instant, timeZone)}`] : [];
  };
  const free = {
    dueAt: "never late",
    closesAt: "never closes",
    timeLimit: "no time limit",
    attempts: "any number of attempts",
  };
  return [
    ...date("opens", local.opensAt),
    ...date("due", local.dueAt),
    ...date("closes", local.closesAt),
    ...(timeLimit === null ? [] : [lengthWords(timeLimit)]),
    ...(attempts === null ? [] : [`${attempts} ${attempts === 1 ? "attempt" : "attempts"}`]),
    ...lifted.flatMap((field) => (field === "opensAt" ? [] : [free[field]])),
  ].join(", ");
}
