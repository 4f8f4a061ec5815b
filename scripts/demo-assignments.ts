import type { CompiledQuiz } from "@/content/compiled";
import { localTimeOf } from "@/assessment/time-rules";
import * as records from "@/records";

/** What the demo's teacher has set, and what they have decided since: a gradebook with a cell of every kind. */

/** An assignment of the demo class. */
export interface Planned {
  quiz: CompiledQuiz;
  category: "Homework" | "Tests";
  /** In days from the making of the demo; learners do what they do before the due date of what is past is set. */
  opens: number | null;
  due: number;
  wanted: Pick<records.AssignmentWanted, "late" | "attempts" | "shuffle" | "show">;
}

const homework: Planned["wanted"] = {
  late: { accept: true, deduction: 0.1, per: "day", atMost: 0.3 },
  attempts: null,
  shuffle: false,
  show: { score: "after", correctness: "after", key: "after", feedback: "after", closedMeans: "everyone" },
};
const test: Planned["wanted"] = {
  late: { accept: false },
  attempts: 1,
  shuffle: true,
  show: { score: "after", correctness: "closed", key: "closed", feedback: "closed", closedMeans: "everyone" },
};

/** Two pieces of homework that were due, a test that runs, and one that is to come. */
export function plannedFor(quizzes: readonly CompiledQuiz[]): Planned[] {
  const [first, second, third] = quizzes.filter(({ scope }) => scope === "lesson");
  const part = quizzes.find(({ scope }) => scope === "part");
  return [
    ...(first ? [{ quiz: first, category: "Homework" as const, opens: null, due: -7, wanted: homework }] : []),
    ...(second ? [{ quiz: second, category: "Homework" as const, opens: null, due: -2, wanted: homework }] : []),
    ...(third ? [{ quiz: third, category: "Tests" as const, opens: null, due: 3, wanted: test }] : []),
    ...(part ? [{ quiz: part, category: "Tests" as const, opens: 5, due: 12, wanted: test }] : []),
  ];
}

/** The assignments by the ids of their quizzes, in their categories; those that are there already stay as they are. */
export async function setWork(
  teacher: records.Viewer,
  classId: string,
  planned: readonly Planned[],
): Promise<Map<string, string>> {
  const { assignments } = await records.classAssignments(teacher, { classId });
  const there = new Map(assignments.map(({ quizId, id }) => [quizId, id]));
  let choices = await records.assignmentChoices(teacher, { classId });
  if (choices.categories.length === 0) {
    await saved(
      records.setCategories(teacher, {
        classId,
        wanted: [
          { categoryId: null, name: "Homework", weight: 40, dropLowest: 0, remove: false },
          { categoryId: null, name: "Tests", weight: 60, dropLowest: 0, remove: false },
        ],
      }),
    );
    choices = await records.assignmentChoices(teacher, { classId });
  }
  for (const each of planned)
    if (!there.has(each.quiz.id)) {
      const wanted = wantedOf(each, choices, { past: false });
      const { assignmentId } = await saved(records.createAssignment(teacher, { classId, wanted }));
      there.set(each.quiz.id, assignmentId);
    }
  return there;
}

/** Time passes: what was to be handed in by now is due. */
export async function workIsDue(
  teacher: records.Viewer,
  classId: string,
  planned: readonly Planned[],
  set: ReadonlyMap<string, string>,
): Promise<void> {
  const { assignments } = await records.classAssignments(teacher, { classId });
  const choices = await records.assignmentChoices(teacher, { classId });
  for (const each of planned) {
    const assignmentId = set.get(each.quiz.id)!;
    if (assignments.find(({ id }) => id === assignmentId)?.dueAt) continue;
    const wanted = wantedOf(each, choices, { past: true });
    await saved(records.changeAssignment(teacher, { assignmentId, wanted }));
  }
}

function wantedOf(
  { quiz, category, opens, due, wanted }: Planned,
  { class: { timeZone }, categories }: records.AssignmentChoices,
  { past }: { past: boolean },
): records.AssignmentWanted {
  const evening = (days: number | null) =>
    days === null ? "" : `${localTimeOf(new Date(Date.now() + days * 86_400_000), timeZone).slice(0, 10)}T18:00`;
  return {
    ...wanted,
    ...{ title: quiz.title, quizId: quiz.id, groupId: null, withLesson: true },
    categoryId: categories.find(({ name }) => name === category)?.id ?? null,
    ...{ opensAt: evening(opens), dueAt: due > 0 || past ? evening(due) : "", closesAt: "" },
    ...{ timeLimit: null, grace: 60, counts: "best", certainty: null, onePage: false },
  };
}

/** Terms of one's own, points by hand, a comment, somebody let off. `people`: ids by user name. */
export async function decideDemo(
  teacher: records.Viewer,
  classId: string,
  assignmentIds: readonly (string | undefined)[],
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const [first, second] = assignmentIds;
  const about = (assignmentId: string, userName: string) => ({
    classId,
    assignmentId,
    personId: people.get(userName)!,
  });
  if (second && (await records.classAssignment(teacher, { classId, assignmentId: second })).exceptions.length === 0)
    await saved(
      records.setException(teacher, {
        ...{ assignmentId: second, personId: people.get("irina")!, opensAt: "", closesAt: "" },
        dueAt: localTimeOf(new Date(Date.now() + 4 * 86_400_000), "UTC").slice(0, 10) + "T18:00",
        ...{ timeLimit: null, attempts: null, lifted: [], reason: "Was ill last week" },
      }),
    );
  if (!first) return;
  const decided = async (userName: string, what: string) =>
    (await records.learnerCell(teacher, about(first, userName))).line.decisions.some(
      (decision) => decision.what === what,
    );
  if (!(await decided("lea", "excuse")))
    await saved(
      records.decide(teacher, { ...about(first, "lea"), what: "excuse", reason: "Joined the class after it was due" }),
    );
  const { line } = await records.learnerCell(teacher, about(first, "davis"));
  const attemptId = line.attempts[0]?.id;
  const slip =
    attemptId &&
    (await records.attemptResult(teacher, { attemptId })).questions.find(({ points, maxPoints }) => points < maxPoints);
  if (slip && !(await decided("davis", "question")))
    await saved(
      records.decide(teacher, {
        ...{ ...about(first, "davis"), attemptId, itemId: slip.itemId, what: "question", value: slip.maxPoints },
        reason: "Explained it rightly in class",
      }),
    );
  if (!(await decided("davis", "comment")))
    await saved(
      records.decide(teacher, {
        ...{ ...about(first, "davis"), what: "comment", reason: "" },
        comment: "Good work. Read once more how the treaties hang together.",
      }),
    );
}

async function saved<Answer extends { state: string }>(
  answer: Promise<Answer>,
): Promise<Exclude<Answer, { state: "refused" }>> {
  const made = await answer;
  if (made.state === "refused") throw new Error(JSON.stringify(made));
  return made as Exclude<Answer, { state: "refused" }>;
}
