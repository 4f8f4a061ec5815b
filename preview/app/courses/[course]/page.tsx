import { notFound } from "next/navigation";
import { CourseHead } from "@/app/course/course-head";
import { CourseLine } from "@/app/course/course-line";
import { courseOutline } from "@/app/course/lessons";
import { previewed } from "../../../course";
import { Notices, Stale } from "../../../notices";

/** The course page as a visitor will see it. */
export default async function CoursePreview({ params }: { params: Promise<{ course: string }> }) {
  const { course: id } = await params;
  const of = previewed().find((each) => each.id === id);
  if (!of?.course) notFound();
  const { course, problems, stale, files } = of;
  const file = `${files.folder}/course.yaml`;
  return (
    <main id="main" tabIndex={-1} className="page">
      <Stale file={file} stale={stale} />
      <Notices problems={problems.filter((each) => each.file === file)} />
      <CourseHead title={course.title} subtitle={course.subtitle} />
      <CourseLine outline={courseOutline(course)} sentence={course.sentence} />
    </main>
  );
}
