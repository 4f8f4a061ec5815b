import { database } from "./database";
import { isNotFound, NotFound } from "./errors";
import { id } from "./ids";
import { viewForWatchers, type LiveView } from "./live";
import { Listening, type Ear } from "./live-listening";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, teachStill } from "./visibility";

/** Watching a class at work: pushed as it changes, and nothing runs while nobody watches. */

export interface Watcher {
  /** It has changed. */
  tell(view: LiveView): void;
  /** It has not, and the connection is well: every twenty seconds. */
  still(): void;
  /** It may not be watched any more: the teacher was taken out, signed out, or the assignment taken back. */
  gone(): void;
}

/** A view is made at most this often for an assignment, however many watch it, in milliseconds. */
const viewEvery = 1000;
/** And this often though nothing was heard: a message may be lost, and waiting is news as well. */
const viewAtLeastEvery = 20_000;

interface Watched {
  viewer: Viewer;
  watcher: Watcher;
  /** What it was told last. */
  mark: string | null;
}

/** An assignment that somebody watches through this process. */
interface Room {
  schoolId: string;
  assignmentId: string;
  all: Set<Watched>;
  /** A look that is waited for. */
  timer: ReturnType<typeof setTimeout> | null;
  lookedAt: number;
}

/** One a process: see `watching` below. A test makes two, for two processes. */
export class Watching {
  readonly #rooms = new Map<string, Room>();
  readonly #views = new Map<string, { at: number; view: Promise<LiveView> }>();
  readonly #listening: Listening;
  #beat: ReturnType<typeof setInterval> | null = null;

  constructor(open?: () => Ear) {
    this.#listening = new Listening(
      {
        hear: (assignmentIds) => {
          for (const assignmentId of assignmentIds) {
            const room = this.#rooms.get(assignmentId);
            if (room) this.#lookSoon(room);
          }
        },
        missed: () => {
          for (const room of this.#rooms.values()) this.#lookSoon(room);
        },
      },
      open,
    );
  }

  /** How many are watched, and whether there is a connection for it. */
  get state(): { rooms: number; watchers: number; listening: boolean } {
    const watchers = [...this.#rooms.values()].reduce((sum, { all }) => sum + all.size, 0);
    return { rooms: this.#rooms.size, watchers, listening: this.#listening.open };
  }

  /** The view as of now or of less than a second ago, whoever it was made for. */
  view(of: { schoolId: string; assignmentId: string }): Promise<LiveView> {
    const kept = this.#views.get(of.assignmentId);
    if (kept && performance.now() - kept.at < viewEvery) return kept.view;
    const made = { at: performance.now(), view: viewForWatchers(of) };
    this.#views.set(of.assignmentId, made);
    setTimeout(() => {
      if (this.#views.get(of.assignmentId) === made) this.#views.delete(of.assignmentId);
    }, viewEvery).unref();
    return made.view;
  }

  /** Answers how to stop; to be called however it ends, and as often as one likes. */
  watch(viewer: Viewer, assignmentId: string, watcher: Watcher): () => void {
    const of = { schoolId: viewer.schoolId, assignmentId };
    const none = Number.NEGATIVE_INFINITY;
    const room = this.#rooms.get(assignmentId) ?? { ...of, all: new Set(), timer: null, lookedAt: none };
    this.#rooms.set(assignmentId, room);
    const watched: Watched = { viewer, watcher, mark: null };
    room.all.add(watched);
    this.#listening.start();
    this.#beat ??= setInterval(() => this.#heartbeat(), viewAtLeastEvery).unref();
    this.#lookSoon(room);
    return () => this.#leave(room, watched);
  }

  #leave(room: Room, watched: Watched): void {
    if (!room.all.delete(watched) || room.all.size > 0) return;
    if (room.timer) clearTimeout(room.timer);
    this.#rooms.delete(room.assignmentId);
    if (this.#rooms.size > 0) return;
    if (this.#beat) clearInterval(this.#beat);
    this.#beat = null;
    void this.#listening.stop();
  }

  #heartbeat(): void {
    void this.#listening.check();
    for (const room of this.#rooms.values()) this.#lookSoon(room);
  }

  #lookSoon(room: Room): void {
    if (room.timer) return;
    const wait = Math.max(0, room.lookedAt + viewEvery - performance.now());
    room.timer = setTimeout(() => {
      room.timer = null;
      room.lookedAt = performance.now();
      void this.#look(room);
    }, wait);
    room.timer.unref();
  }

  /** One view for all of them; and of each it is asked again whether they may see it. */
  async #look(room: Room): Promise<void> {
    const all = [...room.all];
    try {
      // What was kept may be older than what was heard.
      this.#views.delete(room.assignmentId);
      const [view, may] = await Promise.all([this.view(room), whoMay(room, all)]);
      for (const watched of all) {
        // Who has come since may have been told something newer.
        if (!room.all.has(watched)) continue;
        if (!may.has(watched.viewer.sessionId)) this.#dismiss(room, watched);
        else if (watched.mark === view.mark) watched.watcher.still();
        else {
          watched.mark = view.mark;
          watched.watcher.tell(view);
        }
      }
    } catch (error) {
      // The database is away: the next beat is another try.
      if (isNotFound(error)) for (const watched of all) this.#dismiss(room, watched);
    }
  }

  #dismiss(room: Room, watched: Watched): void {
    this.#leave(room, watched);
    watched.watcher.gone();
  }
}

/** The sessions among theirs whose people may see it now. */
async function whoMay({ schoolId, assignmentId }: Room, all: readonly Watched[]): Promise<Set<string>> {
  const sessions = all.map(({ viewer }) => viewer.sessionId);
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT w."id" FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId" AND s."removedAt" IS NULL
    JOIN "Session" w ON w."schoolId" = s."schoolId" AND w."id" = ANY(${sessions}::uuid[]) AND w."expiresAt" > now()
    WHERE s."schoolId" = ${schoolId}::uuid AND s."id" = ${assignmentId}::uuid AND ${teachStill}`;
  return new Set(rows.map((row) => row.id));
}

// Next bundles this module more than once.
const holder = globalThis as typeof globalThis & { annalsWatching?: Watching };

/** This process's. */
export function watching(): Watching {
  return (holder.annalsWatching ??= new Watching());
}

/**
 * Watches an assignment of a class that the viewer teaches: told at once, and whenever it has changed, until it is stopped by
 * calling what is answered. Throws NotFound.
 */
export async function watchAssignment(
  viewer: Viewer,
  input: { classId: string; assignmentId: string },
  watcher: Watcher,
): Promise<() => void> {
  const assignmentId = await mayWatch(viewer, input);
  return watching().watch(viewer, assignmentId, watcher);
}

/** The live view for who asks again and again: made once a second, however many ask. Throws NotFound. */
export async function sharedLiveView(
  viewer: Viewer,
  input: { classId: string; assignmentId: string },
): Promise<LiveView> {
  const assignmentId = await mayWatch(viewer, input);
  return watching().view({ schoolId: viewer.schoolId, assignmentId });
}

async function mayWatch(viewer: Viewer, input: { classId: string; assignmentId: string }): Promise<string> {
  const [classId, assignmentId] = [id(input.classId), id(input.assignmentId)];
  const found = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "Assignment" s JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    WHERE s."id" = ${assignmentId}::uuid AND s."classId" = ${classId}::uuid`;
  if (found.length === 0) throw new NotFound();
  return assignmentId;
}
