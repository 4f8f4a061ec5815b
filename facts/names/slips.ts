/**
 * Smallest number of letters added, lost, changed or swapped with their neighbour that makes `a` into `b` (optimal
 * string alignment). Stops counting above `most` and gives `most + 1`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, b.length), most + 1);
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Infinity;
}

/** Which letters a word has, a bit each (letters beyond the Latin share bits). */
export function lettersIn(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** Whether two words may be as near as `most` slips, by their letters alone: a slip changes two of them at most. */
export function mayBeNear(a: number, b: number, most: number): boolean {
  let differing = a ^ b;
  let bits = 0;
  while (differing !== 0 && bits <= 2 * most) {
    differing &= differing - 1;
    bits++;
  }
  return bits <= 2 * most;
}

/** How many typing slips a word may hold and still be taken for a name of this length: long names bear more. */
export function slipsForgiven(letters: number): number {
  if (letters >= 9) return 2;
  return letters >= 5 ? 1 : 0;
}
