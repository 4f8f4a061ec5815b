/** Which questions of a course make a practice paper about two facts that were taken for each other. Pure. */

/** A question that could be asked. */
export interface PracticeCandidate {
  itemVersionId: string;
  itemId: string;
  /** Of the quiz that asks it, and where: parallel questions share a place. */
  quizId: string;
  position: number;
  kind: string;
  prompt: string;
  points: number;
  factId: string;
  passage: { lessonId: string; id: string; number: number };
}

/** What was taken for what; the same fact twice, when two sides of it were. */
export interface Confused {
  asked: string;
  with: string;
}

export const FEWEST = 4;
export const MOST = 8;
/** As many of each of the two facts, where there are others to be had. */
const OF_EACH = 3;
/** Passages so near tell of the same matter. */
const NEAR = 2;

/**
 * The questions for a paper, at most eight: those about the two facts in turn, then those that their passages answer, then
 * those of the passages nearby. Never two of one place that ask the same, nor two of the same words about one fact.
 */
export function choosePractice(all: readonly PracticeCandidate[], confused: Confused): PracticeCandidate[] {
  const candidates = distinct([...all].sort((a, b) => compare(key(a), key(b))));
  const about = (factId: string) => candidates.filter((each) => each.factId === factId);
  const asked = about(confused.asked);
  const others = confused.with === confused.asked ? [] : about(confused.with);
  const own = [...asked, ...others];
  const far = (each: PracticeCandidate) =>
    Math.min(
      ...own.map(({ passage }) =>
        passage.lessonId === each.passage.lessonId ? Math.abs(passage.number - each.passage.number) : Infinity,
      ),
    );
  const rest = candidates
    .filter((each) => !own.includes(each) && far(each) <= NEAR)
    .sort((a, b) => far(a) - far(b) || compare(key(a), key(b)));
  // One of parallel questions that are only nearby is enough.
  const places = new Set<string>();
  const near = rest.filter((each) => {
    const place = `${each.quizId} ${each.position}`;
    return !places.has(place) && places.add(place);
  });
  const first = inTurn(asked.slice(0, OF_EACH), others.slice(0, OF_EACH));
  const more = inTurn(asked.slice(OF_EACH), others.slice(OF_EACH));
  return [...first, ...near.slice(0, Math.max(2, FEWEST - first.length)), ...more].slice(0, MOST);
}

function distinct(all: readonly PracticeCandidate[]): PracticeCandidate[] {
  const seen = new Set<string>();
  return all.filter(({ itemId, quizId, position, factId, prompt }) => {
    const same = [`item ${itemId}`, `words ${prompt} ${factId}`, `asks ${quizId} ${position} ${factId}`];
    if (same.some((each) => seen.has(each))) return false;
    for (const each of same) seen.add(each);
    return true;
  });
}

function inTurn<T>(a: readonly T[], b: readonly T[]): T[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [
    ...a.slice(i, i + 1),
    ...b.slice(i, i + 1),
  ]).flat();
}

/** In the order of the course as far as names tell it; always the same. */
function key({ quizId, position, itemId }: PracticeCandidate): string {
  return `${quizId} ${String(position).padStart(4, "0")} ${itemId}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
