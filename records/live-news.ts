import { openPool } from "./database";

/**
 * Word to those who watch a class at work, that something at an assignment has changed. A saved answer only adds an id to
 * a set here; the database hears of it at most once a second from each server process, apart from every transaction: at
 * its commit NOTIFY takes a lock that all of the database shares.
 */

/** The channel; what is sent on it are ids of assignments, with commas between. */
export const liveChannel = "annals_live";

/** A clock that a test can wind. */
export interface NewsClock {
  /** Milliseconds. */
  now(): number;
  /** Nothing waits for it: a process that ends needs not tell. */
  after(milliseconds: number, then: () => void): void;
}

export const plainClock: NewsClock = {
  now: () => performance.now(),
  after: (milliseconds, then) => void setTimeout(then, milliseconds).unref(),
};

/** How often a process tells, in milliseconds; and how long after the first change, so that those with it go along. */
export const newsEvery = 1000;
const newsAfter = 50;

export class News {
  readonly #send: (assignmentIds: string[]) => Promise<unknown>;
  readonly #clock: NewsClock;
  #changed = new Set<string>();
  #waiting = false;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(send: (assignmentIds: string[]) => Promise<unknown>, clock: NewsClock = plainClock) {
    this.#send = send;
    this.#clock = clock;
  }

  /** Costs what adding to a set costs. */
  add(assignmentId: string): void {
    this.#changed.add(assignmentId);
    if (this.#waiting) return;
    this.#waiting = true;
    const next = this.#sentAt + newsEvery - this.#clock.now();
    this.#clock.after(Math.max(newsAfter, next), () => void this.#tell());
  }

  async #tell(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed = new Set();
    this.#sentAt = this.#clock.now();
    // What could not be sent is not sent again: those who watch look by themselves after a while.
    await this.#send(changed).catch(() => undefined);
    this.#waiting = false;
    const [more] = this.#changed;
    if (more) this.add(more);
  }
}

/** A message holds 8,000 bytes: 200 ids. */
const mostIds = 200;

/** What is sent at once, in one statement. */
export function messages(assignmentIds: readonly string[]): string[] {
  const count = Math.ceil(assignmentIds.length / mostIds);
  return Array.from({ length: count }, (_, n) => assignmentIds.slice(n * mostIds, (n + 1) * mostIds).join(","));
}

async function notify(assignmentIds: string[]): Promise<void> {
  // A command that has let go of the database opens no other connection for this.
  await openPool()?.query("SELECT pg_notify($1, message) FROM unnest($2::text[]) message", [
    liveChannel,
    messages(assignmentIds),
  ]);
}

// Next bundles this module more than once.
const holder = globalThis as typeof globalThis & { annalsNews?: News };

/** To be called after the commit. An attempt for no assignment (null) is nobody's business. */
export function tellWatchers(assignmentId: string | null): void {
  if (assignmentId === null) return;
  holder.annalsNews ??= new News(notify);
  holder.annalsNews.add(assignmentId);
}
