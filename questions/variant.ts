/**
 * Which of `count` parallel variants a question shows, from 1, by the question's own seed (an unsigned 32-bit integer).
 * The seed's low bits order what the variant shows; the variant is drawn from all of them mixed once more, so that one
 * tells nothing of the other.
 */
export function drawVariant(seed: number, count: number): number {
  let hash = (seed ^ 0x5bd1e995) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return 1 + Math.floor((hash / 4294967296) * count);
}
