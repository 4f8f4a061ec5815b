import { toStep } from "./after-quiz";
import type { After } from "./after-quiz";
import type { CourseOutline } from "./lessons";
import { stepsOf } from "./next-step";

/** Where a reader goes from a lesson. */
export interface Around {
  /** The lesson before it; none before the first. */
  before?: After;
  /** In order: the quizzes that follow it (its part's, the final), and the next lesson. */
  after: After[];
}

/** What stands before and after a lesson in its course. Its own quiz is offered by the lesson itself. */
export function aroundLesson(outline: Pick<CourseOutline, "parts" | "final">, lessonId: string): Around {
  const steps = stepsOf(outline);
  const here = steps.findIndex((step) => step.about === "lesson" && step.lesson.id === lessonId);
  if (here < 0) return { after: [] };
  const before = steps.slice(0, here).findLast((step) => step.about === "lesson");
  const next = steps.findIndex((step, place) => place > here && step.about === "lesson");
  const after = steps.slice(here + 1, next < 0 ? undefined : next + 1);
  return { ...(before && { before: toStep(before) }), after: after.map(toStep) };
}
