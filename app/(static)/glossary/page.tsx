import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { GlossaryList } from "../../glossary/glossary-list";

export const dynamic = "error";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The words that the lessons keep apart, each in a sentence or two, and the lessons that use them.",
};

/** All words of the course, by the alphabet: public, and the same for everyone. */
export default function GlossaryPage() {
  const course = loadCourse();
  return (
    <main id="main" tabIndex={-1} className="page">
      <header className="pagehead">
        <h1>Glossary</h1>
        <p>
          Occupied is not annexed, and annexed is not recognised. These are the words that the lessons keep apart, and
          what we mean by each.
        </p>
      </header>
      <GlossaryList course={course} />
    </main>
  );
}
