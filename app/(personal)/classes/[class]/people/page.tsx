import type { Metadata } from "next";
import { headers } from "next/headers";
import { found, requireViewer } from "@/auth";
import { classRoster } from "@/records";
import { Confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../../../forms/action-form";
import { Help } from "../../../../forms/help";
import { originOf } from "../../../../origin";
import { ClassHead } from "../class-head";
import { closeCode, newCode, remove, rename, resetLearner } from "./actions";
import styles from "./people.module.css";

interface Address {
  params: Promise<{ class: string }>;
}

async function roster({ params }: Address) {
  const { class: classId } = await params;
  return found(classRoster(await requireViewer(`/classes/${classId}/people`), { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Learners of ${(await roster(address)).class.name}` };
}

export default async function PeoplePage(address: Address) {
  const viewer = await requireViewer();
  const { class: group, teachers, learners } = await roster(address);
  const { joinCode } = group;
  const link = joinCode && `${originOf(await headers())}/join?code=${joinCode}`;

  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="people" />

      <section className="section" aria-labelledby="code">
        <h2 id="code">Code to join</h2>
        <div className={styles.code}>
          {joinCode ? (
            <>
              <p className={styles.big}>{joinCode}</p>
              <p className="ui">
                Learners open <span className={styles.link}>{link}</span> or type the code under “Join your class”.
              </p>
            </>
          ) : (
            <p className="ui">Joining is closed. A new code opens it again.</p>
          )}
          <div className="do">
            <form action={newCode}>
              <input type="hidden" name="class" value={group.id} />
              <button type="submit" className="btn">
                {joinCode ? "Replace the code" : "Make a code"}
              </button>
            </form>
            {joinCode && (
              <form action={closeCode}>
                <input type="hidden" name="class" value={group.id} />
                <button type="submit" className="btn quiet">
                  Close joining
                </button>
              </form>
            )}
          </div>
        </div>
      </section>

      <section className="section" aria-labelledby="learners">
        <h2 id="learners">
          {learners.length} {learners.length === 1 ? "learner" : "learners"}
        </h2>
        {learners.length === 0 ? (
          <EmptyState title="Nobody has joined yet.">
            <p>Put the code on the board. Whoever joins appears here.</p>
          </EmptyState>
        ) : (
          <Table caption="Learners of this class" captionHidden>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">User name</th>
                <th scope="col">Joined</th>
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
                  <td>{learner.userName}</td>
                  <td>
                    <When at={learner.enrolledAt} timeZone={viewer.timeZone} form="day" />
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
                          <p>What they did stays theirs, and comes back here when they join again with the code.</p>
                        </Confirm>
                      </form>
                    </Help>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>

      <section className="section" aria-labelledby="class">
        <h2 id="class">The class</h2>
        <div>
          <p className="ui" style={{ marginBlockEnd: "var(--s5)" }}>
            Taught by {teachers.map((teacher) => teacher.displayName).join(", ")}.
          </p>
          <ActionForm
            action={rename}
            hidden={{ class: group.id }}
            fields={[
              {
                name: "name",
                label: "Name of the class",
                value: group.name,
                maxLength: 200,
                required: true,
                autoComplete: "off",
              },
            ]}
            submit="Rename"
            button="btn"
          />
        </div>
      </section>
    </main>
  );
}
