import type { CompiledCourse, CompiledItem, CompiledQuiz, Why } from "./compiled";
import { difficulties, skills, type Difficulty, type Skill } from "./skills";
import { askedBy, mayBeAsked, questionsOf, taughtAt } from "./taught-and-asked";

/**
 * What a course teaches and asks, in numbers. A question is what an author wrote once: one with variants is one, and a
 * slot of a long quiz, which hands out questions that are there, is none.
 */
export interface Coverage {
  lessons: number;
  items: number;
  itemsBySkill: Record<Skill, number>;
  /** By the kind's name, in alphabetical order. */
  itemsByKind: Record<string, number>;
  facts: number;
  /** Facts that a question asks. */
  factsAsked: number;
}

export function coverage({ lessons, quizzes, facts }: CompiledCourse): Coverage {
  const items = questionsOf(quizzes);
  const kinds = [...new Set(items.map((item) => item.kind))].sort();
  return {
    lessons: lessons.length,
    items: items.length,
    itemsBySkill: bySkill((skill) => items.filter((item) => item.skill === skill).length),
    itemsByKind: Object.fromEntries(kinds.map((kind) => [kind, items.filter((item) => item.kind === kind).length])),
    facts: facts.facts.size,
    factsAsked: askedBy(quizzes).size,
  };
}

/** The numbers of several courses together; of none, nothing but zeros. */
export function together(all: readonly Coverage[]): Coverage {
  const sum = (of: (each: Coverage) => number) => all.reduce((total, each) => total + of(each), 0);
  const kinds = [...new Set(all.flatMap(({ itemsByKind }) => Object.keys(itemsByKind)))].sort();
  return {
    lessons: sum(({ lessons }) => lessons),
    items: sum(({ items }) => items),
    itemsBySkill: bySkill((skill) => sum(({ itemsBySkill }) => itemsBySkill[skill])),
    itemsByKind: Object.fromEntries(kinds.map((kind) => [kind, sum(({ itemsByKind }) => itemsByKind[kind] ?? 0)])),
    facts: sum(({ facts }) => facts),
    factsAsked: sum(({ factsAsked }) => factsAsked),
  };
}

function bySkill(count: (skill: Skill) => number): Record<Skill, number> {
  return Object.fromEntries(skills.map((skill) => [skill, count(skill)])) as Record<Skill, number>;
}

/** How many questions there are of each difficulty. */
export type Spread = Record<Difficulty, number>;

function spread(items: readonly CompiledItem[]): Spread {
  const count = (difficulty: Difficulty) => items.filter((item) => item.difficulty === difficulty).length;
  return Object.fromEntries(difficulties.map((each) => [each, count(each)])) as Spread;
}

/** One line a lesson. */
export interface LessonLine {
  number: number;
  id: string;
  title: string;
  quizId: string;
  words: number;
  passages: number;
  /** Facts that its passages name, and how many of them a question of the course asks. */
  taught: number;
  asked: number;
}

/** One line a quiz. */
export interface QuizLine {
  id: string;
  /** Its short title. */
  title: string;
  /** Positions of a paper, and their points. */
  positions: number;
  points: number;
  /** Questions written for it; the rest of its positions are slots. */
  own: number;
  /** Of its own questions and of its slots, which are all parallel, together. */
  bySkill: Record<Skill, Spread>;
  spread: Spread;
  /** The mean difficulty of a point of any paper: variants and slots hold nothing but what is rated alike. */
  difficulty: number;
  /** Two learners' papers are the same once in so many times; 1 when all papers are. */
  alikeOnceIn: number;
}

export interface SourceLine {
  id: string;
  title: string;
  /** Facts that rest on it, how many of them are taught and asked, and the questions that ask one of them. */
  facts: number;
  taught: number;
  asked: number;
  questions: number;
}

