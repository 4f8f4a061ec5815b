import type { Transfer } from "@/facts/base";
import type { CompiledCourse } from "../compiled";

/** Where a lesson says something: /lessons/<lessonId>#<passageId>. */
export interface Place {
  lessonId: string;
  lessonNumber: number;
  lessonTitle: string;
  /** Of the passage, or of a figure that shows it: its address in the page. */
  passageId: string;
  /** Absent where a figure shows it and no passage says it. */
  passageNumber?: number;
}

/** Passages that state each fact, in the order in which they are read; facts that no lesson teaches are not there. */
export function placesTaught(course: Pick<CompiledCourse, "lessons">): ReadonlyMap<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const lesson of course.lessons)
    for (const block of lesson.blocks) {
      if (block.type !== "passage") continue;
      const place = {
        lessonId: lesson.id,
        lessonNumber: lesson.number,
        lessonTitle: lesson.title,
        passageId: block.id,
        passageNumber: block.number,
      };
      for (const id of block.facts) places.set(id, [...(places.get(id) ?? []), place]);
    }
  return places;
}

/**
 * Where a lesson tells of a transfer: where it is quoted, else where the act that did it is, else where another land
 * that moved by the same act is. What one act did is shown together or not at all.
 */
export function placeOfTransfer(
  transfer: Transfer,
  all: readonly Transfer[],
  places: ReadonlyMap<string, Place[]>,
): Place | undefined {
  const sameAct = all.filter(({ instrument, date }) => instrument === transfer.instrument && date === transfer.date);
  return [transfer.id, transfer.instrument, ...sameAct.map(({ id }) => id)].flatMap((id) => places.get(id) ?? [])[0];
}

/** Figures of lessons that show each transfer, in the order in which they are read. */
export function placesShown(course: Pick<CompiledCourse, "lessons" | "figures">): ReadonlyMap<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const lesson of course.lessons)
    for (const block of lesson.blocks) {
      const figure = block.type === "figure" && course.figures.find((each) => each.id === block.figureId);
      if (!figure || figure.type !== "map") continue;
      const place = {
        lessonId: lesson.id,
        lessonNumber: lesson.number,
        lessonTitle: lesson.title,
        passageId: `figure-${figure.id}`,
      };
      for (const id of figure.transfers ?? []) places.set(id, [...(places.get(id) ?? []), place]);
    }
  return places;
}
