import type { Metadata } from "next";
import { found, requireSchool, requireViewer } from "@/auth";
import { invitations, type InvitationLine } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../forms/action-form";
import { invite, withdraw } from "./actions";
import { SchoolHead } from "./school-head";

export const metadata: Metadata = { title: "Invitations" };

/** The administrator's first page: who is invited, and inviting. */
export default async function SchoolPage() {
  const viewer = await requireViewer("/school");
  const [list, school] = await Promise.all([found(invitations(viewer)), requireSchool()]);
  return (
    <main id="main" tabIndex={-1} className="page">
      <SchoolHead name={school.name} here="invitations" />
      <section className="section" aria-labelledby="invite">
        <h2 id="invite">Invite a teacher</h2>
        <ActionForm
          action={invite}
          fields={[
            {
              name: "note",
              label: "Whom is it for?",
              hint: "Only so that you recognise it in the list below.",
              maxLength: 200,
              autoComplete: "off",
            },
          ]}
          submit="Make an invitation"
        >
          <label className="check">
            <input type="checkbox" name="role" value="administrator" />
            <span>As an administrator, who may invite people and help with their accounts</span>
          </label>
        </ActionForm>
      </section>
      <section className="section" aria-labelledby="invitations">
        <h2 id="invitations">Invitations</h2>
        {list.length === 0 ? (
          <EmptyState title="Nobody is invited yet.">
            <p>An invitation is a link to hand on. Whoever opens it first makes the account.</p>
          </EmptyState>
        ) : (
          <Table caption="Invitations, the newest first" captionHidden>
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">As</th>
                <th scope="col">Made</th>
                <th scope="col">State</th>
                <th scope="col">
                  <span className="vh">Take back</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.map((invitation) => (
                <tr key={invitation.id}>
                  <th scope="row">{invitation.note || "not named"}</th>
                  <td>{invitation.role}</td>
                  <td>
                    <When at={invitation.createdAt} timeZone={viewer.timeZone} form="day" />
                  </td>
                  <td>
                    <State invitation={invitation} timeZone={viewer.timeZone} />
                  </td>
                  <td className="num">
                    {!invitation.usedAt && (
                      <form action={withdraw}>
                        <input type="hidden" name="invitation" value={invitation.id} />
                        <button type="submit" className="btn quiet">
                          Take back<span className="vh"> the invitation for {invitation.note || "nobody named"}</span>
                        </button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
    </main>
  );
}

function State({ invitation, timeZone }: { invitation: InvitationLine; timeZone: string }) {
  if (invitation.usedAt)
    return (
      <>
        used{invitation.usedBy && <> by {invitation.usedBy.displayName}</>},{" "}
        <When at={invitation.usedAt} timeZone={timeZone} form="day" />
      </>
    );
  if (invitation.expired) return "too old";
  return (
    <>
      good until <When at={invitation.expiresAt} timeZone={timeZone} form="day" />
    </>
  );
}
