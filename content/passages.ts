import type { Fact } from "@/facts/base";
import type { CompiledLesson, Why } from "./compiled";
import { quoteIt } from "./lessons";
import { anyOf, didYouMean, missing, type Place, type Problems } from "./problems";

type Lessons = ReadonlyMap<string, CompiledLesson>;

/** Where a lesson says what is asked, as an author wrote it: `passage` or `lesson#passage`. Undefined, with the reason
 * in `problems`, when it does not. */
export function passageOf(
  written: string,
  lessonId: string,
  fact: Fact | undefined,
  place: Place,
  { lessons, problems }: { lessons: Lessons; problems: Problems },
): Why["passage"] | undefined {
  const [inLesson, name] = written.includes("#") ? (written.split("#", 2) as [string, string]) : [lessonId, written];
  const lesson = lessons.get(inLesson);
  if (!lesson) {
    // The quiz's own lesson is reported once, at `lesson:`.
    if (inLesson !== lessonId)
      problems.add(
        place,
        missing("lesson", inLesson),
        didYouMean(inLesson, lessons.keys(), "Mend the id before the #."),
      );
    return undefined;
  }
  const passages = passagesIn(lesson);
  const passage = passages.find((each) => each.id === name);
  if (!passage) {
    problems.add(
      place,
      `lesson \`${inLesson}\` has no passage \`${name}\``,
      didYouMean(
        name,
        passages.map((each) => each.id),
        "Cite a passage that is there.",
      ),
    );
    return undefined;
  }
  if (fact && !passage.facts.includes(fact.id)) {
    const others = passages.filter((each) => each.facts.includes(fact.id)).map((each) => `\`${each.id}\``);
    problems.add(
      place,
      `passage \`${name}\` does not name the fact \`${fact.id}\``,
      others.length > 0 ? `Cite ${anyOf(others)}, or quote the fact here too.` : quoteIt(fact.id),
    );
  }
  return { lessonId: lesson.id, lessonTitle: lesson.title, id: passage.id, number: passage.number };
}

/** The first passage that names a fact, `lesson#passage`: of this lesson, else of the course's others in their order. */
export function passageNaming(factId: string, lessonId: string, lessons: Lessons): string | undefined {
  const inOrder = [...lessons.values()].sort(
    (a, b) => Number(b.id === lessonId) - Number(a.id === lessonId) || a.number - b.number,
  );
  for (const lesson of inOrder) {
    const passage = passagesIn(lesson).find((each) => each.facts.includes(factId));
    if (passage) return `${lesson.id}#${passage.id}`;
  }
  return undefined;
}

/** Whether a passage of one of these lessons names a fact. */
export function isTaughtIn(factId: string, lessonIds: readonly string[], lessons: Lessons): boolean {
  return lessonIds.some((id) => {
    const lesson = lessons.get(id);
    return lesson !== undefined && passagesIn(lesson).some((each) => each.facts.includes(factId));
  });
}

function passagesIn(lesson: CompiledLesson) {
  return lesson.blocks.filter((block) => block.type === "passage");
}
