import type { Metadata } from "next";
import { findLesson, loadCourses } from "@/content/course";
import { Lesson } from "../../../lesson/lesson";
import { ofLesson } from "../../../structured-data/of-course";
import { StructuredData } from "../../../structured-data/structured-data";

export const dynamic = "error";
export const dynamicParams = false;

interface Props {
  params: Promise<{ lesson: string }>;
}

export function generateStaticParams(): { lesson: string }[] {
  return loadCourses().flatMap(({ lessons }) => lessons.map(({ id }) => ({ lesson: id })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lesson } = await lessonOf(params);
  const { title, standfirst: description } = lesson;
  return { title, description, openGraph: { type: "article", siteName: "Annals", title, description } };
}

/** A lesson: prerendered, the same for everyone. */
export default async function LessonPage({ params }: Props) {
  const { course, lesson } = await lessonOf(params);
  return (
    <>
      <StructuredData data={ofLesson(course, lesson)} />
      <Lesson course={course} lesson={lesson} />
    </>
  );
}

async function lessonOf(params: Props["params"]) {
  const { lesson: id } = await params;
  const found = findLesson(id);
  if (!found) throw new Error(`There is no lesson ${id}.`);
  return found;
}
