import type { CountingRule } from "@/assessment";
import { figuresOf, type QuestionFigures, type QuestionPoints, type TestFigures } from "@/assessment/analysis";
import type { Tells } from "@/facts/confusions";
import { Prisma } from "@/prisma/client/client";
import { kindOf, type Part, type Receipt } from "@/questions";

import { countedAttempts, type CountedWanted } from "./counted-attempts";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id, slug } from "./ids";
import type { ItemKey, Why } from "./item-key";
import { inClass, settle } from "./overdue";
import type { QuizScope } from "./publish";
import { placesOf } from "./question-places";
import type { Viewer } from "./viewer";

/** Which attempts are looked at: those that count, of an assignment, of the class, or of all the viewer's classes. */
export interface AnalysisWanted extends CountedWanted {
  quizId: string;
}

/** How the questions of a quiz worked: one attempt a learner, the one that counts; practice counts for nothing. */
export interface QuizAnalysis {
  class: { id: string; name: string; courseId: string; timeZone: string };
  quiz: { quizId: string; title: string; lessonId: string; scope: QuizScope };
  of: "class" | "mine";
  /** The class's assignments of this quiz, in the order in which they were made; `here`: the one that is looked at. */
  assignments: { id: string; title: string; counts: CountingRule; practice: boolean; here: boolean }[];
  /** Classes that were looked at, and the learners in them. */
  classes: number;
  learners: number;
  attempts: number;
  /** How many of the attempts were begun for no assignment, in classes that were never set this quiz. */
  earlier: number;
  /** What the test is worth, and what each attempt earned. */
  max: number;
  totals: number[];
  test: TestFigures;
  /** In the order of the paper. */
  places: PlaceAnalysis[];
  /** How many published states of the quiz these attempts were at. */
  editions: number;
}

/** A place of the paper: one question, or the parallel ones and the versions that were asked there. */
export interface PlaceAnalysis {
  /** 1, 2, 3, … */
  number: number;
  /** How many questions could be drawn there, asked or not. */
  drawnFrom: number;
  attempts: number;
  max: number;
  /** Earned there, an attempt each. */
  points: number[];
  figures: QuestionFigures;
  /** At least one. */
  versions: VersionAnalysis[];
}

export interface VersionAnalysis {
  /** What an export calls it: the item's id, with the version where several were asked. */
  question: string;
  itemId: string;
  version: number;
  kind: string;
  /** 'Date' */
  kindTitle: string;
  prompt: string;
  attempts: number;
  max: number;
  points: number[];
  figures: QuestionFigures;
  fact: Why["fact"];
  passage: Why["passage"];
  /** Learners who answered nothing. */
  blank: Learner[];
  /** What was answered, part by part: what is right first, then by how many gave it. */
  answers: GivenAnswer[];
}

export interface GivenAnswer {
  /** The same for the same answer. */
  id: string;
  text: string;
  right: boolean;
  /** By name. */
  learners: Learner[];
  /** What it says in terms of the fact base; null when it says nothing that could be there, or is right. */
  tells: Tells | null;
  /** A response that has it, and which part of it that is; null: it is the whole answer. */
  from: { attemptId: string; position: number; part: string | null };
}

export interface Learner {
  personId: string;
  displayName: string;
}

/** Statistics and answers of a quiz, to a teacher of the class. Throws NotFound. */
export async function questionAnalysis(viewer: Viewer, wanted: AnalysisWanted): Promise<QuizAnalysis> {
  const row = await answersOf(viewer, wanted);
  const asked = laidOut(row);
  const figures = figuresOf(asked.questions.map(({ points }) => points));
  const learners = byName(row.attempts);
  const versions = asked.questions.map((each, j) => version(each, figures.questions[j]!, learners));
  const places = asked.places.map((members) => ({
    members,
    points: placePoints(members.map((j) => asked.questions[j]!)),
  }));
  // The same test, its parallel questions taken for one each.
  const whole = figuresOf(places.map(({ points }) => points));
  return {
    class: { id: row.classId, name: row.name, courseId: row.courseId, timeZone: row.timeZone },
    quiz: { quizId: row.quizId, title: row.title, lessonId: row.lessonId, scope: row.scope },
    of: wanted.of ?? "class",
    assignments: row.assignments,
    classes: row.classes,
    learners: row.members,
    attempts: row.attempts.length,
    earlier: row.attempts.filter(({ earlier }) => earlier).length,
    max: whole.max,
    totals: row.attempts.map((_, i) => places.reduce((sum, { points }) => sum + (points.points[i] ?? 0), 0)),
    test: whole.test,
    places: places.map(({ members, points }, k) => ({
      number: k + 1,
      drawnFrom: asked.drawnFrom[k]!,
      attempts: given(points).length,
      max: points.max,
      points: given(points),
      figures: whole.questions[k]!,
      versions: members.map((j) => versions[j]!),
    })),
    editions: new Set(row.attempts.map(({ quizVersionId }) => quizVersionId)).size,
  };
}

