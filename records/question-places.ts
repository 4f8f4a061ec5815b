/** A question as a state of a quiz asks it. */
export interface Slot {
  quizVersionId: string;
  position: number;
  itemVersionId: string;
  itemId: string;
}

/**
 * Which questions stand at one place of the paper, by the id of their version: parallel ones of which an attempt draws
 * one, and the versions of one question. Where a quiz has been laid out anew, so that an attempt was asked two of those,
 * each question is a place of its own. The places are named by the first item that they have.
 */
export function placesOf(slots: readonly Slot[]): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  const root = (name: string): string => {
    const up = above.get(name);
    return up === undefined || up === name ? name : root(up);
  };
  const join = (a: string, b: string) => {
    const [x, y] = [root(a), root(b)].sort();
    above.set(y!, x!);
  };
  for (const { quizVersionId, position, itemId } of slots) join(`item ${itemId}`, `place ${quizVersionId} ${position}`);
  const seats = new Map<string, Set<string>>();
  for (const { quizVersionId, position, itemId } of slots) {
    const seat = `${root(`item ${itemId}`)} ${quizVersionId}`;
    seats.set(seat, (seats.get(seat) ?? new Set()).add(String(position)));
  }
  const split = new Set(
    [...seats].filter(([, positions]) => positions.size > 1).map(([seat]) => seat.slice(0, seat.lastIndexOf(" "))),
  );
  return new Map(
    slots.map(({ itemVersionId, itemId }) => {
      const place = root(`item ${itemId}`);
      return [itemVersionId, split.has(place) ? itemId : place.replace(/^item /, "")];
    }),
  );
}
