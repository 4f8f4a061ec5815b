import type { CompiledCourse } from "@/content/compiled";
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

/** The lessons of a course for its timeline, in order. */
export function courseLessons(course: CompiledCourse): CourseLesson[] {
  return course.lessons.map(({ id, quizId, number, title, summary, span, minutes }) => ({
    id,
    quizId,
    number,
    title,
    summary,
    from: span.from,
    to: span.to,
    dateText: bindDays(formatDate(edtf(span.from === span.to ? span.from : `${span.from}/${span.to}`))),
    minutes,
  }));
}

/** Said where the line goes on after the last lesson that is there; empty when the course ends with it. */
export function beyondLessons(course: CompiledCourse): string {
  const last = course.lessons.at(-1);
  if (!last || course.span.to.slice(0, 4) <= last.span.to.slice(0, 4)) return "";
  return `The course goes on to ${formatDate(edtf(course.span.to))}. Its other lessons are being written.`;
}
