import type { Problem } from "./compiled";

/** Where in the author's files something stands. */
export interface Place {
  file: string;
  line: number;
}

/** Collects what is wrong, so that an author hears of everything at once. */
export class Problems {
  private readonly found: Problem[] = [];
  private readonly followOn = new Set<string>();

  add(place: Place, message: string, remedy: string): void {
    this.found.push({ file: place.file, line: place.line, message, remedy });
  }

  /** Something is there and has a slip of its own: that others do not find it is no news to its author. */
  isThere(what: string, id: string): void {
    this.followOn.add(missing(what, id));
  }

  /** Takes over what another has found. */
  take(other: Problems): void {
    this.found.push(...other.found);
    for (const message of other.followOn) this.followOn.add(message);
  }

  /** By file and line; the same words about the same line once. */
  list(): Problem[] {
    const news = this.found.filter((each) => !this.followOn.has(each.message));
    const once = new Map(news.map((each) => [`${each.file}:${each.line}:${each.message}`, each]));
    return [...once.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }
}

/** 'there is no fact `pact-1938`' */
export function missing(what: string, id: string): string {
  return `there is no ${what} \`${id}\``;
}

/** 'content/x.yaml:12 `date` is missing → Write …' */
export function problemLine(problem: Problem): string {
  return `${problem.file}:${problem.line} ${problem.message} → ${problem.remedy}`;
}

/** 'a', 'a or b', 'a, b or c' */
export function anyOf(choices: readonly string[]): string {
  if (choices.length < 2) return choices.join("");
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}

/** The choice that was probably meant, when one is near: at most a third of its letters differ. */
export function nearest(written: string, choices: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const choice of choices) {
    const distance = editDistance(written, choice);
    if (distance < least) [best, least] = [choice, distance];
  }
  return best !== undefined && least <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}

/** 'Did you mean `munich`?' or, when nothing is near, what else to do. */
export function didYouMean(written: string, choices: Iterable<string>, otherwise: string): string {
  const near = nearest(written, choices);
  return near === undefined ? otherwise : `Did you mean \`${near}\`? ${otherwise}`;
}

/** Letters to insert, take out or exchange to get from one word to the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
