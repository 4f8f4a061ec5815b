import type { ClassRoster } from "@/records";
import { Confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../../../forms/action-form";
import { Help } from "../../../../forms/help";
import { remove, resetLearner } from "./actions";
import styles from "./people.module.css";

/** Who is in the class, a page at a time, and what can be done for each. */
export function LearnersSection({
  people: { class: group, learners, total, found, page, pages },
  search,
  timeZone,
}: {
  people: ClassRoster;
  search: string;
  timeZone: string;
}) {
  const here = `/classes/${group.id}/people`;
  const turnTo = (to: number) => `${here}?${new URLSearchParams({ ...(search && { search }), page: String(to) })}`;
  return (
    <section className="section" aria-labelledby="learners">
      <h2 id="learners">
        {total} {total === 1 ? "learner" : "learners"}
      </h2>
      <div>
        <p className={`ui ${styles.ways}`}>
          {!group.archivedAt && <a href={`${here}/add`}>Add from a list</a>}
          <a href={`${here}/groups`}>Groups</a>
          <a href={`${here}/slips`}>Sign-in slips</a>
        </p>
        {(search || pages > 1 || total > 20) && (
          <form action={here} method="get" role="search" className={styles.search}>
            <div className="field">
              <label htmlFor="search">Name or user name</label>
              <input id="search" name="search" type="search" defaultValue={search} maxLength={100} />
            </div>
            <button type="submit" className="btn">
              Search
            </button>
          </form>
        )}
        {total === 0 ? (
          <EmptyState title="Nobody has joined yet.">
            <p>Put the code on the board, or add learners from a list. Whoever joins appears here.</p>
          </EmptyState>
        ) : learners.length === 0 ? (
          <EmptyState title="Nobody found.">
            <p>
              Try a part of the name. <a href={here}>Show everyone</a>
            </p>
          </EmptyState>
        ) : (
          <Table
            caption={search ? `${found} found` : "Learners of this class"}
            captionHidden={!search}
            className="stacks"
          >
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">User name</th>
                <th scope="col">Groups</th>
                <th scope="col" className="spare">
                  Joined
                </th>
                <th scope="col">
                  <span className="vh">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {learners.map((learner) => (
                <tr key={learner.personId}>
                  <th scope="row">
                    <a href={`/classes/${group.id}/learners/${learner.personId}`}>{learner.displayName}</a>
                  </th>
                  <td data-of="User name">{learner.userName}</td>
                  <Groups names={learner.groups} />
                  <td className="spare">
                    <When at={learner.enrolledAt} timeZone={timeZone} form="day" />
                  </td>
                  <td>
                    <Help whom={learner.displayName}>
                      <ActionForm
                        action={resetLearner}
                        hidden={{ person: learner.personId }}
                        submit="Give a new password"
                        button="btn"
                      >
                        <p className="meta">
                          {learner.displayName} is signed out everywhere and chooses their own at the next sign-in.
                        </p>
                      </ActionForm>
                      <form action={remove}>
                        <input type="hidden" name="class" value={group.id} />
                        <input type="hidden" name="person" value={learner.personId} />
                        <Confirm
                          label="Take out of this class"
                          title={`Take ${learner.displayName} out of ${group.name}?`}
                          yes="Take out"
                          className="btn quiet"
                        >
                          <p>What they did stays on record. They stand below, where you can take them back.</p>
                        </Confirm>
                      </form>
                    </Help>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {pages > 1 && (
          <nav className="pager" aria-label="Pages of the list">
            {page > 1 ? <a href={turnTo(page - 1)}>Previous page</a> : <span />}
            <span className="meta">
              Page {page} of {pages}
            </span>
            {page < pages ? <a href={turnTo(page + 1)}>Next page</a> : <span />}
          </nav>
        )}
      </div>
    </section>
  );
}

function Groups({ names }: { names: readonly string[] }) {
  return names.length > 0 ? <td data-of="Groups">{names.join(", ")}</td> : <td />;
}
