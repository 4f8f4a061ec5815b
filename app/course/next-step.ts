import type { CourseProgress } from "../me";
import type { CourseLesson } from "./lessons";

/** How far a reader has come with one lesson. */
export interface LessonProgress {
  read: boolean;
  quiz: CourseProgress["quizzes"][number] | undefined;
  /** Read, and its quiz handed in at least once. */
  done: boolean;
}

export function lessonProgress(lesson: CourseLesson, progress: CourseProgress): LessonProgress {
  const read = progress.lessonsRead.includes(lesson.id);
  const quiz = progress.quizzes.find((each) => each.quizId === lesson.quizId);
  return { read, quiz, done: read && !!quiz?.best };
}

/** The one thing to do next: what the button says and where it goes; `kind` says which sentence stands before it. */
export type NextStep =
  | { kind: "begin"; lesson: CourseLesson; href: string; button: string }
  | { kind: "read"; lesson: CourseLesson; href: string; button: string }
  | { kind: "quiz"; lesson: CourseLesson; href: string; button: string }
  | { kind: "resume"; lesson: CourseLesson; href: string; button: string }
  | { kind: "done"; lesson: CourseLesson; href: string; button: string };

/** An open attempt goes first, then the first lesson that is not done; when all are, the weakest quiz. */
export function nextStep(lessons: readonly CourseLesson[], progress: CourseProgress | null): NextStep | null {
  const [first] = lessons;
  if (!first) return null;
  const readFirst = {
    kind: "begin",
    lesson: first,
    href: `/lessons/${first.id}`,
    button: `Read lesson ${first.number}`,
  } as const;
  if (!progress) return readFirst;

  const states = lessons.map((lesson) => ({ lesson, ...lessonProgress(lesson, progress) }));
  const open = states.find(({ quiz }) => quiz?.open);
  if (open) {
    return { kind: "resume", lesson: open.lesson, href: `/attempts/${open.quiz!.open}`, button: "Go on with the quiz" };
  }
  const here = states.find(({ done }) => !done);
  if (here?.read) {
    return { kind: "quiz", lesson: here.lesson, href: `/quizzes/${here.lesson.quizId}`, button: "Take the quiz" };
  }
  if (here) {
    if (states.every(({ read, quiz }) => !read && !quiz?.best)) return readFirst;
    const { lesson } = here;
    return { kind: "read", lesson, href: `/lessons/${lesson.id}`, button: `Read lesson ${lesson.number}` };
  }
  const share = ({ quiz }: (typeof states)[number]) => quiz!.best!.points / quiz!.best!.maxPoints;
  const weakest = states.reduce((a, b) => (share(b) < share(a) ? b : a));
  return { kind: "done", lesson: weakest.lesson, href: `/quizzes/${weakest.lesson.quizId}`, button: "Try it again" };
}
