import type { Metadata } from "next";
import { courses, loadCourse } from "@/content/course";
import { courseHref } from "../../../../course/addresses";
import { GlossaryList } from "../../../../glossary/glossary-list";

export const dynamic = "error";
export const dynamicParams = false;

interface Props {
  params: Promise<{ course: string }>;
}

export function generateStaticParams(): { course: string }[] {
  return courses()
    .slice(1)
    .map((course) => ({ course }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Glossary of ${loadCourse((await params).course).title}` };
}

/** The words of a course beside the main one. */
export default async function CourseGlossaryPage({ params }: Props) {
  const course = loadCourse((await params).course);
  return (
    <main id="main" tabIndex={-1} className="page">
      <header className="pagehead">
        <h1>Glossary</h1>
        <p>
          The words of <a href={courseHref(course.id)}>{course.title}</a>.
        </p>
      </header>
      <GlossaryList course={course} />
    </main>
  );
}
