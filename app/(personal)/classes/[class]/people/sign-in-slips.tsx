"use client";

import { Notice } from "@/ui/notice";
import { Qr } from "@/ui/qr";
import { OnlyHere } from "../../../../only-here";
import { PrintButton } from "../../../../paper/print-button";
import type { Slips } from "./add/state";
import styles from "./sign-in-slips.module.css";

/** Slips to print and cut apart; on the screen under a word of warning, on paper alone. */
export function SignInSlips({ slips: { address, onlyHere, qr, people } }: { slips: Slips }) {
  // Where a line is too short for the address, it goes on with what follows the last stroke.
  const lastPart = address.lastIndexOf("/") + 1;
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
        {onlyHere && <OnlyHere then="and make the slips anew there" />}
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
                  <dd>
                    {address.slice(0, lastPart)}
                    <wbr />
                    {address.slice(lastPart)}
                  </dd>
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
