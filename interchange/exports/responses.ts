import { rounded, sheet, type Column, type Table } from "../tables";

/** What one learner earned at one question. */
export interface ResponseLine {
  /** A name, or an id that says nothing. */
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
  handedIn: Date | string;
}

export interface ResponseLines {
  quiz: string;
  timeZone: string;
  responses: Iterable<ResponseLine>;
}

/**
 * The columns that `npm run -s analysis` takes from a file of ours, beside learner, question, points and max. In a file
 * without all of them a column of that name may say anything.
 */
export const ownColumns = { asked: "Asked", place: "Place", randomGuess: "Random guess (%)" };

/** Digits of points on screen. */
const DIGITS = 2;

const who: Column<ResponseLine>[] = [
  { title: "Learner", type: "text", width: 26, value: ({ learner }) => learner },
  { title: "Question", type: "text", width: 26, value: ({ question }) => question },
];

const points: Column<ResponseLine> = {
  title: "Points",
  type: "number",
  digits: DIGITS,
  fixed: false,
  value: ({ points }) => points,
};

const max: Column<ResponseLine> = { title: "Max", type: "number", value: ({ max }) => max };

const rest = (timeZone: string): Column<ResponseLine>[] => [
  { title: ownColumns.asked, type: "text", width: 8, value: ({ asked }) => (asked ? "yes" : "no") },
  { title: "Answer is", type: "text", width: 14, value: resultOf },
  { title: "Kind", type: "text", width: 16, value: ({ kind }) => kind },
  { title: "What was asked", type: "text", width: 50, value: ({ prompt }) => prompt },
  { title: "Answer", type: "text", width: 40, value: ({ answer }) => answer },
  { title: "Handed in", type: "date-time", value: ({ handedIn }) => new Date(handedIn) },
  {
    title: ownColumns.randomGuess,
    type: "number",
    digits: 0,
    value: ({ randomGuess }) => randomGuess,
  },
  { title: ownColumns.place, type: "text", value: ({ place }) => place },
  { title: "Time zone", type: "text", width: 16, value: () => timeZone },
];

/**
 * The responses as a table, a line each. Exact throughout, for that is what statistics are made of; the points as people
 * see them stand beside.
 */
export function responsesTable({ quiz, timeZone, responses }: ResponseLines): Table<ResponseLine> {
  const shown: Column<ResponseLine> = {
    title: "Points as shown",
    type: "number",
    value: ({ points }) => (points === null ? null : rounded(points, DIGITS)),
  };
  return {
    name: quiz,
    timeZone,
    frozenColumns: 2,
    precision: "exact",
    columns: [...who, points, max, shown, ...rest(timeZone)],
    rows: responses,
  };
}

/** The same as sheets of a workbook: with the points as people see them, and exact. */
export function responsesSheets({ timeZone, responses }: ResponseLines): Table<unknown>[] {
  const both = { timeZone, frozenColumns: 2, columns: [...who, points, max, ...rest(timeZone)], rows: responses };
  return [
    sheet({ ...both, name: "As shown", precision: "as shown" }),
    sheet({ ...both, name: "Exact", precision: "exact" }),
  ];
}

/** In the words of the result page. */
function resultOf({ asked, fraction }: ResponseLine): string {
  if (!asked) return "not asked";
  if (fraction === null) return "not answered";
  return fraction >= 1 ? "right" : fraction > 0 ? "partly right" : "not right";
}