/** What was earned and answered, for `npm run -s analysis` and for a table of one's own. */
export interface ResponsesExport {
  format: "annals-responses";
  quiz: { id: string; title: string };
  class: string;
  /** IANA name: the class's. */
  timeZone: string;
  of: "class" | "mine";
  responses: ExportedResponse[];
}

export interface ExportedResponse {
  /** An id that says nothing, or the name where names were asked for. */
  learner: string;
  question: string;
  /** Of parallel questions and of the versions of one: their place in the paper. */
  place?: string;
  /** Null where it was not asked. */
  points: number | null;
  /** What the answer was worth before certainty, tries and hints, in [0, 1]; null where there was none. */
  fraction: number | null;
  max: number;
  asked: boolean;
  kind: string;
  /** In per cent; null where the kind says nothing of it. */
  randomGuess: number | null;
  /** What was asked. */
  prompt: string;
  /** What was understood of the answer; null of none. */
  answer: string | null;
  /** When the attempt was handed in. */
  handedIn: string;
}

/** The responses that an analysis is made of, in its format. Throws NotFound. */
export async function quizResponses(
  viewer: Viewer,
  wanted: AnalysisWanted & { names?: boolean },
): Promise<ResponsesExport> {
  const row = await answersOf(viewer, wanted);
  const { questions } = laidOut(row);
  const names = wanted.names ? distinctNames(row.attempts) : row.attempts.map(({ personId }) => personId);
  return {
    format: "annals-responses",
    quiz: { id: row.quizId, title: row.title },
    class: row.name,
    timeZone: row.timeZone,
    of: wanted.of ?? "class",
    responses: row.attempts.flatMap(({ submittedAt }, i) => {
      const handedIn = new Date(submittedAt).toISOString();
      return questions.map(
        ({ points: { question, max, randomGuess, place, points }, item, responses }): ExportedResponse => {
          const { kind, prompt } = item;
          const response = responses[i];
          return {
            learner: names[i]!,
            question,
            ...(place !== undefined && { place }),
            points: points[i]!,
            fraction: response && response.answer.outcome !== "blank" ? (response.answer.fraction ?? 0) : null,
            max,
            asked: response != null,
            kind,
            randomGuess,
            prompt,
            answer: response?.answer.outcome === "scored" ? (response.answer.read ?? "") : null,
            handedIn,
          };
        },
      );
    }),
  };
}

/** Two of one name are told apart by a number. */
function distinctNames(attempts: readonly Learner[]): string[] {
  const before = new Map<string, number>();
  return attempts.map(({ displayName }) => {
    const nth = 1 + (before.get(displayName) ?? 0);
    before.set(displayName, nth);
    return nth === 1 ? displayName : `${displayName} (${nth})`;
  });
}

interface AnswersRow {
  classId: string;
  name: string;
  courseId: string;
  timeZone: string;
  quizId: string;
  title: string;
  lessonId: string;
  scope: QuizScope;
  classes: number;
  members: number;
  /** In an order that does not change with who asks. */
  attempts: (Learner & { attemptId: string; quizVersionId: string; submittedAt: string; earlier: boolean })[];
  assignments: QuizAnalysis["assignments"];
  /** Each different answer once. */
  answers: StoredAnswer[];
  versions: StoredVersion[];
  /** Of every state of the quiz that was attempted. */
  slots: { quizVersionId: string; position: number; points: number; itemVersionId: string; itemId: string }[];
}

interface StoredAnswer {
  itemVersionId: string;
  outcome: string | null;
  fraction: number | null;
  read: string | null;
  parts: Receipt["parts"] | null;
  /** Who gave it, three numbers each, with commas: the attempt's place, the question's position, the points. */
  given: string;
}

/** An answer in an attempt. */
interface Response {
  answer: StoredAnswer;
  attemptId: string;
  position: number;
  points: number;
}

