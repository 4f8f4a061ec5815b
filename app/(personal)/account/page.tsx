import type { Metadata } from "next";
import { csrfToken, linkCallbackUrl, provider, requireViewer } from "@/auth";
import { linkedIdentities, sessionsOf } from "@/records";
import { Confirm } from "@/ui/confirm";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { When } from "@/ui/when";
import { ActionForm } from "../../forms/action-form";
import { changePassword, endEverywhere, endOne, rename } from "./actions";
import { deviceName } from "./device-name";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ choose?: string; linked?: string }>;
}) {
  const viewer = await requireViewer("/account", { anyPassword: true });
  const [{ choose, linked }, sessions, identities, token] = await Promise.all([
    searchParams,
    sessionsOf(viewer),
    linkedIdentities(viewer),
    csrfToken(),
  ]);
  const oidc = provider();
  const mustChoose = viewer.mustChangePassword;

  return (
    <main id="main" tabIndex={-1} className="page">
      <header className="pagehead">
        <h1>Your account</h1>
        <p className="ui">
          User name <b>{viewer.userName}</b>, {viewer.role}.
        </p>
        {viewer.role === "learner" && (
          <p className="ui">
            <a href="/scores">Your scores</a>
          </p>
        )}
        {(mustChoose || choose === "password") && (
          <Notice>
            <p>
              {mustChoose
                ? "You signed in with a password that someone gave you. Choose one of your own to go on."
                : "Choose a new password below."}
            </p>
          </Notice>
        )}
        {linked && (
          <Notice>
            <p>From now on you can sign in with {oidc?.name ?? "your school account"} as well.</p>
          </Notice>
        )}
      </header>

      <section className="section" aria-labelledby="password">
        <h2 id="password">Password</h2>
        <ActionForm
          action={changePassword}
          fields={[
            ...(viewer.hasPassword
              ? [
                  {
                    name: "current",
                    label: mustChoose ? "The password you were given" : "Your present password",
                    type: "password",
                    autoComplete: "current-password",
                    required: true,
                  },
                ]
              : []),
            {
              name: "password",
              label: "New password",
              hint: "At least 8 characters; three or four words in a row work well. Other devices will be signed out.",
              type: "password",
              autoComplete: "new-password",
              required: true,
            },
          ]}
          submit="Change password"
          button={mustChoose ? "btn go" : "btn"}
        />
      </section>

      {!mustChoose && (
        <section className="section" aria-labelledby="name">
          <h2 id="name">Name</h2>
          <ActionForm
            action={rename}
            fields={[
              {
                name: "displayName",
                label: "Your name, as your class sees it",
                value: viewer.displayName,
                autoComplete: "name",
                maxLength: 200,
                required: true,
              },
            ]}
            submit="Change name"
            button="btn"
          />
        </section>
      )}

      {oidc && (
        <section className="section" aria-labelledby="provider">
          <h2 id="provider">Signing in with {oidc.name}</h2>
          {identities.length > 0 ? (
            <p className="ui">
              Linked since <When at={identities[0]!.createdAt} timeZone={viewer.timeZone} form="day" />.
            </p>
          ) : (
            <form action="/api/auth/signin/oidc" method="post">
              <input type="hidden" name="csrfToken" value={token ?? ""} />
              <input type="hidden" name="callbackUrl" value={linkCallbackUrl} />
              <button type="submit" className="btn">
                Link {oidc.name}
              </button>
            </form>
          )}
        </section>
      )}

      <section className="section" aria-labelledby="devices">
        <h2 id="devices">Where you are signed in</h2>
        <div>
          <Table caption="Devices that are signed in to your account" captionHidden>
            <thead>
              <tr>
                <th scope="col">Device</th>
                <th scope="col">Since</th>
                <th scope="col">
                  <span className="vh">Sign out</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.id}>
                  <th scope="row">{session.current ? "This device" : deviceName(session.userAgent)}</th>
                  <td>
                    <When at={session.createdAt} timeZone={viewer.timeZone} />
                  </td>
                  <td className="num">
                    {!session.current && (
                      <form action={endOne}>
                        <input type="hidden" name="session" value={session.id} />
                        <button type="submit" className="btn quiet">
                          Sign out<span className="vh"> {deviceName(session.userAgent)}</span>
                        </button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <div className="do" style={{ marginBlockStart: "var(--s5)" }}>
            <form action="/api/sign-out" method="post">
              <button type="submit" className="btn">
                Sign out here
              </button>
            </form>
            <form action={endEverywhere}>
              <Confirm
                label="Sign out everywhere"
                title="Sign out everywhere?"
                yes="Sign out everywhere"
                className="btn quiet"
              >
                <p>Every device, this one too, will have to sign in again. Answers already saved stay saved.</p>
              </Confirm>
            </form>
          </div>
        </div>
      </section>
    </main>
  );
}
