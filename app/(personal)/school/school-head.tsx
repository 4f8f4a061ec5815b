import styles from "../classes/[class]/class-head.module.css";

/** The head of the administrator's pages. */
export function SchoolHead({ name, here }: { name: string; here: "invitations" | "people" | "changes" }) {
  return (
    <header className={styles.head}>
      <h1>{name}</h1>
      <nav aria-label="Pages of the school" className={styles.pages}>
        <a href="/school" aria-current={here === "invitations" ? "page" : undefined}>
          Invitations
        </a>
        <a href="/school/people" aria-current={here === "people" ? "page" : undefined}>
          People
        </a>
        <a href="/school/changes" aria-current={here === "changes" ? "page" : undefined}>
          Changes
        </a>
      </nav>
    </header>
  );
}
