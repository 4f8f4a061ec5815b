import type { CourseOutline } from "./lessons";
import { stepsOf } from "./next-step";
import type { Step } from "./next-step";

/** Where the course goes on after a quiz. */
export interface After {
  href: string;
  /** After 'Go on to': 'lesson 2', 'the quiz on lessons 1 to 4'. */
  what: string;
  title: string;
}

/** The next lesson, the quiz of the part that ends here, or the final; undefined at the end of the course. */
export function afterQuiz(outline: Pick<CourseOutline, "parts" | "final">, quizId: string): After | undefined {
  const steps = stepsOf(outline);
  const place = steps.findIndex((step) => step.quizId === quizId);
  const next = place < 0 ? undefined : steps[place + 1];
  return next && toStep(next);
}

/** A step of the course as a link names it. */
export function toStep(step: Step): After {
  switch (step.about) {
    case "lesson": {
      const { id, number, title } = step.lesson;
      return { href: `/lessons/${id}`, what: `lesson ${number}`, title };
    }
    case "part": {
      const { id, first, last, title } = step.quiz;
      return { href: `/quizzes/${id}`, what: `the quiz on lessons ${first} to ${last}`, title };
    }
    case "course":
      return { href: `/quizzes/${step.quiz.id}`, what: "the final", title: step.quiz.title };
  }
}
