import type { CourseProgress } from "../me";
import type { CourseLesson, CourseOutline, LongQuiz } from "./lessons";

/** How far a reader has come with one lesson. */
export interface LessonProgress {
  read: boolean;
  quiz: CourseProgress["quizzes"][number] | undefined;
  /** Read, and its quiz handed in at least once. */
  done: boolean;
}

export function lessonProgress(lesson: CourseLesson, progress: CourseProgress): LessonProgress {
  const read = progress.lessonsRead.includes(lesson.id);
  const quiz = quizProgress(lesson.quizId, progress);
  return { read, quiz, done: read && handedIn(quiz) };
}

/** Whether a quiz was handed in, its score shown or not. */
function handedIn(quiz: CourseProgress["quizzes"][number] | undefined): boolean {
  return quiz !== undefined && (quiz.best !== null || quiz.held === true);
}

/** How far a reader has come with one quiz; undefined when no release shows it. */
export function quizProgress(quizId: string, { quizzes }: CourseProgress) {
  return quizzes.find((each) => each.quizId === quizId);
}

/** What a step is about: a lesson with its quiz, or a quiz about several lessons. */
export type Step =
  | { about: "lesson"; lesson: CourseLesson; quizId: string }
  | { about: "part" | "course"; quiz: LongQuiz; quizId: string };

/** The one thing to do next: what the button says and where it goes; `kind` says which sentence stands before it. */
export type NextStep = Step & {
  kind: "begin" | "read" | "quiz" | "resume" | "done";
  href: string;
  button: string;
};

/** The course from its first lesson to its final: each part's lessons, then its quiz. */
export function stepsOf({ parts, final }: Pick<CourseOutline, "parts" | "final">): Step[] {
  const steps = parts.flatMap(({ lessons, quiz }): Step[] => [
    ...lessons.map((lesson): Step => ({ about: "lesson", lesson, quizId: lesson.quizId })),
    ...(quiz ? [{ about: "part", quiz, quizId: quiz.id } as const] : []),
  ]);
  return final ? [...steps, { about: "course", quiz: final, quizId: final.id }] : steps;
}

/** An open attempt goes first, then the first step that is not done; when all are, the weakest quiz. */
export function nextStep(
  outline: Pick<CourseOutline, "parts" | "final">,
  progress: CourseProgress | null,
): NextStep | null {
  const steps = stepsOf(outline);
  const [first] = steps;
  if (first?.about !== "lesson") return null;
  const readFirst: NextStep = { ...first, kind: "begin", ...toLesson(first.lesson) };
  if (!progress) return readFirst;

  const states = steps.map((step) => {
    const quiz = quizProgress(step.quizId, progress);
    const read = step.about !== "lesson" || progress.lessonsRead.includes(step.lesson.id);
    return { step, quiz, read, done: read && handedIn(quiz) };
  });
  const open = states.find(({ quiz }) => quiz?.open);
  if (open) {
    const href = `/attempts/${open.quiz!.open}`;
    return { ...open.step, kind: "resume", href, button: "Go on with the quiz" };
  }
  // A quiz that no release shows cannot be taken yet; a lesson can be read all the same.
  const here = states.find(({ step, quiz, done }) => !done && (quiz || step.about === "lesson"));
  if (here && here.step.about === "lesson" && !here.read) {
    const begun = states.some(({ step, read, quiz }) => (step.about === "lesson" && read) || quiz?.best);
    return begun ? { ...here.step, kind: "read", ...toLesson(here.step.lesson) } : readFirst;
  }
  if (here) return { ...here.step, kind: "quiz", href: quizAddress(here), button: buttonTo(here.step) };
  // Of nothing, as where every question was dropped, nothing is left to win.
  const share = ({ quiz }: (typeof states)[number]) =>
    quiz?.best && quiz.best.maxPoints > 0 ? quiz.best.points / quiz.best.maxPoints : 1;
  const weakest = states.reduce((a, b) => (share(b) < share(a) ? b : a));
  return { ...weakest.step, kind: "done", href: quizAddress(weakest), button: "Try it again" };
}

/** What is done at the quiz's own page is practice: where it has been set, the assignment is the way to it. */
function quizAddress({ step, quiz }: { step: Step; quiz: CourseProgress["quizzes"][number] | undefined }): string {
  return quiz?.assignment ? `/assignments/${quiz.assignment}` : `/quizzes/${step.quizId}`;
}

function toLesson({ id, number }: CourseLesson): { href: string; button: string } {
  return { href: `/lessons/${id}`, button: `Read lesson ${number}` };
}

function buttonTo({ about }: Step): string {
  return about === "course" ? "Take the final" : "Take the quiz";
}
