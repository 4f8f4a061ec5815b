/** A share in words: 'a third', 'two thirds', 'all', 'about 46 per cent'. */
export function shareWords(share: number): string {
  if (share >= 1) return "all";
  if (share <= 0) return "nothing";
  for (const [index, name] of parts.entries()) {
    const of = index + 2;
    const count = Math.round(share * of);
    if (count < 1 || count >= of || Math.abs(share - count / of) > near) continue;
    return count === 1 ? `${name === "eighth" ? "an" : "a"} ${name}` : `${counts[count - 2]} ${plural(name)}`;
  }
  return `about ${Math.min(99, Math.max(1, Math.round(100 * share)))} per cent`;
}

/** Thirds are also written with seven digits. */
const near = 1e-5;

const parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const counts = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];

function plural(name: string): string {
  return name === "half" ? "halves" : `${name}s`;
}
