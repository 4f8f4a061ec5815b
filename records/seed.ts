/**
 * The seed of one question, from its attempt's: an unsigned 32-bit integer. Neighbouring positions get unrelated
 * seeds, so that the order of one question tells nothing about the next. The mixing is that of MurmurHash3's end.
 */
export function seedAt(attemptSeed: number, position: number): number {
  let hash = (attemptSeed ^ Math.imul(position, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
