import { z } from "zod";
import type {
  Agreement,
  AlsoDate,
  Confidences,
  Event,
  Figure,
  NameInTime,
  Office,
  Person,
  Signatory,
  Source,
  State,
  Statement,
  Territory,
  Transfer,
} from "@/facts/base";
import { difficulties, skills } from "./skills";
import { typeset } from "./typeset";

/**
 * The one schema of a course's files. Strict all through: a key that is not described here is a slip of the
 * author's, not something to be passed over. Messages speak to that author; docs/author.md shows every form.
 */

/** Taken as written: names, and what answers are compared with. */
const words = z.string().trim().min(1, "says nothing → Write it, or take the line out.");

/** Read by learners: set in the house style. */
const prose = words.transform(typeset);

/** A name for files, addresses and references: 'munich-agreement'. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "is not in kebab case → Use small letters a to z, digits and single hyphens, as in munich-agreement.",
  );

const sourceCode = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, "is not a source code → Write letters and digits, as in SP39 or W-FST.");

/** Whether it is a real date is asked of `facts/dates` when everything is read. */
const edtf = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z
    .string("is not a date → Write it as 1939-08-23, 1939-08, 1939 or 1938-10-01/1938-10-10.")
    .trim()
    .min(4, "is not a date → Write it as 1939-08-23, 1939-08 or 1939."),
);

const sourceCodes = z
  .array(sourceCode)
  .min(1, "names no source → Add a code of facts/sources.yaml: every fact rests on at least one.");
const accept = z.array(words).default([]);

// ── course.yaml ───────────────────────────────────────────────────────────────────────────────────────────────

export const spanSchema = z.strictObject({ from: edtf, to: edtf });

export const courseSchema = z.strictObject({
  id,
  title: prose,
  subtitle: prose,
  sentence: prose,
  span: spanSchema,
  /** Lesson ids in the order in which they are taught. */
  lessons: z.array(id).min(1, "names no lesson → Add the id of a file in lessons/."),
  /** The same lessons in parts, each with a quiz at its end; also those that are still to be written. */
  parts: z
    .array(
      z.strictObject({
        id,
        title: prose,
        lessons: z.array(id).min(1, "names no lesson → Add the ids of the part's lessons."),
        quiz: id.optional(),
      }),
    )
    .min(2, "are fewer than two → Add another, or leave `parts` out.")
    .optional(),
  /** The quiz at the end of the course. */
  final: id.optional(),
});

export type AuthoredCourse = z.infer<typeof courseSchema>;

// ── facts/*.yaml ──────────────────────────────────────────────────────────────────────────────────────────────

export const sourceSchema: z.ZodType<Source> = z.strictObject({
  id: sourceCode,
  title: prose,
  url: z.url("is not an address → Write it in full, as in https://example.org/page.").optional(),
  status: z.enum(["read", "read in part", "not opened"]),
});

const office: z.ZodType<Office> = z.strictObject({
  office: prose,
  of: words,
  from: edtf.optional(),
  to: edtf.optional(),
  in: edtf.optional(),
  sources: z.array(sourceCode).optional(),
});

const namesInTime: z.ZodType<NameInTime[]> = z
  .array(z.strictObject({ name: words, from: edtf.optional(), to: edtf.optional() }))
  .min(1, "holds no name → Add one, or leave the field out.");

export const personSchema: z.ZodType<Person> = z.strictObject({
  id,
  name: words,
  sortName: words,
  accept,
  roles: words.optional(),
  offices: z.array(office).min(1, "holds no office → Add one, or leave the field out.").optional(),
  sources: z.array(sourceCode).optional(),
});

export const stateSchema: z.ZodType<State> = z.strictObject({
  id,
  name: words,
  accept,
  names: namesInTime.optional(),
  sources: z.array(sourceCode).optional(),
});

export const territorySchema: z.ZodType<Territory> = z.strictObject({
  id,
  name: words,
  where: prose,
  accept: z.array(words).optional(),
  names: namesInTime.optional(),
  sources: z.array(sourceCode).optional(),
});

const mark = z.enum(["H", "M", "L"], "is not a mark → Write H, M or L.");

/** Parts of a fact that can be marked apart and left not re-checked. */
export const factParts = ["date", "signatories", "place", "parties", "transfer", "inForce", "statement"] as const;

const confidences: z.ZodType<Confidences> = z.union([
  mark,
  z.strictObject({
    date: mark.optional(),
    signatories: mark.optional(),
    place: mark.optional(),
    parties: mark.optional(),
    transfer: mark.optional(),
    inForce: mark.optional(),
    statement: mark.optional(),
    rest: mark.optional(),
  }),
]);

