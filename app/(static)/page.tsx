import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { CourseHead } from "../course/course-head";
import { CourseLine } from "../course/course-line";
import { beyondLessons, courseLessons } from "../course/lessons";

export const dynamic = "error";

export function generateMetadata(): Metadata {
  const course = loadCourse();
  return { title: course.title, description: course.sentence };
}

/** The course: public, and the same for everyone. */
export default function CoursePage() {
  const course = loadCourse();
  return (
    <main id="main" tabIndex={-1} className="page">
      <CourseHead title={course.title} subtitle={course.subtitle} />
      <CourseLine
        lessons={courseLessons(course)}
        origin={course.span.from}
        sentence={course.sentence}
        beyond={beyondLessons(course)}
      />
    </main>
  );
}
