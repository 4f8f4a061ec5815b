import type { Fact, FactBase } from "@/facts/base";
import { foldName } from "@/facts/names";
import type { Fields, Part } from "@/questions";
import { givesAway } from "@/questions/given-away";
import { earned, partsOf, possibleParts, solved, type Made } from "./exercise";
import { trueOrSame } from "./true-or-same";

/** A thing to mend: what is wrong, what to do, and in which of the question's fields. */
export interface Finding {
  message: string;
  remedy: string;
  at?: readonly (string | number)[];
}

/** Orders in which a question is tried: what is right in one has to be right in all. */
const SEEDS = [1, 77, 0x9e3779b9];

/** What is wrong with a question's marks: found by answering it, so that it holds for kinds not yet written. */
export function lintMarks(made: Made): Finding[] {
  return [...fullMarks(made), ...everything(made), ...nothing(made)];
}

function fullMarks(made: Made): Finding[] {
  const { kind, body, answer } = made;
  const right = kind.solve(answer, body);
  const orders = [body, ...SEEDS.map((seed) => kind.arrange(body, seed))];
  const fractions = orders.map((arranged) => {
    const outcome = earned(made, right, arranged);
    return outcome?.state === "scored" ? outcome.fraction : 0;
  });
  const least = Math.min(...fractions);
  if (least === 1) return [];
  return [
    {
      message: `full marks cannot be reached: the right answer earns ${Math.round(least * 1000) / 1000}`,
      remedy: "Mend the key, or the rule by which it is marked, so that the right answer earns all.",
    },
  ];
}

function everything(made: Made): Finding[] {
  const all = made.kind.markAll?.(made.body);
  const outcome = all && earned(made, all);
  if (outcome?.state !== "scored" || outcome.fraction < 1) return [];
  return [
    {
      message: "whoever marks everything earns full marks",
      remedy: "Offer something that is wrong, or choose a rule that takes marks for what is wrong.",
    },
  ];
}

function nothing(made: Made): Finding[] {
  const names = Object.keys(made.kind.solve(made.answer, made.body));
  const empty: Fields[] = [
    {},
    Object.fromEntries(names.map((name) => [name, [""]])),
    Object.fromEntries(names.map((name) => [name, []])),
  ];
  const most = Math.max(
    ...empty.map((fields) => {
      const outcome = earned(made, fields);
      return outcome?.state === "scored" ? outcome.fraction : 0;
    }),
  );
  if (most === 0) return [];
  return [
    {
      message: `an empty answer earns ${Math.round(most * 1000) / 1000}`,
      remedy: "Ask for something that has to be said or marked: nothing may not be a right answer.",
    },
  ];
}

/** Kinds whose whole answer is one text; of the others each kind knows best what its prompt may say. */
const ONE_TEXT = ["single-choice", "short-text", "number", "date"];

/** A prompt that says the answer. */
export function lintStem(made: Made): Finding[] {
  if (!ONE_TEXT.includes(made.kind.name)) return [];
  const said = answersIn(made).find((answer) => givesAway(made.prompt, [answer]));
  if (said === undefined) return [];
  return [
    { message: `the prompt says ‘${said}’, which is the answer`, remedy: "Ask it in other words.", at: ["prompt"] },
  ];
}

/** Hints that say the answer, or that cost more than there is. */
export function lintHints(made: Made, hints: readonly { text: string; cost: number }[]): Finding[] {
  const answers = answersIn(made);
  const told = hints.flatMap(({ text }, index): Finding[] => {
    const said = answers.find((answer) => givesAway(text, [answer]));
    if (said === undefined) return [];
    return [
      {
        message: `hint ${index + 1} says ‘${said}’, which is the answer`,
        remedy: "Lead there without saying it.",
        at: ["hints", index, "text"],
      },
    ];
  });
  const cost = hints.reduce((sum, each) => sum + each.cost, 0);
  if (cost <= 1 + 1e-9) return told;
  return [
    ...told,
    {
      message: `the hints cost ${Math.round(cost * 1000) / 1000} of the points together`,
      remedy: "Let their costs add up to 1 at most: nobody can lose more than there is.",
      at: ["hints"],
    },
  ];
}

/** Bands of which one can never be reached because another begins where it does. */
export function lintBands(bands: readonly { from: number }[]): Finding[] {
  const twice = bands.findIndex(({ from }, index) => bands.findIndex((other) => other.from === from) !== index);
  if (twice < 0) return [];
  return [
    {
      message: `two bands begin at ${bands[twice]!.from}`,
      remedy: "Give each its own `from`.",
      at: ["bands", twice, "from"],
    },
  ];
}

/** What is said to single answers, by the ids of their parts, and which answer nobody can give. */
export function answersByPart(
  made: Made,
  answers: readonly { of: string; say: string }[],
): { byPart: Record<string, string>; findings: Finding[] } {
  if (answers.length === 0) return { byPart: {}, findings: [] };
  const { parts, byWords } = possibleParts(
    made,
    answers.map((each) => each.of),
  );
  const byPart: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const [index, { of, say }] of answers.entries()) {
    const at = ["answers", index, "of"];
    const part = parts.get(of) ?? partCalled(of, parts) ?? byWords.get(of);
    if (!part) {
      const some = [...parts.values()].filter(({ id }) => !id.startsWith("other:")).slice(0, 6);
      const remedy = `Write it as an answer would be, or its id${some.length > 0 ? `, such as ${some.map(({ text }) => `‘${text}’`).join(", ")}` : ""}.`;
      findings.push({ message: `no answer can have the part ‘${of}’`, remedy, at });
    } else if (Object.hasOwn(byPart, part.id)) {
      findings.push({ message: `‘${part.text}’ is answered twice here`, remedy: "Keep one of the two.", at });
    } else byPart[part.id] = say;
  }
  return { byPart, findings };
}

function partCalled(words: string, parts: ReadonlyMap<string, Part>): Part | undefined {
  const wanted = foldName(words);
  if (wanted === "") return undefined;
  const called = [...parts.values()].filter(({ text }) => foldName(text) === wanted);
  return called.length === 1 ? called[0] : undefined;
}

/** Choices marked wrong that are right after all, or are the right one under another name. */
export function lintChoices(made: Made, fact: Fact, facts: FactBase): Finding[] {
  return trueOrSame(choicesOf(made), { prompt: made.prompt, fact, facts });
}

/** The right and the wrong choices, of a kind that offers any. */
function choicesOf(made: Made): { right: string[]; wrong: string[] }[] {
  if (made.kind.name !== "single-choice" && made.kind.name !== "multiple-choice") return [];
  const parts = [...possibleParts(made).parts.values()];
  const texts = (right: boolean) => parts.filter((part) => part.right === right).map(({ text }) => text);
  return [{ right: texts(true), wrong: texts(false) }];
}

/** Texts that are the answer: two letters and 'true' give nothing away that a sentence does not say anyhow. */
function answersIn(made: Made): string[] {
  // Of a part with a name, 'From whom: Lithuania', the answer is what follows the name.
  const named = made.kind.name === "cloze" || made.kind.name === "transfer";
  return partsOf(solved(made))
    .filter((part) => part.right)
    .map(({ text }) => (named ? text.slice(text.indexOf(": ") + 1).trim() : text))
    .filter((text) => text.length > 2 && !/^(true|false)$/i.test(text));
}
