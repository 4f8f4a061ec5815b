import type { CompiledCourse, CompiledItem, CompiledQuiz } from "@/content/compiled";
import { kindOf } from "@/questions";

/**
 * A quiz for the test of secrecy: real questions of every kind, in whose keys each string carries a mark that stands
 * nowhere else. A string that has to be one of the body's ids cannot carry it; a date becomes one of the year 1147,
 * which no page of ours mentions.
 *
 * @param id of the quiz, as it stands in its address
 * @param mark letters and digits with which every planted word begins
 * @returns the quiz, and for each of its items what its key now holds and no browser may see before the result
 */
export function planted(course: CompiledCourse, id: string, mark: string): { quiz: CompiledQuiz; words: string[][] } {
  const items = everyKind(course).map((item, index) =>
    plantIn({ ...item, id: `${id}-${index + 1}` }, `${mark}x${index + 1}x`),
  );
  const { lessonId } = course.quizzes[0]!;
  const quiz = { id, lessonId, title: "Planted", shortTitle: "Planted" };
  return { quiz: { ...quiz, items: items.map(({ item }) => item) }, words: items.map(({ words }) => words) };
}

/** Up to three items of each kind. */
function everyKind(course: CompiledCourse): CompiledItem[] {
  const items = course.quizzes.flatMap((quiz) => quiz.items);
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => items.filter((item) => item.kind === kind).slice(0, 3));
}

function plantIn(item: CompiledItem, mark: string): { item: CompiledItem; words: string[] } {
  const key = structuredClone(item.key);
  const shown = new Set(strings(item.body));
  const paths = [...pathsOfStrings(key)].filter((path) => !shown.has(at(key, path) as string));
  const words: string[] = [];
  const plant = (some: Path[]): void => {
    const before = some.map((path) => at(key, path) as string);
    const set = (texts: string[]) => some.forEach((path, index) => put(key, path, texts[index]!));
    const fits = () => kindOf(item.kind).schema.key.safeParse(key.answer).success;
    const own = some.map((_, index) => `${mark}w${words.length + index + 1}`);
    set(before.map((text, index) => `${text} ${own[index]}`));
    if (fits()) return void words.push(...own);
    set(before);
    if (some.length > 1) {
      // Some of them cannot take a word: find out which.
      const half = some.length >> 1;
      plant(some.slice(0, half));
      plant(some.slice(half));
      return;
    }
    const other = before[0]!.replace(/^\d{4}/, "1147");
    set([other]);
    if (other !== before[0] && fits()) words.push(other);
    else set(before);
  };
  plant(paths);
  return { item: { ...item, key }, words };
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

function put(value: unknown, path: Path, text: string): void {
  (at(value, path.slice(0, -1)) as Record<string, string>)[path.at(-1)!] = text;
}
