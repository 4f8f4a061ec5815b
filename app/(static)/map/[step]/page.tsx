import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { courseMap } from "@/content/pictures/course-map";
import { MapPage } from "../../../pictures/map-page";

export const dynamic = "error";
export const dynamicParams = false;

interface Props {
  params: Promise<{ step: string }>;
}

export function generateStaticParams(): { step: string }[] {
  return courseMap(loadCourse()).steps.map(({ id }) => ({ step: id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await stepOf(params);
  return {
    title: `${step.title}: what changed hands`,
    description: `Land that changed hands or was occupied in ${step.title}: from whom to whom, by what and when.`,
  };
}

/** One step of the map: a month, what happened in it, and how all lands stand at its end. */
export default async function MapStepPage({ params }: Props) {
  const { course, map, step } = await stepOf(params);
  return (
    <MapPage course={course} map={map} here={step.id} title={step.title} changes={step.changes} lands={step.lands} />
  );
}

async function stepOf(params: Props["params"]) {
  const course = loadCourse();
  const map = courseMap(course);
  const { step: id } = await params;
  const step = map.steps.find((each) => each.id === id);
  if (!step) throw new Error(`There is no step ${id}.`);
  return { course, map, step };
}
