import type { CompiledCourse, CompiledItem, CompiledKey, CompiledQuiz, CompiledVariant } from "@/content/compiled";
import { kindOf, kinds, type Sample } from "@/questions";

/**
 * A quiz for the test of secrecy: questions of every kind, each with hints, feedback and two variants, in whose keys each
 * string carries a mark that stands nowhere else. A string that has to be one of the body's ids cannot carry it; a date
 * becomes one of the year 1147, which no page of ours mentions.
 *
 * @param id of the quiz, as it stands in its address
 * @param mark letters and digits with which every planted word begins
 * @returns the quiz; for each of its items what its keys now hold and no browser may see before the result; and for each
 *   what stands in the prompts of its two variants, of which a learner may see one
 */
export function planted(
  course: CompiledCourse,
  id: string,
  mark: string,
): { quiz: CompiledQuiz; words: string[][]; prompts: [string, string][] } {
  const made = Object.keys(kinds).map((kind, index) => {
    const [first, second = first] = variantsOf(course, kind);
    const own = `${id}-${index + 1}`;
    const variants = [first!, second!].map((variant, n) =>
      plantIn(kind, { ...variant, id: `${own}~${n + 1}` }, `${mark}x${index + 1}n${n + 1}x`),
    );
    // Said openly, and of one variant only: not the mark that no browser may see.
    const prompts = [1, 2].map((n) => `open${mark.toUpperCase()}n${index + 1}v${n}`) as [string, string];
    const item: CompiledItem = {
      id: own,
      kind,
      points: 4,
      skill: "ideas",
      difficulty: 2,
      asks: [],
      fromFacts: false,
      rules: { hints: hints.map(({ cost }) => ({ cost })) },
      variants: variants.map(({ variant }, n) => ({ ...variant, prompt: `${variant.prompt} ${prompts[n]}` })),
    };
    return { item, words: variants.flatMap(({ words }) => words), prompts };
  });
  const { scope, lessonIds, lessonId } = course.quizzes[0]!;
  const rules = { certainty: true, tries: 3, penalty: 0.25, bands: [] };
  const quiz = { id, scope, lessonIds, lessonId, title: "Planted", shortTitle: "Planted", rules };
  return {
    quiz: { ...quiz, items: made.map(({ item }) => item) },
    words: made.map(({ words }) => words),
    prompts: made.map(({ prompts }) => prompts),
  };
}

const hints = [
  { text: "Think of a hint", cost: 0.25 },
  { text: "Think of another hint", cost: 0.25 },
];

/** Questions of a kind: those of the course, and where it has fewer than two the kind's own samples. */
function variantsOf(course: CompiledCourse, kind: string): CompiledVariant[] {
  const why = course.quizzes[0]!.items[0]!.variants[0]!.key.why;
  const ours = course.quizzes.flatMap((quiz) => quiz.items).filter((item) => item.kind === kind);
  const samples = (kindOf(kind).samples as readonly Sample[]).map(({ item: { prompt, body, key } }) => {
    return { id: "sample", prompt, body, key: { answer: key, why }, hash: "" } as CompiledVariant;
  });
  return [...ours.flatMap((item) => item.variants), ...samples].slice(0, 2);
}

function plantIn(kind: string, variant: CompiledVariant, mark: string): { variant: CompiledVariant; words: string[] } {
  const key: CompiledKey = {
    ...structuredClone(variant.key),
    hints: structuredClone(hints),
    answers: { molotov: "Why you may think so" },
    bands: [{ from: 0, say: "Said by the score" }],
  };
  key.why.general = "Said to everyone";
  const shown = new Set(strings(variant.body));
  const paths = [...pathsOfStrings(key)].filter((path) => !shown.has(at(key, path) as string));
  const words: string[] = [];
  const plant = (some: Path[]): void => {
    const before = some.map((path) => at(key, path) as string);
    const set = (texts: string[]) => some.forEach((path, index) => put(key, path, texts[index]!));
    const fits = () => kindOf(kind).schema.key.safeParse(key.answer).success;
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
  return { variant: { ...variant, key }, words };
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
