import type { ReactNode } from "react";

/**
 * A line in words about what the page just did ('Your name is changed.') or could not do (`bad`). It is announced
 * when it appears; give it `id` and tabIndex to send focus there.
 */
export function Notice({ bad = false, id, children }: { bad?: boolean; id?: string; children: ReactNode }) {
  return (
    <div className={bad ? "notice bad" : "notice"} role={bad ? "alert" : "status"} id={id}>
      {children}
    </div>
  );
}

/** What stands where there is nothing yet: what will be here, and how to begin (children: a button or link). */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="notice">
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}
