import type { FactBase } from "@/facts/base";
import type { Difficulty, Skill } from "./skills";

/**
 * A course as the pages, the questions and the records see it: every id resolved, every date formatted, every
 * number counted. Made by `compileCourse`; made by hand nowhere. What is a list here is in the order in which it
 * is shown.
 */
export interface CompiledCourse {
  id: string;
  title: string;
  subtitle: string;
  /** What the course is, in one sentence. */
  sentence: string;
  span: Span;
  lessons: CompiledLesson[];
  /** Empty in a course that is not divided. */
  parts: CompiledPart[];
  /** In the order in which they are taken: of each lesson, of each part after its lessons, and the final. */
  quizzes: CompiledQuiz[];
  figures: CompiledFigure[];
  /** The course's words by the alphabet. */
  glossary: CompiledTerm[];
  facts: FactBase;
  /** SHA-256 (hex) of all that is published: the same content gives the same hash on every machine. */
  hash: string;
}

export interface CompiledPart {
  id: string;
  title: string;
  /** Those that are there, in order. */
  lessonIds: string[];
  /** How many of its lessons are still being written. */
  toCome: number;
  /** The quiz at its end, if it has one. */
  quizId?: string;
}

/** From and to, as EDTF dates: `{ from: "1938-09-12", to: "1938-10-10" }`. Either may be a month or a year. */
export interface Span {
  from: string;
  to: string;
}

export interface CompiledLesson {
  /** Also its address: /lessons/<id>. */
  id: string;
  /** Its place in course.yaml: 1, 2, 3, … */
  number: number;
  title: string;
  /** For a narrow place: the timeline, a crumb. */
  shortTitle: string;
  /** One or two sentences under the title. */
  standfirst: string;
  /** What the lesson asks, and its argument answers. */
  question: string;
  /** Two short lines for the course page. */
  summary: string[];
  span: Span;
  /** Words of the prose: headings, passages, notes and what people get wrong; figures and checks do not count. */
  words: number;
  /** Time to read it at 200 words a minute, at least 1. */
  minutes: number;
  timeline: TimelineEntry[];
  /** What you have learnt: three sentences. */
  learnt: string[];
  quizId: string;
  /** Every source that the lesson or one of its facts rests on, in the order of first use. */
  sourceIds: string[];
  blocks: Block[];
  /** The passages again, as plain text, for search and citation. */
  passages: { id: string; number: number; text: string }[];
  /** A card for each fact that the lesson quotes, in the order of first use. */
  cards: FactCard[];
  /** The glossary's words that the lesson uses, in the order of first use. */
  terms: Term[];
}

/** A word of the course and what it means. */
export interface Term {
  id: string;
  term: string;
  /** One or two sentences. */
  meaning: string;
}

export interface CompiledTerm extends Term {
  /** Lessons that use it, in the course's order. */
  lessonIds: string[];
}

/** A mark on the lesson's own timeline. */
export interface TimelineEntry {
  factId: string;
  passageId: string;
  /** '23 August 1939' */
  dateText: string;
  /** What happened, in a few words. */
  label: string;
  /** Words that stand before the mark when much time has passed: 'then, much later'. */
  gapBefore?: string;
}

/** What a reader sees when a fact is opened: already in words. */
export interface FactCard {
  id: string;
  name: string;
  /** What happened, in our words. */
  statement: string;
  /** '23 August 1939'; absent when the fact has no date. */
  dateText?: string;
  /** A second date that is defensible as well, and why. */
  alsoDate?: { dateText: string; why: string };
  /** Of the date, or of the whole: see the glossary. */
  confidence: "H" | "M" | "L";
  /** Who says otherwise. */
  disputed?: string;
  sources: SourceLine[];
}

export interface SourceLine {
  id: string;
  title: string;
  url?: string;
}

export type Block =
  | HeadingBlock
  | PassageBlock
  | { type: "wrong"; paragraphs: Inline[][]; facts: string[] }
  /** 'Check yourself': a question with its answer folded away; it counts for nothing. */
  | { type: "check"; question: string; paragraphs: Inline[][]; facts: string[] }
  | { type: "figure"; figureId: string };

