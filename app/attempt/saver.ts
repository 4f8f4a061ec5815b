/** What is sent with one save. The revision id is made here, so that a save repeated after a lost answer is one; `turn`
 * counts a page's changes, so that one which arrives late does not undo a later one. */
export interface Revision<Answer> {
  revisionId: string;
  turn: number;
  answer: Answer;
}

/** What came of a save. `closed`: the attempt has been handed in; `done`: this question takes no more answers, though
 * the attempt is open. `again` is any failure that may pass: no connection, a server that is starting. */
export type Sent =
  | { state: "saved"; savedAt: string; answered: boolean }
  | { state: "closed" }
  | { state: "done" }
  | { state: "signed out" }
  | { state: "refused" }
  | { state: "again" };

/** What the page says: the last change is saved, under way, kept here until the line is back, or cannot be saved. */
export type SaveState = "saved" | "saving" | "offline" | "closed" | "done" | "signed out" | "refused";

/**
 * Saves each change of an answer in order, one at a time: while one is under way, later changes wait, and only the
 * latest of them is sent. A save that fails for want of a line is sent again, with the same id, until it is through
 * or a newer change replaces it.
 */
export class Saver<Answer> {
  private waiting: Revision<Answer> | null = null;
  private underWay = false;
  private pause: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  private turn = 0;
  private ended = false;
  private refused = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly send: (revision: Revision<Answer>) => Promise<Sent>,
    private readonly say: (state: SaveState, saved?: { savedAt: string; answered: boolean }) => void,
    private readonly newId: () => string,
  ) {}

  /** True while something is not saved: leaving the page would lose it. */
  get unsaved(): boolean {
    return this.waiting !== null || this.underWay;
  }

  /** Takes a change; after `delay` milliseconds without another it is sent. */
  change(answer: Answer, delay = 0): void {
    if (this.ended) return;
    this.waiting = { revisionId: this.newId(), turn: ++this.turn, answer };
    this.failures = 0;
    if (!this.underWay) this.say("saving");
    this.next(delay);
  }

  /** Sends at once what waits, and resolves when nothing does any more or when it cannot be sent now. */
  flush(): Promise<void> {
    if (!this.unsaved) return Promise.resolve();
    const settled = new Promise<void>((resolve) => this.idle.push(resolve));
    this.next(0);
    return settled;
  }

  /**
   * Saves what waits, then does `work` with no save under way: what is changed meanwhile is saved after it, so that the
   * server is asked about exactly what it holds. Null, and nothing is asked, when the answer cannot be saved now.
   */
  async alone<T>(work: () => Promise<T>): Promise<T | null> {
    await this.flush();
    if (this.unsaved || this.ended || this.refused) return null;
    this.underWay = true;
    try {
      return await work();
    } finally {
      this.underWay = false;
      if (this.waiting) this.next(0);
      else this.settle();
    }
  }

  /** The line is back: try at once. */
  retry(): void {
    if (this.waiting && !this.underWay) this.next(0);
  }

  private next(delay: number): void {
    if (this.pause) clearTimeout(this.pause);
    this.pause = delay > 0 ? setTimeout(() => void this.sendWaiting(), delay) : null;
    if (delay === 0) void this.sendWaiting();
  }

  private async sendWaiting(): Promise<void> {
    if (this.underWay || !this.waiting) return;
    const revision = this.waiting;
    this.waiting = null;
    this.underWay = true;
    this.say("saving");
    const sent = await this.send(revision).catch((): Sent => ({ state: "again" }));
    this.underWay = false;

    if (sent.state === "again") {
      this.failures += 1;
      // A newer change carries all that this one did; without one, the same revision goes again.
      this.waiting ??= revision;
      this.say("offline");
      this.settle();
      this.next(Math.min(15_000, 1000 * 2 ** (this.failures - 1)));
      return;
    }
    this.failures = 0;
    this.refused = sent.state === "refused";
    if (sent.state === "closed" || sent.state === "done" || sent.state === "signed out") {
      this.ended = sent.state !== "signed out";
      // Who signs in again in another tab finds the answer still here: the next change or retry sends it.
      this.waiting = this.ended ? null : (this.waiting ?? revision);
      this.say(sent.state);
      this.settle();
      return;
    }
    if (this.waiting) {
      this.next(0);
      return;
    }
    if (sent.state === "saved") this.say("saved", sent);
    else this.say("refused");
    this.settle();
  }

  private settle(): void {
    for (const resolve of this.idle.splice(0)) resolve();
  }
}
