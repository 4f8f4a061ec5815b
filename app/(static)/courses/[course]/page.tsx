import type { Metadata } from "next";
import { courses, loadCourse, loadCourses } from "@/content/course";
import { CourseHead } from "../../../course/course-head";
import { CourseLine } from "../../../course/course-line";
import { courseOutline } from "../../../course/lessons";
import { OtherCourses } from "../../../course/other-courses";
import { ofCourse } from "../../../structured-data/of-course";
import { StructuredData } from "../../../structured-data/structured-data";

export const dynamic = "error";
export const dynamicParams = false;

interface Props {
  params: Promise<{ course: string }>;
}

/** Every course but the main one, whose page is '/'. */
export function generateStaticParams(): { course: string }[] {
  return courses()
    .slice(1)
    .map((course) => ({ course }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, sentence: description } = loadCourse((await params).course);
  return { title, description, openGraph: { type: "website", siteName: "Annals", title, description } };
}

/** A course beside the main one: public, and the same for everyone. */
export default async function CoursePage({ params }: Props) {
  const course = loadCourse((await params).course);
  return (
    <main id="main" tabIndex={-1} className="page">
      <StructuredData data={ofCourse(course)} />
      <CourseHead title={course.title} subtitle={course.subtitle} />
      <CourseLine outline={courseOutline(course)} sentence={course.sentence} />
      <OtherCourses courses={loadCourses().filter(({ id }) => id !== course.id)} />
    </main>
  );
}
