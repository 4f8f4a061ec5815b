"use client";

import { Notice } from "@/ui/notice";
import { Qr } from "@/ui/qr";
import { PrintButton } from "../../../../paper/print-button";
import type { Slips } from "./add/state";
import styles from "./sign-in-slips.module.css";

/** Slips to print and cut apart; on the screen under a word of warning, on paper alone. */
export function SignInSlips({ slips: { address, qr, people } }: { slips: Slips }) {
  return (
    <section aria-labelledby="slips" className={styles.slips}>
      <div className={styles.tools}>
        <h2 id="slips">Sign-in slips</h2>
        <Notice>
          <p>
            <b>These passwords are shown only now.</b> Print the slips before you leave this page. Each opens its
            account until its learner has chosen a password of their own.
          </p>
        </Notice>
        <PrintButton />
      </div>
      <ul className={styles.sheet}>
        {people.map((person) => (
          <li key={person.userName} className={styles.slip}>
            <div>
              <p className={styles.name}>{person.name}</p>
              {person.group && <p className="meta">{person.group}</p>}
              <dl>
                <div>
                  <dt>Open</dt>
                  <dd>{address}</dd>
                </div>
                <div>
                  <dt>User name</dt>
                  <dd>{person.userName}</dd>
                </div>
                <div>
                  <dt>First password</dt>
                  <dd className={styles.secret}>{person.password}</dd>
                </div>
              </dl>
            </div>
            <Qr code={qr} label="" className={styles.qr} />
          </li>
        ))}
      </ul>
    </section>
  );
}
