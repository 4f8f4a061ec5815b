import { handInOverdue } from "./overdue";
import { systemViewer } from "./viewer";

const everyMinute = 60_000;

/** Hands in what ran out, every minute from now on; who stops the server need not wait for it. */
export function sweep(failed: (error: unknown) => void): void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy || !process.env.DATABASE_URL) return;
    busy = true;
    handInOverdue(systemViewer("the server hands in what ran out"))
      // A database that is away comes back: the next minute is another try.
      .catch(failed)
      .finally(() => (busy = false));
  }, everyMinute);
  timer.unref();
}