interface StoredVersion {
  id: string;
  itemId: string;
  version: number;
  kind: string;
  prompt: string;
  body: unknown;
  key: ItemKey;
}

/**
 * Everything in one query: whose attempts, what was answered, what was asked. It takes keys to a person, and names who
 * may have them: a teacher of the class. Throws NotFound, also for a quiz that the class's course never had.
 */
async function answersOf(viewer: Viewer, { quizId, ...wanted }: AnalysisWanted): Promise<AnswersRow> {
  const [classId, ofQuiz] = [id(wanted.classId), slug(quizId)];
  await settle(inClass(viewer, classId));
  const [row] = await database().$queryRaw<AnswersRow[]>`
    WITH ${countedAttempts(viewer, wanted, (quiz) => Prisma.sql`${quiz} = ${ofQuiz}`)},
    quiz AS MATERIALIZED (
      SELECT v."quizId", v."title", v."lessonId", v."scope"
      FROM "group" g JOIN "QuizVersion" v ON v."courseId" = g."courseId" AND v."quizId" = ${ofQuiz}
      LEFT JOIN ${currentQuizzes} now ON now."quizVersionId" = v."id"
      WHERE v."schoolId" IS NULL OR EXISTS (
        SELECT 1 FROM "Assignment" s
        WHERE s."schoolId" = g."schoolId" AND s."classId" = g."id" AND s."quizVersionId" = v."id")
      ORDER BY now."quizVersionId" IS NULL, v."createdAt" DESC LIMIT 1
    ), sat AS MATERIALIZED (
      SELECT a.*, row_number() OVER (ORDER BY a."personId") - 1 AS "n" FROM counted a
    ), byhand AS MATERIALIZED (
      SELECT d."attemptId", d."itemId", d."value"
      FROM sat a JOIN "Decision" d ON d."schoolId" = a."schoolId" AND d."attemptId" = a."id"
      WHERE d."what" = 'question' AND d."undoneAt" IS NULL
    ), given AS (
      SELECT a."n", r."position", r."itemVersionId", r."outcome", coalesce(hand."value", r."points", 0) AS "points",
             r."fraction", r."receipt"->>'read' AS "read", (r."receipt"->'parts')::text AS "parts"
      FROM sat a
      JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
      JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
      LEFT JOIN byhand hand ON hand."attemptId" = r."attemptId" AND hand."itemId" = i."itemId"
    ), answers AS MATERIALIZED (
      -- Many give the same answer, and its receipt may be long: once is enough.
      SELECT r."itemVersionId", r."outcome", r."fraction", r."read", r."parts",
             string_agg(concat_ws(',', r."n", r."position", r."points"), ',') AS "given"
      FROM given r GROUP BY r."itemVersionId", r."outcome", r."fraction", r."read", r."parts"
    )
    SELECT g."id" AS "classId", g."name", g."courseId", q.*,
      (SELECT coalesce(c."timeZone", sc."timeZone") FROM "Class" c JOIN "School" sc ON sc."id" = c."schoolId"
       WHERE c."schoolId" = g."schoolId" AND c."id" = g."id") AS "timeZone",
      (SELECT count(*)::int FROM classes) AS "classes",
      (SELECT count(*)::int FROM members) AS "members",
      (SELECT coalesce(json_agg(json_build_object(
         'id', s."id", 'title', s."title", 'counts', s."counts", 'practice', s."practice",
         'here', EXISTS (SELECT 1 FROM assigned x WHERE x."id" = s."id" AND ${wanted.assignmentId !== undefined})
       ) ORDER BY s."position", s."id"), '[]')
       FROM "Assignment" s
       WHERE s."schoolId" = g."schoolId" AND s."classId" = g."id" AND s."quizId" = ${ofQuiz} AND s."removedAt" IS NULL
      ) AS "assignments",
      (SELECT coalesce(json_agg(json_build_object(
         'attemptId', a."id", 'quizVersionId', a."quizVersionId", 'personId', p."id", 'displayName', p."displayName",
         'submittedAt', (SELECT x."submittedAt" FROM "Attempt" x
                         WHERE x."schoolId" = a."schoolId" AND x."id" = a."id"),
         'earlier', a."earlier"
       ) ORDER BY a."n"), '[]')
       FROM sat a JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId") AS "attempts",
      (SELECT coalesce(json_agg(json_build_object(
         'itemVersionId', r."itemVersionId", 'outcome', r."outcome", 'fraction', r."fraction", 'read', r."read",
         'parts', r."parts"::json, 'given', r."given"
       )), '[]') FROM answers r) AS "answers",
      (SELECT coalesce(json_agg(json_build_object(
         'id', i."id", 'itemId', i."itemId", 'version', i."version", 'kind', i."kind", 'prompt', i."prompt",
         'body', i."body", 'key', i."key"
       )), '[]')
       FROM "ItemVersion" i WHERE i."id" IN (SELECT "itemVersionId" FROM answers)) AS "versions",
      (SELECT coalesce(json_agg(json_build_object(
         'quizVersionId', s."quizVersionId", 'position', s."position", 'points', s."points",
         'itemVersionId', s."itemVersionId", 'itemId', i."itemId"
       ) ORDER BY v."createdAt" DESC, v."id", s."position", s."variant"), '[]')
       FROM "QuizVersionItem" s
       JOIN "QuizVersion" v ON v."id" = s."quizVersionId"
       JOIN "ItemVersion" i ON i."id" = s."itemVersionId"
       WHERE s."quizVersionId" IN (SELECT "quizVersionId" FROM counted)) AS "slots"
    FROM "group" g CROSS JOIN quiz q`;
  // An assignment that is not this class's, or of another quiz, is not there.
  if (!row || (wanted.assignmentId !== undefined && !row.assignments.some(({ here }) => here))) throw new NotFound();
  return row;
}

