import { loadCourse } from "@/content/course";
import { cardSize, socialCard } from "../social/card";

export const dynamic = "force-static";
export const size = cardSize;
export const contentType = "image/png";
export const alt = "The course, with its title and what it is about";

export default function Image() {
  const { title, subtitle, sentence } = loadCourse();
  return socialCard({ over: subtitle, title, under: sentence });
}
