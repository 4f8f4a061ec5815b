import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { chronicle } from "@/content/pictures/chronicle";
import { Chronicle } from "../../pictures/chronicle";

export const dynamic = "error";

export const metadata: Metadata = {
  title: "Timeline",
  description: "Every dated agreement, event and change of hands that the lessons teach, by year and month.",
};

/** All that the lessons date, in order; each leads to its passage. */
export default function TimelinePage() {
  const course = loadCourse();
  const years = chronicle(course);
  const count = years.reduce(
    (sum, { months }) => sum + months.reduce((all, { entries }) => all + entries.length, 0),
    0,
  );
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="pagehead">
        <h1>Timeline</h1>
        <p>
          {count} agreements, events and changes of hands that the lessons teach, by year and month. Each leads to the
          passage that tells of it.
        </p>
      </div>
      <Chronicle course={course} years={years} />
    </main>
  );
}