/** A question with what everybody earned and answered, in the order of the attempts. */
interface Asked {
  item: StoredVersion;
  kind: string;
  points: QuestionPoints;
  responses: (Response | null)[];
}

/** The questions in the order of the paper, and which of them stand at each place. */
function laidOut({ attempts, answers, versions, slots }: AnswersRow) {
  const place = placesOf(slots);
  const worth = new Map(slots.map((slot) => [`${slot.quizVersionId} ${slot.itemVersionId}`, slot.points]));
  // The newest state of the quiz comes first among the slots, and says the order.
  const order = [...new Set(slots.map(({ itemVersionId }) => place.get(itemVersionId)!))];
  const at = new Map(order.map((name, index) => [name, index]));
  const rows = new Map<string, { item: StoredVersion; max: number; given: (Response | null)[] }>();
  const known = new Map(versions.map((each) => [each.id, each]));
  for (const answer of answers) {
    const item = known.get(answer.itemVersionId)!;
    const numbers = JSON.parse(`[${answer.given}]`) as number[];
    for (let at = 0; at < numbers.length; at += 3) {
      const [nth, position, points] = [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!];
      const { attemptId, quizVersionId } = attempts[nth]!;
      const max = worth.get(`${quizVersionId} ${item.id}`) ?? 0;
      const name = `${item.id} ${max}`;
      let row = rows.get(name);
      if (!row) rows.set(name, (row = { item, max, given: attempts.map(() => null) }));
      row.given[nth] = { answer, attemptId, position, points };
    }
  }
  const sorted = [...rows.values()].sort(
    (a, b) =>
      at.get(place.get(a.item.id)!)! - at.get(place.get(b.item.id)!)! ||
      (a.item.itemId < b.item.itemId ? -1 : a.item.itemId > b.item.itemId ? 1 : 0) ||
      a.item.version - b.item.version ||
      a.max - b.max,
  );
  const placedWith = (item: StoredVersion) => sorted.filter((each) => place.get(each.item.id) === place.get(item.id));
  const questions = sorted.map(({ item, max, given }): Asked => {
    const guess = kindOf(item.kind).randomGuess?.(item.key.answer, item.body) ?? null;
    return {
      item,
      kind: item.kind,
      responses: given,
      points: {
        question: nameOf(item, max, sorted),
        max,
        points: given.map((response) => response && response.points),
        randomGuess: guess === null ? null : 100 * guess,
        ...(placedWith(item).length > 1 && { place: place.get(item.id)! }),
      },
    };
  });
  const used = order.filter((name) => sorted.some(({ item }) => place.get(item.id) === name));
  return {
    questions,
    places: used.map((name) => sorted.flatMap(({ item }, j) => (place.get(item.id) === name ? [j] : []))),
    drawnFrom: used.map(
      (name) =>
        new Set(slots.filter((slot) => place.get(slot.itemVersionId) === name).map(({ itemId }) => itemId)).size,
    ),
  };
}