const alsoDate: z.ZodType<AlsoDate> = z.strictObject({ date: edtf, why: prose, prefer: z.boolean().optional() });

const core = {
  id,
  name: prose,
  accept: z.array(words).optional(),
  statement: prose,
  sources: sourceCodes,
  confidence: confidences,
  notRechecked: z.array(z.enum(factParts)).optional(),
  disputed: prose.optional(),
  /** The date was given by the Julian calendar then, and that day counts as well; perhaps with a reason of its own. */
  oldStyle: z.union([z.literal(true), prose]).optional(),
  territories: z.array(id).optional(),
  /** Why a lesson may tell it and no question ask it: it only sets the scene. */
  background: prose.optional(),
  revision: z.int().min(1).default(1),
};

const signatory: z.ZodType<Signatory> = z.strictObject({ person: id, for: id, as: prose });

export const agreementSchema: z.ZodType<Agreement> = z.strictObject({
  ...core,
  type: z.literal("agreement"),
  shortName: prose,
  date: edtf,
  alsoDate: alsoDate.optional(),
  place: words,
  parties: z.array(id).min(1, "names no state → Add an id of facts/states.yaml."),
  signatories: z.array(signatory).default([]),
  ratifiers: z
    .array(z.strictObject({ party: id, date: edtf.optional() }))
    .min(1, "names no state → Add one, or leave the field out.")
    .optional(),
  inForce: edtf.optional(),
  secret: prose.optional(),
});

export const eventSchema: z.ZodType<Event> = z.strictObject({
  ...core,
  type: z.literal("event"),
  date: edtf,
  alsoDate: alsoDate.optional(),
  place: words.optional(),
  parties: z.array(id).optional(),
});

export const transferSchema: z.ZodType<Transfer> = z.strictObject({
  ...core,
  type: z.literal("transfer"),
  territory: id,
  from: id,
  to: id,
  date: edtf,
  alsoDate: alsoDate.optional(),
  occupied: edtf.optional(),
  instrument: words,
  how: z.enum(["ceded", "annexed", "occupied", "awarded", "leased", "transferred"]),
  joined: words.optional(),
});

export const statementSchema: z.ZodType<Statement> = z.strictObject({
  ...core,
  type: z.literal("statement"),
  date: edtf.optional(),
  alsoDate: alsoDate.optional(),
});

const amount = z.number("is not a number → Write digits alone, as in 126875; what is counted stands in `unit`.");

export const figureFactSchema: z.ZodType<Figure> = z.strictObject({
  ...core,
  type: z.literal("figure"),
  what: prose,
  unit: prose,
  low: amount.optional(),
  high: amount.optional(),
  best: amount.optional(),
  estimateBy: prose,
  of: prose.optional(),
  theatre: prose.optional(),
  year: edtf.optional(),
  date: edtf.optional(),
  alsoDate: alsoDate.optional(),
  place: words.optional(),
  parties: z.array(id).optional(),
  recalled: z.literal(true).optional(),
});

/** By the word after `type:`. */
export const factSchemas = {
  agreement: agreementSchema,
  event: eventSchema,
  transfer: transferSchema,
  statement: statementSchema,
  figure: figureFactSchema,
} as const;

// ── lessons/*.md, between the two lines of dashes ─────────────────────────────────────────────────────────────

