import { kinds, type AnyKind, type Sample } from "@/questions";
import { gradeItem, type GradableItem } from "@/records/grade-item";
import { cpuTime, figure, leastTime } from "./measure";
import { table } from "./table";

/** How many times the cost of parsing its JSON a question may cost to grade. */
const LIMIT = 10;
/** CPU milliseconds that 10,000 responses may cost beyond parsing them. */
const QUIZ_LIMIT = 1000;
const RESPONSES = 10_000;

/**
 * What grading costs, next to a floor that nobody can beat: parsing the JSON that holds the question and its answer. Each
 * answer is parsed anew, so that nothing is gained by remembering keys. One core, CPU time. True when within the limits.
 */
export function benchGrading({ quick = false } = {}): boolean {
  const effort = quick ? { rounds: 1, least: 5 } : {};
  const answered = Object.values(kinds).map((kind) => ({ kind: kind as AnyKind, texts: answers(kind as AnyKind) }));
  let within = true;

  const rows = answered.map(({ kind, texts }) => {
    const floor = leastTime(() => texts.forEach((text) => JSON.parse(text)), effort) / texts.length;
    const graded = leastTime(() => texts.forEach((text) => gradeText(kind, text)), effort) / texts.length;
    const grading = graded - floor;
    within &&= grading < LIMIT * floor;
    return [
      kind.name,
      figure(1000 / grading),
      figure(1000 * grading),
      figure(1000 * floor),
      figure(grading / floor),
      grading < LIMIT * floor ? "" : `over ${LIMIT}`,
    ];
  });
  console.log("Grading with its receipt, beside parsing the same JSON (the floor); CPU time on one core\n");
  console.log(table(["kind", "graded/s", "µs each", "µs floor", "times floor", ""], rows));

  const quiz = answered.flatMap(({ kind, texts }) => texts.map((text) => ({ kind, text })));
  const count = quick ? 500 : RESPONSES;
  const mixed = Array.from({ length: count }, (_, n) => quiz[n % quiz.length]!);
  let beyond = Infinity;
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    const start = cpuTime();
    for (const { text } of mixed) JSON.parse(text);
    const floor = cpuTime() - start;
    const again = cpuTime();
    for (const { text } of mixed) gradeItem(JSON.parse(text) as GradableItem);
    beyond = Math.min(beyond, cpuTime() - again - floor);
  }
  const allowed = (QUIZ_LIMIT * count) / RESPONSES;
  within &&= beyond < allowed;
  console.log(
    `\n${count.toLocaleString("en")} responses of a mixed quiz read, graded and marked anew: ${figure(beyond)} ms of CPU ` +
      `beyond parsing them; ${figure(beyond / allowed)} of the limit of ${figure(allowed)} ms\n`,
  );
  return within;
}

interface Answered {
  body: unknown;
  key: unknown;
  response: unknown;
}

function gradeText(kind: AnyKind, text: string): void {
  const { body, key, response } = JSON.parse(text) as Answered;
  kind.grade(response, key, body);
}

/** The samples that earn something or nothing, each as the JSON of an export. */
function answers(kind: AnyKind): string[] {
  return (kind.samples as readonly Sample[]).flatMap(({ item: { prompt, body, key }, fields }) => {
    const reading = kind.read(fields, body);
    if (reading.state !== "read") return [];
    return [JSON.stringify({ kind: kind.name, prompt, body, key, fields, response: reading.response })];
  });
}
