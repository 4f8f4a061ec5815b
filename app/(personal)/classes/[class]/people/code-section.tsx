import { qrCode } from "@/interchange/sign-in-slips";
import { Confirm } from "@/ui/confirm";
import { Qr } from "@/ui/qr";
import { isLoopback } from "../../../../loopback";
import { OnlyHere } from "../../../../only-here";
import { closeCode, newCode } from "./actions";
import styles from "./people.module.css";

/** The code to join by: to read out, to send as a link, to point a camera at. */
export function CodeSection({ group, origin }: { group: { id: string; joinCode: string | null }; origin: string }) {
  const { joinCode } = group;
  const link = joinCode && `${origin}/join?code=${joinCode}`;
  const hidden = <input type="hidden" name="class" value={group.id} />;
  return (
    <section className="section" aria-labelledby="code">
      <h2 id="code">Code to join</h2>
      <div className={styles.code}>
        {joinCode && link ? (
          <div className={styles.both}>
            <div>
              <p className={styles.big}>{joinCode}</p>
              <p className="ui">
                Learners open <span className={styles.link}>{link}</span>, point a camera at the picture, or type the
                code under “Join your class”.
              </p>
              <p className="ui">
                <a href={`/classes/${group.id}/people/code`}>Large, for the board or to print</a>
              </p>
            </div>
            <Qr code={qrCode(link)} label={`QR code: ${link}`} className={styles.qr} />
          </div>
        ) : (
          <p className="ui">Joining is closed. A new code opens it again.</p>
        )}
        {joinCode && isLoopback(origin) && <OnlyHere />}
        <div className="do">
          <form action={newCode}>
            {hidden}
            {joinCode ? (
              <Confirm label="Replace the code" title="Replace the code?" yes="Make a new one">
                <p>{joinCode}, its link and its picture open nothing any more. Whoever is in the class stays.</p>
              </Confirm>
            ) : (
              <button type="submit" className="btn">
                Make a code
              </button>
            )}
          </form>
          {joinCode && (
            <form action={closeCode}>
              {hidden}
              <Confirm label="Close joining" title="Close joining?" yes="Close" className="btn quiet">
                <p>{joinCode} opens nothing any more; opening again gives another code.</p>
              </Confirm>
            </form>
          )}
        </div>
        {joinCode && (
          <p className="meta">Replaced or closed, this code never opens the class again. Nobody leaves the class.</p>
        )}
      </div>
    </section>
  );
}
