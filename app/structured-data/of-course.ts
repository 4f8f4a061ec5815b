import { courseHref } from "../course/addresses";
import type { CompiledCourse, CompiledLesson, CompiledQuiz } from "@/content/compiled";

/** Addresses are relative: a reader of the data resolves them against the page, whatever the school's name is. */
type Thing = Record<string, unknown>;

export const LESSONS_LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/";

const shared = {
  inLanguage: "en",
  license: LESSONS_LICENCE,
  isAccessibleForFree: true,
  typicalAgeRange: "13-",
  publisher: { "@type": "Organization", name: "Annals" },
};

/** The course with its lessons in their order. */
export function ofCourse(course: CompiledCourse): Thing {
  return {
    "@type": ["Course", "LearningResource"],
    "@id": courseHref(course.id),
    url: courseHref(course.id),
    name: course.title,
    alternativeHeadline: course.subtitle,
    description: course.sentence,
    temporalCoverage: `${course.span.from}/${course.span.to}`,
    ...shared,
    hasPart: course.lessons.map(({ id, number, title }) => ({
      "@type": "LearningResource",
      "@id": `/lessons/${id}`,
      url: `/lessons/${id}`,
      position: number,
      name: title,
    })),
  };
}

/** A lesson, what it teaches, what it rests on, and the quiz that follows it. */
export function ofLesson(course: CompiledCourse, lesson: CompiledLesson): Thing {
  const quiz = course.quizzes.find((each) => each.id === lesson.quizId);
  return {
    "@type": "LearningResource",
    "@id": `/lessons/${lesson.id}`,
    url: `/lessons/${lesson.id}`,
    name: lesson.title,
    description: lesson.standfirst,
    learningResourceType: "Lesson",
    position: lesson.number,
    timeRequired: `PT${lesson.minutes}M`,
    temporalCoverage: `${lesson.span.from}/${lesson.span.to}`,
    teaches: lesson.learnt,
    ...shared,
    isPartOf: { "@type": "Course", "@id": courseHref(course.id), name: course.title },
    citation: lesson.sourceIds.flatMap((id) => {
      const source = course.facts.sources.get(id);
      return source ? [{ "@type": "CreativeWork", name: source.title, ...(source.url && { url: source.url }) }] : [];
    }),
    ...(quiz && { hasPart: ofQuiz(course, lesson, quiz) }),
  };
}

/** A quiz as anyone may know it: what it is about, and no question of it. */
function ofQuiz(course: CompiledCourse, lesson: CompiledLesson, quiz: CompiledQuiz): Thing {
  return {
    "@type": "Quiz",
    "@id": `/quizzes/${quiz.id}`,
    url: `/quizzes/${quiz.id}`,
    name: quiz.title,
    learningResourceType: "Quiz",
    about: { "@type": "Thing", name: lesson.title },
    assesses: lesson.learnt,
    ...shared,
    isPartOf: { "@type": "Course", "@id": courseHref(course.id), name: course.title },
  };
}
