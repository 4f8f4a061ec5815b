import type { CompiledCourse, CompiledItem, CompiledQuiz } from "@/content/compiled";
import { kindOf } from "@/questions";

/**
 * A quiz for the test of secrecy: real questions of every kind, in whose keys each string carries a mark that stands
 * nowhere else. A string that has to be one of the body's ids cannot carry it; a date becomes one of the year 1147,
 * which no page of ours mentions.
 *
 * @param mark letters and digits
 * @returns the quiz, and for each of its items what its key now holds and no browser may see before the result
 */
export function planted(course: CompiledCourse, mark: string): { quiz: CompiledQuiz; words: string[][] } {
  const items = everyKind(course).map((item, index) => plantIn(item, `${mark}x${index + 1}x`));
  const { lessonId } = course.quizzes[0]!;
  const quiz = { id: `planted-${mark}`, lessonId, title: "Planted", shortTitle: "Planted" };
  return { quiz: { ...quiz, items: items.map(({ item }) => item) }, words: items.map(({ words }) => words) };
}

/** Up to three items of each kind. */
function everyKind(course: CompiledCourse): CompiledItem[] {
  const items = course.quizzes.flatMap((quiz) => quiz.items);
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => items.filter((item) => item.kind === kind).slice(0, 3));
}

function plantIn(item: CompiledItem, mark: string): { item: CompiledItem; words: string[] } {
  const words: string[] = [];
  const shown = new Set(strings(item.body));
  let key = item.key;
  for (const path of pathsOfStrings(key)) {
    const before = at(key, path) as string;
    if (shown.has(before)) continue;
    const word = `${mark}w${words.length + 1}`;
    const changed = [put(key, path, `${before} ${word}`), put(key, path, `${before}-${word}`)];
    const good = changed.find((each) => fits(item, each));
    if (good) {
      words.push(word);
      key = good;
      continue;
    }
    const other = put(key, path, before.replace(/^\d{4}/, "1147"));
    if (before !== at(other, path) && fits(item, other)) {
      words.push(at(other, path) as string);
      key = other;
    }
  }
  return { item: { ...item, id: `${item.id}-${mark}`, key }, words };
}

function fits(item: CompiledItem, key: CompiledItem["key"]): boolean {
  return kindOf(item.kind).schema.key.safeParse(key.answer).success;
}

type Path = (string | number)[];

function* pathsOfStrings(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === "string") yield path;
  else if (value && typeof value === "object") {
    for (const [name, each] of Object.entries(value)) yield* pathsOfStrings(each, [...path, name]);
  }
}

function strings(value: unknown): string[] {
  return [...pathsOfStrings(value)].map((path) => at(value, path) as string);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((each, name) => (each as Record<string, unknown>)[name], value);
}

/** A copy with another string at one place. */
function put<Value>(value: Value, path: Path, text: string): Value {
  const copy = structuredClone(value);
  const parent = at(copy, path.slice(0, -1)) as Record<string, string>;
  parent[path.at(-1)!] = text;
  return copy;
}
