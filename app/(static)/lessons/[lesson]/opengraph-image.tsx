import { findLesson, loadCourses } from "@/content/course";
import { cardSize, socialCard } from "../../../social/card";

export const dynamic = "force-static";
export const size = cardSize;
export const contentType = "image/png";
export const alt = "The lesson, with its title and what it asks";

export function generateStaticParams(): { lesson: string }[] {
  return loadCourses().flatMap(({ lessons }) => lessons.map(({ id }) => ({ lesson: id })));
}

export default async function Image({ params }: { params: Promise<{ lesson: string }> }) {
  const { lesson: id } = await params;
  const { course, lesson } = findLesson(id)!;
  const { number, title, standfirst } = lesson;
  return socialCard({
    over: `${course.title} · Lesson ${number} of ${course.lessons.length}`,
    title,
    under: standfirst,
  });
}
