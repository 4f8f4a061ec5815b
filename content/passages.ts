import type { Fact } from "@/facts/base";
import type { CompiledLesson, Why } from "./compiled";
import { quoteIt } from "./lessons";
import { anyOf, didYouMean, missing, type Place, type Problems } from "./problems";

type Lessons = ReadonlyMap<string, CompiledLesson>;

/**
 * Where a lesson says what is asked, as an author wrote it: `lesson#passage`, or `passage` alone where the quiz is about
 * one lesson. `own` are the quiz's lessons. Undefined, with the reason in `problems`, when it does not.
 */
export function passageOf(
  written: string,
  own: readonly string[],
  fact: Fact | undefined,
  place: Place,
  { lessons, problems }: { lessons: Lessons; problems: Problems },
): Why["passage"] | undefined {
  const [only = ""] = own;
  if (own.length > 1 && !written.includes("#")) {
    problems.add(
      place,
      `\`${written}\` does not say in which lesson`,
      `Write lesson#passage, as in \`${only}#${written}\`: this quiz is about several lessons.`,
    );
    return undefined;
  }
  const [inLesson, name] = written.includes("#") ? (written.split("#", 2) as [string, string]) : [only, written];
  const lesson = lessons.get(inLesson);
  if (!lesson) {
    // The quiz's own lessons are reported once, at `lesson:` or `lessons:`.
    if (!own.includes(inLesson))
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

/** The first passage that names a fact, `lesson#passage`: of these lessons, else of the course's others in their order. */
export function passageNaming(factId: string, own: readonly string[], lessons: Lessons): string | undefined {
  const inOrder = [...lessons.values()].sort(
    (a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)) || a.number - b.number,
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