export interface HeadingBlock {
  type: "heading";
  /** Address of the heading in the page; never the id of a passage. */
  id: string;
  text: string;
}

/** A paragraph that can be cited: its id is its address in the page and does not change when the text does. */
export interface PassageBlock {
  type: "passage";
  id: string;
  /** 1, 2, 3, … through the lesson. */
  number: number;
  inlines: Inline[];
  /** What stands in the margin beside it. */
  notes: Note[];
  /** Ids of the facts that it states. */
  facts: string[];
}

export type Note =
  | { type: "note"; label: string; paragraphs: Inline[][] }
  | {
      type: "source";
      /** 1, 2, 3, … through the lesson: what stands raised in the text, and before the note. */
      number: number;
      label: string;
      paragraphs: Inline[][];
      sources: SourceLine[];
    };

export type Inline =
  | { type: "text"; text: string }
  | { type: "emphasis"; inlines: Inline[] }
  | { type: "strong"; inlines: Inline[] }
  | { type: "link"; url: string; inlines: Inline[] }
  /** Words that quote a fact; its card is among the lesson's `cards`. `date` is true when the words are its date. */
  | { type: "fact"; factId: string; text: string; date: boolean }
  | { type: "person"; personId: string; text: string }
  /** A word of the glossary; its meaning is among the lesson's `terms`. */
  | { type: "term"; termId: string; text: string }
  /** Words with a number that no fact has, and why they may stand all the same. A reader sees the words alone. */
  | { type: "exempt"; why: string; inlines: Inline[] };

export type CompiledFigure = CompiledMap | CompiledBars | CompiledSignatures;

interface CompiledFigureCore {
  id: string;
  /** What it shows: the accessible name. */
  title: string;
  /** What a reader who cannot see it should know. */
  description: string;
  /** The finding, set bold. */
  caption: string;
  captionRest?: string;
  note?: string;
}

export interface CompiledMap extends CompiledFigureCore {
  type: "map";
  /** Which of the two maps; the Far East has no frame and no cities. */
  map: "europe" | "far-east";
  /** [[west, south], [east, north]] in degrees; absent when the map is to hold its lands and no more. */
  frame?: [[number, number], [number, number]];
  layers: FigureLayer[];
  /** Ids of cities on the map. */
  cities: string[];
  /** Ids of the transfers that it was made from; a map by hand has none. */
  transfers?: string[];
  table: FigureTable;
}

/** Numbers beside each other, drawn to one scale that begins at nothing. */
export interface CompiledBars extends CompiledFigureCore {
  type: "bars";
  /** What is counted: 'people'. */
  unit: string;
  /** Whose numbers they are: 'R. Overmans, 1999'. */
  by: string[];
  /** What the darker part of a bar is. */
  partLabel?: string;
  bars: CompiledBar[];
  table: FigureTable;
}

export interface CompiledBar {
  factId: string;
  label: string;
  /** The number, or the ends of the range. */
  low: number;
  high: number;
  /** Within a range, the number held best. */
  best?: number;
  /** '8,668,400', '10 to 14 million' */
  text: string;
  /** Nobody read it again, or it is known from memory alone. */
  unsure: boolean;
  part?: { value: number; text: string };
}

export interface CompiledSignatures extends CompiledFigureCore {
  type: "signatures";
  matrix: SignatureMatrix;
}

/** Agreements down, people across, the people state by state. */
export interface SignatureMatrix {
  states: { id: string; name: string; people: { id: string; name: string; surname: string }[] }[];
  rows: SignatureRow[];
}

export interface SignatureRow {
  factId: string;
  name: string;
  dateText: string;
  /** That these signed was not seen again. */
  unsure: boolean;
  /** What a mark alone would say wrongly: that it was issued in names, or who signed for whom. */
  note?: string;
  /** As the columns stand: the office in which this person signed, or nothing. */
  cells: (string | null)[];
}

