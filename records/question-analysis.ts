import { figuresOf, type QuestionFigures, type QuestionPoints, type TestFigures } from "@/assessment/analysis";
import type { Tells } from "@/facts/confusions";
import { Prisma } from "@/prisma/client/client";
import { kindOf, type Part, type Receipt } from "@/questions";

import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id, slug } from "./ids";
import type { ItemKey, Why } from "./item-key";
import type { QuizScope } from "./publish";
import { placesOf } from "./question-places";
import type { Viewer } from "./viewer";
import { classesTaughtBy } from "./visibility";

/** Which attempts are looked at: the class's, or those of all the viewer's classes that follow the same course. */
export interface AnalysisWanted {
  classId: string;
  quizId: string;
  of?: "class" | "mine";
}

/** How the questions of a quiz worked: one attempt a learner, the best that was handed in; practice counts for nothing. */
export interface QuizAnalysis {
  class: { id: string; name: string; courseId: string };
  quiz: { quizId: string; title: string; lessonId: string; scope: QuizScope };
  of: "class" | "mine";
  /** Classes that were looked at, and the learners in them. */
  classes: number;
  learners: number;
  attempts: number;
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
  const versions = asked.questions.map((each, j) => version(each, figures.questions[j]!));
  const places = asked.places.map((members) => ({
    members,
    points: placePoints(members.map((j) => asked.questions[j]!)),
  }));
  // The same test, its parallel questions taken for one each.
  const whole = figuresOf(places.map(({ points }) => points));
  return {
    class: { id: row.classId, name: row.name, courseId: row.courseId },
    quiz: { quizId: row.quizId, title: row.title, lessonId: row.lessonId, scope: row.scope },
    of: wanted.of ?? "class",
    classes: row.classes,
    learners: row.members,
    attempts: row.attempts.length,
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
  max: number;
  asked: boolean;
  kind: string;
  /** In per cent; null where the kind says nothing of it. */
  randomGuess: number | null;
  /** What was understood of the answer; null of none. */
  answer: string | null;
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
    of: wanted.of ?? "class",
    responses: row.attempts.flatMap((_, i) =>
      questions.map(({ points: { question, max, randomGuess, place, points }, kind, responses }): ExportedResponse => {
        const response = responses[i];
        return {
          learner: names[i]!,
          question,
          ...(place !== undefined && { place }),
          points: points[i]!,
          max,
          asked: response != null,
          kind,
          randomGuess,
          answer: response?.outcome === "scored" ? (response.read ?? "") : null,
        };
      }),
    ),
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
  quizId: string;
  title: string;
  lessonId: string;
  scope: QuizScope;
  classes: number;
  members: number;
  /** In an order that does not change with who asks. */
  attempts: (Learner & { attemptId: string; quizVersionId: string })[];
  responses: StoredResponse[];
  versions: StoredVersion[];
  /** Of every state of the quiz that was attempted. */
  slots: { quizVersionId: string; position: number; points: number; itemVersionId: string; itemId: string }[];
}

interface StoredResponse {
  attemptId: string;
  position: number;
  itemVersionId: string;
  outcome: string | null;
  points: number | null;
  fraction: number | null;
  read: string | null;
  parts: Receipt["parts"] | null;
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
async function answersOf(viewer: Viewer, { classId, quizId, of = "class" }: AnalysisWanted): Promise<AnswersRow> {
  const [row] = await database().$queryRaw<AnswersRow[]>`
    WITH "group" AS MATERIALIZED (
      SELECT c."schoolId", c."id", c."name", c."courseId" FROM "Class" c
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(classId)}::uuid
    ), quiz AS MATERIALIZED (
      SELECT v."quizId", v."title", v."lessonId", v."scope"
      FROM "group" g JOIN "QuizVersion" v ON v."courseId" = g."courseId" AND v."quizId" = ${slug(quizId)}
      LEFT JOIN ${currentQuizzes} now ON now."quizVersionId" = v."id"
      ORDER BY now."quizVersionId" IS NULL, v."createdAt" DESC LIMIT 1
    ), classes AS MATERIALIZED (
      SELECT c."schoolId", c."id", c."courseId" FROM "Class" c JOIN "group" g ON g."courseId" = c."courseId"
      WHERE ${classesTaughtBy(viewer)} AND ${of === "mine" ? Prisma.sql`TRUE` : Prisma.sql`c."id" = g."id"`}
    ), members AS MATERIALIZED (
      SELECT DISTINCT e."schoolId", e."personId" FROM classes c
      JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id" AND e."removedAt" IS NULL
    ), counted AS MATERIALIZED (
      SELECT DISTINCT ON (a."personId") a."schoolId", a."id", a."personId", a."quizVersionId"
      FROM members m
      JOIN "Attempt" a ON a."schoolId" = m."schoolId" AND a."personId" = m."personId"
      JOIN quiz q ON q."quizId" = a."quizId"
      JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
      JOIN "group" g ON g."courseId" = v."courseId"
      WHERE a."submittedAt" IS NOT NULL AND NOT a."practice"
      ORDER BY a."personId", a."points" / nullif(a."maxPoints", 0) DESC NULLS LAST, a."number"
    ), given AS MATERIALIZED (
      SELECT r.* FROM counted a JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
    )
    SELECT g."id" AS "classId", g."name", g."courseId", q.*,
      (SELECT count(*)::int FROM classes) AS "classes",
      (SELECT count(*)::int FROM members) AS "members",
      (SELECT coalesce(json_agg(json_build_object(
         'attemptId', a."id", 'quizVersionId', a."quizVersionId", 'personId', p."id", 'displayName', p."displayName"
       ) ORDER BY p."id"), '[]')
       FROM counted a JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId") AS "attempts",
      (SELECT coalesce(json_agg(json_build_object(
         'attemptId', r."attemptId", 'position', r."position", 'itemVersionId', r."itemVersionId",
         'outcome', r."outcome", 'points', r."points", 'fraction', r."fraction",
         'read', r."receipt"->'read', 'parts', r."receipt"->'parts'
       )), '[]') FROM given r) AS "responses",
      (SELECT coalesce(json_agg(json_build_object(
         'id', i."id", 'itemId', i."itemId", 'version', i."version", 'kind', i."kind", 'prompt', i."prompt",
         'body', i."body", 'key', i."key"
       )), '[]')
       FROM "ItemVersion" i WHERE i."id" IN (SELECT "itemVersionId" FROM given)) AS "versions",
      (SELECT coalesce(json_agg(json_build_object(
         'quizVersionId', s."quizVersionId", 'position', s."position", 'points', s."points",
         'itemVersionId', s."itemVersionId", 'itemId', i."itemId"
       ) ORDER BY v."createdAt" DESC, v."id", s."position", s."variant"), '[]')
       FROM "QuizVersionItem" s
       JOIN "QuizVersion" v ON v."id" = s."quizVersionId"
       JOIN "ItemVersion" i ON i."id" = s."itemVersionId"
       WHERE s."quizVersionId" IN (SELECT "quizVersionId" FROM counted)) AS "slots"
    FROM "group" g CROSS JOIN quiz q`;
  if (!row) throw new NotFound();
  return row;
}

/** A question with what everybody earned and answered, in the order of the attempts. */
interface Asked {
  item: StoredVersion;
  kind: string;
  points: QuestionPoints;
  responses: (StoredResponse | null)[];
  learners: readonly Learner[];
}

/** The questions in the order of the paper, and which of them stand at each place. */
function laidOut({ attempts, responses, versions, slots }: AnswersRow) {
  const place = placesOf(slots);
  const worth = new Map(slots.map((slot) => [`${slot.quizVersionId} ${slot.itemVersionId}`, slot.points]));
  const edition = new Map(attempts.map(({ attemptId, quizVersionId }) => [attemptId, quizVersionId]));
  const max = ({ attemptId, itemVersionId }: StoredResponse) =>
    worth.get(`${edition.get(attemptId)} ${itemVersionId}`) ?? 0;
  // The newest state of the quiz comes first among the slots, and says the order.
  const order = [...new Set(slots.map(({ itemVersionId }) => place.get(itemVersionId)!))];
  const at = new Map(order.map((name, index) => [name, index]));
  const rows = new Map<string, { item: StoredVersion; max: number; given: Map<string, StoredResponse> }>();
  const known = new Map(versions.map((each) => [each.id, each]));
  for (const response of responses) {
    const [item, points] = [known.get(response.itemVersionId)!, max(response)];
    const name = `${item.id} ${points}`;
    const row = rows.get(name) ?? { item, max: points, given: new Map<string, StoredResponse>() };
    row.given.set(response.attemptId, response);
    rows.set(name, row);
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
    const here = attempts.map(({ attemptId }) => given.get(attemptId) ?? null);
    return {
      item,
      kind: item.kind,
      responses: here,
      learners: attempts,
      points: {
        question: nameOf(item, max, sorted),
        max,
        points: here.map((response) => response && (response.points ?? 0)),
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

function version({ item, points, responses, learners }: Asked, figures: QuestionFigures): VersionAnalysis {
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
    blank: byName(learners.filter((_, i) => responses[i] && responses[i].outcome !== "scored")),
    answers: answers(item, responses, learners),
  };
}

function answers(
  item: StoredVersion,
  responses: readonly (StoredResponse | null)[],
  learners: readonly Learner[],
): GivenAnswer[] {
  const kind = kindOf(item.kind);
  const found = new Map<string, { part: Part; learners: Set<Learner> }>();
  responses.forEach((response, i) => {
    for (const part of response ? partsOf(response) : []) {
      const there = found.get(part.id) ?? { part, learners: new Set<Learner>() };
      there.learners.add(learners[i]!);
      found.set(part.id, there);
    }
  });
  return [...found.values()]
    .map(({ part, learners }): GivenAnswer => {
      const tells = part.right ? null : (kind.tells?.(part, item.body, item.key.answer) ?? null);
      return { id: part.id, text: part.text, right: part.right, learners: byName([...learners]), tells };
    })
    .sort(
      (a, b) => Number(b.right) - Number(a.right) || b.learners.length - a.learners.length || (a.id < b.id ? -1 : 1),
    );
}

/** Receipts of before there were parts have the whole answer as one. */
function partsOf({ outcome, parts, read, fraction }: StoredResponse): readonly Part[] {
  if (outcome !== "scored") return [];
  if (parts && parts.length > 0) return parts;
  return read ? [{ id: `other:${read.slice(0, 60)}`, text: read, right: fraction === 1 }] : [];
}

const names = new Intl.Collator("en");

function byName(learners: readonly Learner[]): Learner[] {
  return learners
    .map(({ personId, displayName }) => ({ personId, displayName }))
    .sort((a, b) => names.compare(a.displayName, b.displayName) || (a.personId < b.personId ? -1 : 1));
}