/** One question, not two, and not a statement with a question after it. */
const opening = prose.refine(
  (text) => /^[^.?!]+\?[’'”"]?$/.test(text.replace(/\b(?:[A-Z]|St|Dr|Mr|Mrs|No)\./g, "")),
  "is not one sentence that ends with a question mark → Ask what the lesson answers, in one sentence.",
);

export const lessonSchema = z.strictObject({
  id,
  title: prose,
  shortTitle: prose,
  standfirst: prose,
  question: opening,
  summary: z.array(prose).length(2, "is not two short lines → Write a list of two."),
  span: spanSchema,
  quiz: id,
  timeline: z
    .array(z.strictObject({ fact: id, passage: id, label: prose, gapBefore: prose.optional() }))
    .min(2, "has fewer than two marks → Add what happened, each with `fact`, `passage` and `label`."),
  learnt: z.array(prose).length(3, "is not three sentences → Write a list of three."),
});
export type AuthoredLesson = z.infer<typeof lessonSchema>;

// ── glossary.yaml ─────────────────────────────────────────────────────────────────────────────────────────────────

export const termSchema = z.strictObject({ id, term: prose, meaning: prose });

// ── figures/*.yaml ────────────────────────────────────────────────────────────────────────────────────────────

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const corner = z.tuple([longitude, latitude]);

/** [[west, south], [east, north]] */
export const frameSchema = z
  .tuple([corner, corner])
  .refine(
    ([[west, south], [east, north]]) => west < east && south < north,
    "is not a frame → Write [[west, south], [east, north]] in degrees.",
  );

/** What every figure says in words. */
const figureCore = {
  id,
  title: prose,
  description: prose,
  caption: prose,
  captionRest: prose.optional(),
  note: prose.optional(),
};

/** A map with layers and a table written by hand. */
export const figureSchema = z.strictObject({
  ...figureCore,
  type: z.literal("map").default("map"),
  frame: frameSchema,
  layers: z
    .array(
      z.strictObject({
        label: prose,
        style: z.enum(["y38", "y39", "y40", "y44", "y45"]),
        territories: z.array(id).default([]),
        states: z.array(id).default([]),
      }),
    )
    .min(1, "shows nothing → Add a layer with `label`, `style` and `territories` or `states`."),
  cities: z.array(id).default([]),
  table: z.strictObject({
    caption: prose,
    columns: z.array(prose).min(2, "has fewer than two columns → Name the columns of the table."),
    rows: z
      .array(z.array(z.string().trim().transform(typeset)))
      .min(1, "has no row → A figure can be read as a table as well: write its rows."),
  }),
});

/** A map whose layers and table are made from transfers. */
export const changesFigureSchema = z.strictObject({
  ...figureCore,
  type: z.literal("changes"),
  map: z.enum(["europe", "far-east"], "is not a map → Write europe or far-east.").default("europe"),
  transfers: z.array(id).min(1, "names no transfer → Add ids of facts of type transfer."),
  /** Made to hold the lands when it is left out. */
  frame: frameSchema.optional(),
  /** Instead of the words made from the facts, by hue. */
  labels: z.partialRecord(z.enum(["y38", "y39", "y40", "y44", "y45"]), prose).default({}),
  cities: z.array(id).default([]),
});

/** Numbers beside each other, as bars. */
export const barsFigureSchema = z.strictObject({
  ...figureCore,
  type: z.literal("bars"),
  /** What the darker part of a bar is: 'of which on the Eastern Front'. */
  part: prose.optional(),
  bars: z
    .array(z.strictObject({ fact: id, label: prose, part: id.optional() }))
    .min(2, "has fewer than two bars → Add facts of type figure, each with `fact` and `label`."),
});

/** Agreements and those who signed them. */
export const signaturesFigureSchema = z.strictObject({
  ...figureCore,
  type: z.literal("signatures"),
  agreements: z.array(id).min(1, "names no agreement → Add ids of facts of type agreement.").optional(),
  /** Instead of their ids: all that meet every condition. */
  where: z
    .strictObject({
      from: edtf.optional(),
      to: edtf.optional(),
      parties: z.array(id).optional(),
      signatory: id.optional(),
    })
    .optional(),
});

/** By the word after `type:`; a figure that says none is a map. */
export const figureSchemas = {
  map: figureSchema,
  changes: changesFigureSchema,
  bars: barsFigureSchema,
  signatures: signaturesFigureSchema,
} as const;

// ── quizzes/*.yaml ────────────────────────────────────────────────────────────────────────────────────────────

const fraction = z
  .number("is not a number → Write a fraction of the points from 0 to 1: 0.5 is half of them.")
  .min(0, "is less than nothing → Write a fraction of the points from 0 to 1: 0.5 is half of them.")
  .max(1, "is more than the points → Write a fraction of the points from 0 to 1: 0.5 is half of them.");

/** Said to whoever earned this fraction or more; the one with the highest `from` that was reached. */
const bands = z.array(z.strictObject({ from: fraction, say: prose })).max(10);

/** How a question is sorted, and what else it asks. */
const ratingFields = {
  /** What it exercises; may be left out where the kind or the ask says it. */
  skill: z.enum(skills, `is not a skill → Write ${skills.join(", ")}.`).optional(),
  /** Asked for by `ratingOf`, so that its lack hides no other slip. */
  difficulty: z
    .literal([...difficulties], "is not a difficulty → Write 1 (a main fact), 2 (kept apart from a neighbour) or 3.")
    .optional(),
  /** Further facts that what is right rests on, where the kind cannot know: the pairs of a matching by hand. */
  also: z.array(id).min(1, "names no fact → Add an id, or leave the field out.").optional(),
};

/** The fields of any question, whatever its kind, that may be left out. */
const optionalItemFields = {
  ...ratingFields,
  /** Given one by one, when asked for. */
  hints: z
    .array(z.strictObject({ text: prose, cost: fraction }))
    .max(5, "are more than five → Keep the five that help most.")
    .optional(),
  /** Said to whoever gave this answer. `of`: as an answer would be written, or the id of its part in the receipt. */
  answers: z
    .array(z.strictObject({ of: z.coerce.string().trim().min(1, "says nothing → Write the answer."), say: prose }))
    .max(60)
    .optional(),
  bands: bands.optional(),
  /** Said to everyone afterwards. */
  general: prose.optional(),
  /** Parallel questions, each with the fields in which it differs; every learner is given one of them. */
  variants: z.array(z.record(z.string(), z.unknown())).min(2, "has fewer than two → Write two or more.").optional(),
};

/** What every question has; its kind's own fields stand beside these and are the kind's to check. */
export const itemSchema = z.looseObject({
  id,
  kind: words,
  points: z.int().min(1).max(20),
  prompt: prose,
  fact: id,
  /** A passage of this quiz's lesson, or `lesson#passage`. */
  passage: z
    .string()
    .regex(
      /^[a-z0-9-]+(#[a-z0-9-]+)?$/,
      "is not the name of a passage → Write the name of a passage of the lesson, or lesson#passage.",
    ),
  right: prose,
  wrong: prose,
  ...optionalItemFields,
});
export type AuthoredQuestion = z.infer<typeof itemSchema>;
export const commonItemFields = [
  ...(["id", "kind", "points", "prompt", "fact", "passage", "right", "wrong"] as const),
  ...(Object.keys(optionalItemFields) as (keyof typeof optionalItemFields)[]),
];

/** Which facts a question is made from: all of them that meet every condition. */
export const filterSchema = z.strictObject({
  type: z.enum(["agreement", "event", "transfer", "statement", "figure"]).optional(),
  /** Not before, not after. */
  from: edtf.optional(),
  to: edtf.optional(),
  /** State ids, all of them parties; of a transfer, the state that lost and the one that got it. */
  parties: z.array(id).min(1).optional(),
  signatory: id.optional(),
  takenBy: id.optional(),
  takenFrom: id.optional(),
  /** Of a transfer: a fact's id, or the words of its `instrument`. */
  by: words.optional(),
  how: words.optional(),
  /** Lessons that have to teach it; without this, the quiz's own. */
  lessons: z.array(id).min(1).optional(),
});
export type FactFilter = z.infer<typeof filterSchema>;

/** A question made from facts: what the author may say; whatever else stands there goes before what is made. */
export const blueprintSchema = z.looseObject({
  id,
  ask: words,
  points: z.int().min(1).max(20),
  of: z.union(
    [id, z.array(z.union([id, z.array(id).min(2)])).min(1), filterSchema],
    "is no fact → Write a fact's id, a list of them, or conditions as in { type: agreement, parties: [ussr] }.",
  ),
  ...ratingFields,
  /** Wrong answers to offer, where the ask offers any. */
  distractors: z.int().min(2).max(12).optional(),
  /** Of an ask about several facts and a filter: how many facts a question has, and how many questions are made. */
  size: z.int().min(2).max(8).optional(),
  draw: z.int().min(1).max(12).optional(),
});
export type AuthoredBlueprint = z.infer<typeof blueprintSchema>;
export const blueprintFields = ["ask", "of", "distractors", "size", "draw"] as const;

export const quizRulesSchema = z.strictObject({
  certainty: z.boolean().default(false),
  tries: z.int().min(1).max(5).default(1),
  penalty: fraction.default(0),
  bands: bands.default([]),
});

/** A place of a long quiz at which each learner is given one of several questions of the course. */
export const slotSchema = z.strictObject({
  id,
  points: z.int().min(1).max(20),
  oneOf: z.array(id).min(3, "names fewer than three questions → Name three or more that are equally hard."),
});
export type AuthoredSlot = z.infer<typeof slotSchema>;

export const quizSchema = z
  .strictObject({
    id,
    /** The lesson that it is about; or, of a long quiz, the lessons. */
    lesson: id.optional(),
    lessons: z.array(id).min(1, "names no lesson → Add the ids of the lessons that it is about.").optional(),
    title: prose,
    shortTitle: prose,
    rules: quizRulesSchema.default({ certainty: false, tries: 1, penalty: 0, bands: [] }),
    /** Read one by one, so that a slip in one question hides none in the next. */
    items: z.array(z.unknown()).min(1, "has no question → Write at least fifteen."),
  })
  .refine(
    ({ lesson, lessons }) => (lesson === undefined) !== (lessons === undefined),
    "needs `lesson` or `lessons`, and not both → Write `lesson:` with the lesson that it is about, or `lessons:` with several.",
  );
export type AuthoredQuiz = z.infer<typeof quizSchema>;
