import { foldName } from "@/facts/names";
import type { Problem } from "./compiled";
import { partsOf, possibleParts, solved, type Made } from "./exercise";
import { asksOf, type ItemEntry } from "./items";
import type { Problems } from "./problems";

interface Seen {
  id: string;
  quizId: string;
  factId: string;
  made: Made;
}

/**
 * Finds questions whose right answers are one and the same: of the same kind, with the same parts, among the same
 * choices, in one quiz; or about the same fact, anywhere in the course. Who has answered the one has answered the
 * other. Of variants made from facts that were found by conditions, the later one is left out instead.
 */
export function leaveOutAlike(
  quizzes: readonly { id: string; entries: readonly ItemEntry[] }[],
  problems: Problems,
  notes: Problem[],
): void {
  const seen = new Map<string, Seen[]>();
  // Questions that an author wrote go first: it is never those that are left out.
  for (const found of [false, true]) {
    for (const { id: quizId, entries } of quizzes) {
      for (const entry of entries) {
        const out: number[] = [];
        for (const [index, { made, fact, found: wasFound }] of entry.variants.entries()) {
          const answer = wasFound === found ? answerOf(made) : null;
          if (answer === null) continue;
          const { id } = entry.item.variants[index]!;
          const others = seen.get(answer) ?? [];
          const before = others.find(
            (other) =>
              other.factId === fact.id || (other.quizId === quizId && choicesOf(other.made) === choicesOf(made)),
          );
          if (before === undefined) seen.set(answer, [...others, { id, quizId, factId: fact.id, made }]);
          else if (found && entry.item.variants.length - out.length > 1) {
            const message = `\`${id}\` is left out: \`${before.id}\` has the same answer`;
            notes.push({ ...entry.place, message, remedy: "Nothing to do." });
            out.push(index);
          } else
            problems.add(
              entry.place,
              `\`${id}\` has the same answer as \`${before.id}\``,
              "Whoever knows the one knows the other: ask something else, or take one out.",
            );
        }
        leaveOut(entry, out);
      }
    }
  }
}

function leaveOut(entry: ItemEntry, out: readonly number[]): void {
  const stays = <T>(_: T, index: number) => !out.includes(index);
  entry.item.variants = entry.item.variants.filter(stays);
  entry.variants = entry.variants.filter(stays);
  entry.item.asks = asksOf(entry.variants);
}

/** What was made once is compared once, in a course that is compiled again and again. */
const answers = new WeakMap<Made, string | null>();

/** Kind and right answer as a text that is the same for the same answer. Null when nothing could be compared. */
function answerOf(made: Made): string | null {
  const known = answers.get(made);
  if (known !== undefined) return known;
  const answer = answerIn(made);
  answers.set(made, answer);
  return answer;
}

function answerIn(made: Made): string | null {
  const right = partsOf(solved(made)).map(({ text }) => foldName(text));
  if (right.length === 0) return null;
  // 'True' is the answer to many a question.
  const truth = right.every((text) => text === "true" || text === "false") ? [foldName(made.prompt)] : [];
  return `${made.kind.name} ${JSON.stringify([...right.sort(), ...truth])}`;
}

/** All that might be answered besides. */
function choicesOf(made: Made): string {
  return JSON.stringify([...possibleParts(made).parts.values()].map(({ text }) => foldName(text)).sort());
}
