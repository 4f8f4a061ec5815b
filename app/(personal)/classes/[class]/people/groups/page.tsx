import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { classGroups, type ClassGroups } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { ActionForm } from "../../../../../forms/action-form";
import { ClassHead } from "../../class-head";
import { erase, make, put, rename } from "./actions";
import styles from "./groups.module.css";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<{ group?: string | string[] }>;
}

async function groupsOf({ params }: Pick<Address, "params">) {
  const { class: classId } = await params;
  return found(classGroups(await requireViewer(`/classes/${classId}/people/groups`), { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Groups of ${(await groupsOf(address)).class.name}` };
}

/** Groups of a class; one of them open, with a box for everyone of the class. */
export default async function GroupsPage(address: Address) {
  const [page, { group: asked }] = await Promise.all([groupsOf(address), address.searchParams]);
  const { class: group, groups, learners } = page;
  const open = groups.find(({ id }) => id === asked);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="people" />
      <section className="section" aria-labelledby="groups">
        <h2 id="groups">Groups</h2>
        <div className={styles.stack}>
          {groups.length === 0 ? (
            <EmptyState title="No groups yet.">
              <p>A group is some of a class, to be given other dates or another quiz. A learner may be in several.</p>
            </EmptyState>
          ) : (
            <Table caption="Groups of this class" captionHidden>
              <thead>
                <tr>
                  <th scope="col">Group</th>
                  <th scope="col" className="num">
                    Learners
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <a
                        href={`/classes/${group.id}/people/groups?group=${each.id}`}
                        aria-current={each.id === open?.id ? "page" : undefined}
                      >
                        {each.name}
                      </a>
                    </th>
                    <td className="num">{each.learners.length}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          <ActionForm
            action={make}
            hidden={{ class: group.id }}
            fields={[{ name: "name", label: "A new group", maxLength: 200, required: true, autoComplete: "off" }]}
            submit="Make the group"
            button={groups.length === 0 ? "btn go" : "btn"}
          />
          <p className="ui">
            <a href={`/classes/${group.id}/people`}>Back to learners and code</a>
          </p>
        </div>
      </section>
      {open && <OpenGroup key={open.id} classId={group.id} group={open} learners={learners} />}
    </main>
  );
}

function OpenGroup({
  classId,
  group,
  learners,
}: {
  classId: string;
  group: ClassGroups["groups"][number];
  learners: ClassGroups["learners"];
}) {
  const hidden = { class: classId, group: group.id };
  const inIt = new Set(group.learners);
  return (
    <section className="section" aria-labelledby="open">
      <h2 id="open">{group.name}</h2>
      <div className={styles.stack}>
        {learners.length === 0 ? (
          <p className="ui">There is nobody in the class yet.</p>
        ) : (
          <ActionForm action={put} hidden={hidden} submit="Save who is in it">
            <fieldset className={styles.people}>
              <legend className="label">Who is in it</legend>
              {learners.map((learner) => (
                <label key={learner.personId} className="check">
                  <input
                    type="checkbox"
                    name="person"
                    value={learner.personId}
                    defaultChecked={inIt.has(learner.personId)}
                  />
                  <span>
                    {learner.displayName} <small>{learner.userName}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          </ActionForm>
        )}
        <ActionForm
          action={rename}
          hidden={hidden}
          fields={[
            {
              name: "name",
              label: "Name of the group",
              value: group.name,
              maxLength: 200,
              required: true,
              autoComplete: "off",
            },
          ]}
          submit="Rename"
          button="btn"
        />
        {group.used ? (
          <p className="meta">Work was given to this group, so it cannot be deleted.</p>
        ) : (
          <ActionForm
            action={erase}
            hidden={hidden}
            submit="Delete the group"
            button="btn quiet"
            confirm={{
              title: `Delete ${group.name}?`,
              yes: "Delete",
              say: "Its learners stay in the class. Who was in the group is forgotten.",
            }}
          >
            <p className="meta">Its learners stay in the class; who was in the group is forgotten.</p>
          </ActionForm>
        )}
      </div>
    </section>
  );
}
