import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { courseMap } from "@/content/pictures/course-map";
import { MapPage } from "../../pictures/map-page";

export const dynamic = "error";

export const metadata: Metadata = {
  title: "Map: what changed hands, 1938 to 1946",
  description: "Every land that changed hands from 1938 to 1946: from whom to whom, by what and when, step by step.",
};

/** All that changed hands, on one map and in one table; from here the steps begin. */
export default function WholeMapPage() {
  const course = loadCourse();
  const map = courseMap(course);
  return (
    <MapPage
      course={course}
      map={map}
      title="1938 to 1946"
      lead={
        <p>
          Land that the Soviet Union gained, by the year in which it became Soviet. {map.steps.length} steps lead there,
          each a month in which land changed hands or was occupied; the two are not the same.
        </p>
      }
      changes={map.transfers.map((transfer) => ({ transfer, what: "act" }))}
      lands={map.steps.at(-1)?.lands ?? []}
    />
  );
}
