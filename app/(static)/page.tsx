import type { Metadata } from "next";
import { loadCourse, loadCourses } from "@/content/course";
import { CourseHead } from "../course/course-head";
import { CourseLine } from "../course/course-line";
import { courseOutline } from "../course/lessons";
import { OtherCourses } from "../course/other-courses";
import { PictureLinks } from "../pictures/picture-links";
import { ofCourse } from "../structured-data/of-course";
import { StructuredData } from "../structured-data/structured-data";

export const dynamic = "error";

export function generateMetadata(): Metadata {
  const course = loadCourse();
  const { title, sentence: description } = course;
  return { title, description, openGraph: { type: "website", siteName: "Annals", title, description } };
}

/** The course: public, and the same for everyone. */
export default function CoursePage() {
  const course = loadCourse();
  return (
    <main id="main" tabIndex={-1} className="page">
      <StructuredData data={ofCourse(course)} />
      <CourseHead title={course.title} subtitle={course.subtitle} />
      <CourseLine outline={courseOutline(course)} sentence={course.sentence} />
      <PictureLinks />
      <OtherCourses courses={loadCourses().slice(1)} />
    </main>
  );
}
