import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { Lesson } from "../../../lesson/lesson";

export const dynamic = "error";
export const dynamicParams = false;

interface Props {
  params: Promise<{ lesson: string }>;
}

export function generateStaticParams(): { lesson: string }[] {
  return loadCourse().lessons.map(({ id }) => ({ lesson: id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lesson } = await lessonOf(params);
  return { title: lesson.title, description: lesson.standfirst };
}

/** A lesson: prerendered, the same for everyone. */
export default async function LessonPage({ params }: Props) {
  return <Lesson {...await lessonOf(params)} />;
}

async function lessonOf(params: Props["params"]) {
  const course = loadCourse();
  const { lesson: id } = await params;
  const lesson = course.lessons.find((each) => each.id === id);
  if (!lesson) throw new Error(`There is no lesson ${id}.`);
  return { course, lesson };
}
