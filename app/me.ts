/** What a static page asks for after it is there: who is reading, and how far they have come. Nothing of it is in the
 * page itself. `null` for a visitor who is not signed in. */
export type Me = null | {
  displayName: string;
  role: "learner" | "teacher" | "administrator";
  classes: { id: string; name: string }[];
  progress: CourseProgress | null;
};

export interface CourseProgress {
  lessonsRead: string[];
  quizzes: QuizProgress[];
}

export interface QuizProgress {
  quizId: string;
  lessonId: string;
  best: { points: number; maxPoints: number } | null;
  /** Something was handed in whose score is not shown yet. */
  held?: boolean;
  /** Id of the attempt that is open. */
  open: string | null;
  /** Id of an assignment at this quiz that is to do; the static pages do not ask for it. */
  assignment?: string | undefined;
}

let asked: Promise<Me> | undefined;

/** Asks once a page, however many parts of it want to know. A page whose question fails stays as it is. */
export function askMe(): Promise<Me> {
  asked ??= fetch("/api/me", { headers: { accept: "application/json" } })
    .then((answer) => (answer.ok ? (answer.json() as Promise<Me>) : null))
    .catch(() => null);
  return asked;
}
