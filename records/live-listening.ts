import pg from "pg";

import { liveChannel, plainClock, type NewsClock } from "./live-news";

/**
 * The one connection of a server process on which the database tells it what has changed, from whichever process. It is
 * there while somebody watches, and comes back by itself when it breaks.
 */

/** What of a connection is needed; a test brings its own. */
export interface Ear {
  connect(): Promise<unknown>;
  query(sql: string): Promise<unknown>;
  end(): Promise<unknown>;
  on(event: "notification", hear: (message: { payload?: string | undefined }) => void): unknown;
  on(event: "error" | "end", hear: () => void): unknown;
}

/** Past a pooler, where there is one: on a connection that is handed on nothing is heard. */
export function ear(): Ear {
  return new pg.Client({
    connectionString: process.env.DIRECT_DATABASE_URL || process.env.DATABASE_URL,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
    keepAlive: true,
    application_name: "annals live",
  });
}

const firstPause = 500;
const longestPause = 30_000;

export class Listening {
  readonly #hear: (assignmentIds: string[]) => void;
  readonly #missed: () => void;
  readonly #open: () => Ear;
  readonly #clock: NewsClock;
  #wanted = false;
  #ear: Ear | null = null;
  #pause = firstPause;

  /** `missed`: it is heard from now on, and what was said before may have been missed. */
  constructor(
    parts: { hear: (assignmentIds: string[]) => void; missed: () => void },
    open: () => Ear = ear,
    clock: NewsClock = plainClock,
  ) {
    [this.#hear, this.#missed, this.#open, this.#clock] = [parts.hear, parts.missed, open, clock];
  }

  /** Whether there is a connection, or one is being made. */
  get open(): boolean {
    return this.#ear !== null;
  }

  start(): void {
    this.#wanted = true;
    if (!this.#ear) void this.#begin();
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    const open = this.#ear;
    this.#ear = null;
    await open?.end().catch(() => undefined);
  }

  /** Asks whether it is still there: a connection can be gone without a word. */
  async check(): Promise<void> {
    const open = this.#ear;
    await open?.query("SELECT 1").catch(() => this.#lost(open));
  }

  async #begin(): Promise<void> {
    const own = this.#open();
    this.#ear = own;
    own.on("notification", ({ payload }) => this.#hear((payload ?? "").split(",")));
    own.on("error", () => this.#lost(own));
    own.on("end", () => this.#lost(own));
    try {
      await own.connect();
      await own.query(`LISTEN ${liveChannel}`);
    } catch {
      return this.#lost(own);
    }
    if (this.#ear !== own) return void own.end().catch(() => undefined);
    this.#pause = firstPause;
    this.#missed();
  }

  #lost(own: Ear): void {
    if (this.#ear !== own) return;
    this.#ear = null;
    own.end().catch(() => undefined);
    const pause = this.#pause;
    this.#pause = Math.min(longestPause, pause * 2);
    this.#clock.after(pause, () => {
      if (this.#wanted && !this.#ear) void this.#begin();
    });
  }
}
