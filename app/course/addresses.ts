import { courses } from "@/content/course";

const isMain = (courseId: string) => courseId === courses()[0];

/** The page of a course: '/' is the main one's. */
export function courseHref(courseId: string): string {
  return isMain(courseId) ? "/" : `/courses/${courseId}`;
}

/** The words of a course. */
export function glossaryHref(courseId: string): string {
  return isMain(courseId) ? "/glossary" : `/courses/${courseId}/glossary`;
}
