import type { CompiledCourse, CompiledLesson, CompiledQuiz } from "@/content/compiled";
import { bindDays } from "@/content/typeset";
import { edtf, formatDate } from "@/facts/dates";

/** A lesson as the course page shows it: what the browser needs of it, and no more. */
export interface CourseLesson {
  id: string;
  quizId: string;
  number: number;
  title: string;
  summary: string[];
  from: string;
  to: string;
  dateText: string;
  minutes: number;
}

/** A quiz about several lessons. */
export interface LongQuiz {
  id: string;
  title: string;
  questions: number;
  points: number;
  /** The numbers of the first lesson and the last that it is about. */
  first: number;
  last: number;
}

/** Some lessons of the course that belong together; a course that is not divided is one, without a title. */
export interface CoursePart {
  id: string;
  title: string;
  /** Where its line begins: '1938-09'. */
  origin: string;
  lessons: CourseLesson[];
  /** How many of its lessons are still being written. */
  toCome: number;
  quiz?: LongQuiz;
}

/** What the course page shows of a course. */
export interface CourseOutline {
  parts: CoursePart[];
  final?: LongQuiz;
  /** Said where the line goes on after the last lesson that is there; empty when the course ends with it. */
  beyond: string;
}

export function courseOutline(course: CompiledCourse): CourseOutline {
  const divided = course.parts.length > 0;
  const parts = divided
    ? course.parts
    : [{ id: course.id, title: "", lessonIds: course.lessons.map(({ id }) => id), toCome: 0, quizId: undefined }];
  const final = course.quizzes.find(({ scope }) => scope === "course");
  return {
    parts: parts.map(({ id, title, lessonIds, toCome, quizId }, index): CoursePart => {
      const lessons = course.lessons.filter((lesson) => lessonIds.includes(lesson.id)).map(courseLesson);
      const quiz = course.quizzes.find((each) => each.id === quizId);
      return {
        id,
        title,
        // The course begins with its first part, and a part with its earliest lesson.
        origin: index === 0 ? course.span.from : (lessons.map(({ from }) => from).sort()[0] ?? course.span.from),
        lessons,
        toCome,
        ...(quiz ? { quiz: longQuiz(quiz, course) } : {}),
      };
    }),
    ...(final ? { final: longQuiz(final, course) } : {}),
    beyond: divided ? "" : beyondLessons(course),
  };
}

/** All lessons of a course, in order. */
export function lessonsOf({ parts }: Pick<CourseOutline, "parts">): CourseLesson[] {
  return parts.flatMap(({ lessons }) => lessons);
}

function courseLesson({ id, quizId, number, title, summary, span, minutes }: CompiledLesson): CourseLesson {
  return {
    id,
    quizId,
    number,
    title,
    summary,
    from: span.from,
    to: span.to,
    dateText: bindDays(formatDate(edtf(span.from === span.to ? span.from : `${span.from}/${span.to}`))),
    minutes,
  };
}

function longQuiz({ id, title, items, lessonIds }: CompiledQuiz, { lessons }: CompiledCourse): LongQuiz {
  const numbers = lessons.filter((lesson) => lessonIds.includes(lesson.id)).map(({ number }) => number);
  return {
    id,
    title,
    questions: items.length,
    points: items.reduce((sum, item) => sum + item.points, 0),
    first: Math.min(...numbers),
    last: Math.max(...numbers),
  };
}

function beyondLessons(course: CompiledCourse): string {
  const last = course.lessons.at(-1);
  if (!last || course.span.to.slice(0, 4) <= last.span.to.slice(0, 4)) return "";
  return `The course goes on to ${formatDate(edtf(course.span.to))}. Its other lessons are being written.`;
}
