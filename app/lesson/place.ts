/**
 * Where a reader stopped in each lesson, kept by their browser.
 *
 * Not by the school: who reads what and how far is nobody's business, a visitor who is not signed in has it too, and a
 * reader who stops rarely goes on at another device before they have found the passage again. What counts for the course,
 * 'I have read this', is kept by the school. So nothing here may matter: what cannot be read or written is as nothing.
 */
export interface Place {
  lessonId: string;
  /** Id of the passage. */
  passage: string;
  /** What is said of it: the heading over it, its number. */
  words: string;
  /** Milliseconds since 1970. */
  at: number;
}

type Store = Pick<Storage, "getItem" | "setItem">;

const KEY = "annals.places";

/** After so long nobody goes on in the middle. */
const LONGEST = 90 * 24 * 60 * 60 * 1000;
const MOST = 40;

/** All that is remembered, newest first. */
export function places(store: Store | undefined = ours(), now = Date.now()): Place[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? "[]");
    return (Array.isArray(kept) ? kept : [])
      .filter(isPlace)
      .filter(({ at }) => at <= now && now - at < LONGEST)
      .sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Notes where the reader is in a lesson, in place of what was noted of it before. */
export function remember(place: Omit<Place, "at">, store: Store | undefined = ours(), now = Date.now()): void {
  keep([{ ...place, at: now }, ...others(place.lessonId, store, now)], store);
}

/** Of who has come to the end there is nothing to remember. */
export function forget(lessonId: string, store: Store | undefined = ours(), now = Date.now()): void {
  keep(others(lessonId, store, now), store);
}

const others = (lessonId: string, store: Store | undefined, now: number) =>
  places(store, now).filter((each) => each.lessonId !== lessonId);

function keep(list: readonly Place[], store: Store | undefined): void {
  try {
    store?.setItem(KEY, JSON.stringify(list.slice(0, MOST)));
  } catch {
    // Full, or forbidden: then nothing is remembered.
  }
}

/** Where a browser forbids storage, asking for it throws. */
function ours(): Store | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function isPlace(kept: unknown): kept is Place {
  if (typeof kept !== "object" || kept === null) return false;
  const { lessonId, passage, words, at } = kept as Record<keyof Place, unknown>;
  return [lessonId, passage, words].every((each) => typeof each === "string") && typeof at === "number";
}
