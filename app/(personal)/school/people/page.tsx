import type { Metadata } from "next";
import { found, requireSchool, requireViewer } from "@/auth";
import { people, type PersonLine, type Role } from "@/records";
import { Confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../../forms/action-form";
import { Help } from "../../../forms/help";
import { SchoolHead } from "../school-head";
import { endSessions, resetPerson, setRole } from "./actions";
import styles from "./people.module.css";

export const metadata: Metadata = { title: "People" };

const roles: readonly Role[] = ["learner", "teacher", "administrator"];

interface Query {
  search?: string;
  role?: string;
  page?: string;
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [viewer, school, query] = await Promise.all([requireViewer("/school/people"), requireSchool(), searchParams]);
  const search = String(query.search ?? "").slice(0, 100);
  const role = roles.find((each) => each === query.role);
  const list = await found(people(viewer, { search, role, page: Number(query.page ?? 1) }));
  const turnTo = (page: number) =>
    `/school/people?${new URLSearchParams({ ...(search && { search }), ...(role && { role }), page: String(page) })}`;

  return (
    <main id="main" tabIndex={-1} className="page">
      <SchoolHead name={school.name} here="people" />
      <form action="/school/people" method="get" className={styles.search} role="search">
        <div className="field">
          <label htmlFor="search">Name or user name</label>
          <input id="search" name="search" type="search" defaultValue={search} maxLength={100} />
        </div>
        <div className="field">
          <label htmlFor="role">Role</label>
          <select id="role" name="role" defaultValue={role ?? ""}>
            <option value="">everyone</option>
            {roles.map((each) => (
              <option key={each} value={each}>
                {each}s
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="btn">
          Search
        </button>
      </form>

      {list.people.length === 0 ? (
        <EmptyState title="Nobody found.">
          <p>
            Try a part of the name. <a href="/school/people">Show everyone</a>
          </p>
        </EmptyState>
      ) : (
        <Table caption={`${list.total} ${list.total === 1 ? "person" : "people"}`}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">User name</th>
              <th scope="col">Role</th>
              <th scope="col">Since</th>
              <th scope="col">
                <span className="vh">What to do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.displayName}</th>
                <td>{person.userName}</td>
                <td>{person.role}</td>
                <td>
                  <When at={person.createdAt} timeZone={viewer.timeZone} form="day" />
                </td>
                <td>{person.id === viewer.personId ? "you" : <PersonHelp person={person} />}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}

      {list.pages > 1 && (
        <nav className="pager" aria-label="Pages of the list">
          {list.page > 1 ? <a href={turnTo(list.page - 1)}>Previous page</a> : <span />}
          <span className="meta">
            Page {list.page} of {list.pages}
          </span>
          {list.page < list.pages ? <a href={turnTo(list.page + 1)}>Next page</a> : <span />}
        </nav>
      )}
    </main>
  );
}

/** What an administrator can do for somebody. Another administrator's password is reset by a command, not here. */
function PersonHelp({ person }: { person: PersonLine }) {
  return (
    <Help whom={person.displayName}>
      {person.role !== "administrator" && (
        <>
          <ActionForm action={resetPerson} hidden={{ person: person.id }} submit="Give a new password" button="btn">
            <p className="meta">
              {person.displayName} is signed out everywhere and chooses their own at the next sign-in.
            </p>
          </ActionForm>
          <ActionForm action={endSessions} hidden={{ person: person.id }} submit="Sign out everywhere" button="btn" />
        </>
      )}
      {roles
        .filter((role) => role !== person.role)
        .map((role) => (
          <form action={setRole} key={role}>
            <input type="hidden" name="person" value={person.id} />
            <input type="hidden" name="role" value={role} />
            <Confirm
              label={`Make ${role === "administrator" ? "an administrator" : `a ${role}`}`}
              title={`Make ${person.displayName} ${role === "administrator" ? "an administrator" : `a ${role}`}?`}
              yes="Yes, change the role"
              className="btn quiet"
            >
              <p>It counts from their next click. You can change it back.</p>
            </Confirm>
          </form>
        ))}
    </Help>
  );
}