/** One hue and pattern laid over some land. Ids are those of the map. */
export interface FigureLayer {
  label: string;
  style: "y38" | "y39" | "y40" | "y44" | "y45";
  /** Left out: held. Occupied land is hatched without a hue; returned land has an outline alone. */
  manner?: "held" | "occupied" | "returned";
  territories: string[];
  states: string[];
}

/** The same as a table: the first cell of a row is its heading. */
export interface FigureTable {
  caption: string;
  columns: string[];
  rows: string[][];
}

export interface CompiledQuiz {
  /** Also its address: /quizzes/<id>. */
  id: string;
  /** What it is about: a lesson, a part, or the whole course. */
  scope: "lesson" | "part" | "course";
  /** The lessons that it is about, in order. */
  lessonIds: string[];
  /** The lesson that it follows: the last of them. */
  lessonId: string;
  title: string;
  /** A few words, for the heading of a table's column. */
  shortTitle: string;
  rules: QuizRules;
  items: CompiledItem[];
}

/** How a whole quiz is marked, whatever its questions are. */
export interface QuizRules {
  /** Whether learners say how sure they are, and gain or lose by it. */
  certainty: boolean;
  /** Answers that may be checked to one question, 1 to 5. */
  tries: number;
  /** Fraction of the points that each try after the first costs. */
  penalty: number;
  /** Said about the whole result; the highest first. */
  bands: Band[];
}

/** Said to whoever earned this fraction of the points or more. */
export interface Band {
  from: number;
  say: string;
}

/**
 * A question. Of a blueprint with several facts each learner is given one of its `variants`; most have one. Or a slot,
 * whose variants are other questions of the course.
 */
export interface CompiledItem {
  /** Unique in the course. */
  id: string;
  /** Of a slot that of its first question; each variant then says its own. */
  kind: string;
  /** Whole number, at least 1. */
  points: number;
  skill: Skill;
  difficulty: Difficulty;
  /** Ids of the facts that it asks: those that what is right in it, or in a variant of it, rests on. */
  asks: string[];
  /** Whether a blueprint made it: the author wrote which facts to ask, and no more. */
  fromFacts: boolean;
  /** Of a slot: ids of the questions, of which each learner is given one. It is no question of its own. */
  oneOf?: string[];
  rules: ItemRules;
  /** At least one. Their `rules` are one, but in a slot: what a hint costs does not hang on chance. */
  variants: CompiledVariant[];
}

/** What a browser may know of how one question is marked. */
export interface ItemRules {
  /** What each hint costs, as a fraction of the points, in the order in which they are given. */
  hints: { cost: number }[];
}

export interface CompiledVariant {
  /** The question's own id when it is the only one; else that and what is parallel: 'signed-when~munich-agreement-1938'. */
  id: string;
  /** In a slot, where the item's are those of the first: the question's own. */
  kind?: string;
  rules?: ItemRules;
  prompt: string;
  /** All that a browser may have. */
  body: unknown;
  key: CompiledKey;
  /** SHA-256 (hex) of kind, prompt, body, key and rules: the item's version. */
  hash: string;
}

/** What no browser has before it may be seen. */
export interface CompiledKey {
  /** What the kind's `grade` is given. */
  answer: unknown;
  why: Why;
  hints?: { text: string; cost: number }[];
  /** What to say to whoever gave this answer, by the id of the receipt's part. */
  answers?: Record<string, string>;
  /** What to say by the fraction earned; the highest first. */
  bands?: Band[];
}

/** Why the right answer is right: said after grading, never before. */
export interface Why {
  /** To whoever had it right, a sentence that teaches. */
  right: string;
  /** To whoever had it wrong, a sentence that teaches. */
  wrong: string;
  /** To everyone, whatever was answered. */
  general?: string;
  fact: { id: string; name: string; revision: number; confidence: "H" | "M" | "L"; dateText?: string };
  /** Where the lesson says this: /lessons/<lessonId>#<id>. */
  passage: { lessonId: string; lessonTitle: string; id: string; number: number };
  sources: SourceLine[];
}

/** Something that an author has to mend. */
export interface Problem {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** 1 is the first line. */
  line: number;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  remedy: string;
}
