import type { Compilation } from "./compile";
import type { Problem } from "./compiled";
import type { Place } from "./problems";

/** Something that has one address, or one history, in the whole school, whichever course it is in. */
export interface Named {
  what: "lesson" | "quiz" | "question";
  id: string;
  place: Place;
}

/** All that a course gives a name to. */
export function namedIn({ entries }: Pick<Compilation, "entries">): Named[] {
  return [
    ...entries.lessons.map(({ lesson, front }) => ({
      what: "lesson" as const,
      id: lesson.id,
      place: front.at(["id"]),
    })),
    ...entries.quizzes.flatMap(({ quiz, yaml }) => [
      { what: "quiz" as const, id: quiz.id, place: yaml.at(["id"]) },
      ...writtenIn(yaml.value).flatMap((id, index) =>
        id === undefined ? [] : [{ what: "question" as const, id, place: yaml.at(["items", index, "id"]) }],
      ),
    ]),
  ];
}

function writtenIn(quiz: unknown): (string | undefined)[] {
  const items = (quiz as { items?: unknown } | null)?.items;
  return Array.isArray(items)
    ? items.map((item) => {
        const id: unknown = (item as { id?: unknown } | null)?.id;
        return typeof id === "string" ? id : undefined;
      })
    : [];
}

/** What two courses both claim. Within one course its own check has said it. */
export function clashes(courses: readonly { id: string; named: readonly Named[] }[]): Problem[] {
  const first = new Map<string, { course: string; place: Place }>();
  return courses.flatMap(({ id: course, named }) =>
    named.flatMap(({ what, id, place }): Problem[] => {
      const before = first.get(`${what} ${id}`);
      if (!before) first.set(`${what} ${id}`, { course, place });
      if (!before || before.course === course) return [];
      const message = `the course \`${before.course}\` has a ${what} \`${id}\` too`;
      const remedy = `Name this one anew, as in \`${course}-${id}\`; the other is at ${before.place.file}:${before.place.line}.`;
      return [{ ...place, message, remedy }];
    }),
  );
}
