import { redirect } from "next/navigation";

/** Here the words of all courses stand on one page. */
export default function CourseGlossaryPreview() {
  redirect("/glossary");
}
