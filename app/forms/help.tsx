import type { ReactNode } from "react";
import styles from "./help.module.css";

/** What can be done for somebody, folded behind one word in their row; one is open at a time. */
export function Help({ whom, children }: { whom: string; children: ReactNode }) {
  return (
    <details className={styles.help} name="help">
      <summary>
        Help<span className="vh"> {whom}</span>
      </summary>
      <div className={styles.helps}>{children}</div>
    </details>
  );
}