/** The item's id; with its version, and with what it was worth, where that alone tells two rows apart. */
function nameOf(item: StoredVersion, max: number, all: readonly { item: StoredVersion; max: number }[]): string {
  const same = all.filter((each) => each.item.itemId === item.itemId);
  const versions = new Set(same.map((each) => each.item.version));
  const worths = new Set(same.filter((each) => each.item.version === item.version).map((each) => each.max));
  const version = versions.size > 1 ? ` version ${item.version}` : "";
  return `${item.itemId}${version}${worths.size > 1 ? ` for ${max}` : ""}`;
}

/** The questions of a place as one. */
function placePoints(asked: readonly Asked[]): QuestionPoints {
  const [first] = asked;
  if (asked.length === 1) return first!.points;
  const all = asked.map(({ points }) => points);
  const guesses = all.flatMap(({ points, randomGuess }) =>
    points.flatMap((each) => (each === null ? [] : [randomGuess])),
  );
  const known = guesses.filter((each) => each !== null);
  return {
    question: first!.points.place ?? first!.points.question,
    max: Math.max(...all.map(({ max }) => max)),
    points: first!.responses.map((_, i) => all.map(({ points }) => points[i]!).find((each) => each !== null) ?? null),
    randomGuess: known.length < guesses.length ? null : known.reduce((sum, each) => sum + each, 0) / known.length,
  };
}

const given = ({ points }: QuestionPoints) => points.filter((each) => each !== null);

function version(
  { item, points, responses }: Asked,
  figures: QuestionFigures,
  learners: readonly PlacedLearner[],
): VersionAnalysis {
  const { fact, passage } = item.key.why;
  const earned = given(points);
  return {
    question: points.question,
    itemId: item.itemId,
    version: item.version,
    kind: item.kind,
    kindTitle: kindOf(item.kind).title,
    prompt: item.prompt,
    attempts: earned.length,
    max: points.max,
    points: earned,
    figures,
    fact,
    passage,
    blank: learners.flatMap(({ nth, learner }) => {
      const response = responses[nth];
      return response && response.answer.outcome !== "scored" ? [learner] : [];
    }),
    answers: answers(item, responses, learners),
  };
}

function answers(
  item: StoredVersion,
  responses: readonly (Response | null)[],
  learners: readonly PlacedLearner[],
): GivenAnswer[] {
  const kind = kindOf(item.kind);
  const found = new Map<string, { part: Part; learners: Learner[]; first: number; from: GivenAnswer["from"] }>();
  const partsIn = new Map<StoredAnswer, readonly Part[]>();
  for (const { nth, learner } of learners) {
    const response = responses[nth];
    if (!response) continue;
    const { answer, attemptId, position } = response;
    let parts = partsIn.get(answer);
    if (!parts) partsIn.set(answer, (parts = partsOf(answer)));
    for (const part of parts) {
      let there = found.get(part.id);
      if (!there || nth < there.first) {
        const from = { attemptId, position, part: parts.length > 1 ? part.id : null };
        found.set(part.id, (there = { part, learners: there?.learners ?? [], first: nth, from }));
      }
      if (there.learners.at(-1) !== learner) there.learners.push(learner);
    }
  }
  return [...found.values()]
    .map(({ part, learners, from }): GivenAnswer => {
      const tells = part.right ? null : (kind.tells?.(part, item.body, item.key.answer) ?? null);
      return { id: part.id, text: part.text, right: part.right, learners, tells, from };
    })
    .sort(
      (a, b) => Number(b.right) - Number(a.right) || b.learners.length - a.learners.length || (a.id < b.id ? -1 : 1),
    );
}

/** Receipts of before there were parts have the whole answer as one. */
function partsOf({ outcome, parts, read, fraction }: StoredAnswer): readonly Part[] {
  if (outcome !== "scored") return [];
  if (parts && parts.length > 0) return parts;
  return read ? [{ id: `other:${read.slice(0, 60)}`, text: read, right: fraction === 1 }] : [];
}

/** A learner, and the place of the attempt that counts. */
interface PlacedLearner {
  nth: number;
  learner: Learner;
}

const names = new Intl.Collator("en");

/** Ordered once: whoever is listed is listed in this order. */
function byName(attempts: readonly Learner[]): PlacedLearner[] {
  return attempts
    .map(({ personId, displayName }, nth) => ({ nth, learner: { personId, displayName } }))
    .sort(
      ({ learner: a }, { learner: b }) =>
        names.compare(a.displayName, b.displayName) || (a.personId < b.personId ? -1 : 1),
    );
}