/** All that the coverage tables show. */
export interface CoverageTables {
  title: string;
  numbers: Coverage & {
    /** Questions and all that are parallel to one of them. */
    variants: number;
    /** Questions that a blueprint made. */
    fromFacts: number;
    taught: number;
    taughtAndAsked: number;
  };
  lessons: LessonLine[];
  quizzes: QuizLine[];
  bySkill: Record<Skill, Spread>;
  byKind: { kind: string; spread: Spread; fromFacts: number; variants: number }[];
  bySource: SourceLine[];
  /** Taught and asked by no question, and why. */
  background: { id: string; why: string }[];
  /** Taught, and nothing in it may be graded. */
  notGraded: string[];
  /** Asked although what is asked of them is marked M: to be looked up when time allows. */
  askedAtM: string[];
}

export function coverageTables(course: CompiledCourse): CoverageTables {
  const { facts, sources } = course.facts;
  const items = questionsOf(course.quizzes);
  const numbers = coverage(course);
  const taught = taughtAt(course.lessons);
  const asked = askedBy(course.quizzes);
  const there = [...facts.values()];
  return {
    title: course.title,
    numbers: {
      ...numbers,
      variants: items.reduce((sum, item) => sum + item.variants.length, 0),
      fromFacts: items.filter((item) => item.fromFacts).length,
      taught: taught.size,
      taughtAndAsked: [...taught.keys()].filter((id) => asked.has(id)).length,
    },
    lessons: course.lessons.map((lesson) => {
      const own = [...taughtAt([lesson]).keys()];
      return {
        number: lesson.number,
        id: lesson.id,
        title: lesson.title,
        quizId: lesson.quizId,
        words: lesson.words,
        passages: lesson.passages.length,
        taught: own.length,
        asked: own.filter((id) => asked.has(id)).length,
      };
    }),
    quizzes: course.quizzes.map(quizLine),
    bySkill: skillsOf(items),
    byKind: Object.keys(numbers.itemsByKind).map((kind) => {
      const of = items.filter((item) => item.kind === kind);
      return {
        kind,
        spread: spread(of),
        fromFacts: of.filter((item) => item.fromFacts).length,
        variants: of.reduce((sum, item) => sum + item.variants.length, 0),
      };
    }),
    bySource: [...sources.values()].map(({ id, title }) => {
      const on = there.filter((fact) => fact.sources.includes(id)).map((fact) => fact.id);
      const questions = new Set(on.flatMap((fact) => asked.get(fact) ?? []));
      return {
        id,
        title,
        facts: on.length,
        taught: on.filter((fact) => taught.has(fact)).length,
        asked: on.filter((fact) => asked.has(fact)).length,
        questions: questions.size,
      };
    }),
    background: there.flatMap(({ id, background }) =>
      background !== undefined && taught.has(id) ? [{ id, why: background }] : [],
    ),
    notGraded: there.filter((fact) => taught.has(fact.id) && !mayBeAsked(fact)).map(({ id }) => id),
    askedAtM: [...new Set(items.flatMap(({ variants }) => variants.flatMap(({ key }) => atM(key.why.fact))))].sort(),
  };
}

function atM({ id, confidence }: Why["fact"]): string[] {
  return confidence === "M" ? [id] : [];
}

function skillsOf(items: readonly CompiledItem[]): Record<Skill, Spread> {
  return Object.fromEntries(
    skills.map((skill) => [skill, spread(items.filter((item) => item.skill === skill))]),
  ) as Record<Skill, Spread>;
}

function quizLine({ id, shortTitle, items }: CompiledQuiz): QuizLine {
  const points = items.reduce((sum, item) => sum + item.points, 0);
  return {
    id,
    title: shortTitle,
    positions: items.length,
    points,
    own: items.filter((item) => !item.oneOf).length,
    bySkill: skillsOf(items),
    spread: spread(items),
    difficulty: items.reduce((sum, item) => sum + item.points * item.difficulty, 0) / Math.max(1, points),
    // Each position is drawn by itself, every variant as often as another.
    alikeOnceIn: items.reduce((product, item) => product * item.variants.length, 1),
  };
}
