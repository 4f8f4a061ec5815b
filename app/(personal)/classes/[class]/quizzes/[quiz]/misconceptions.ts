import { createHash } from "node:crypto";
import type { CompiledCourse } from "@/content/compiled";
import { confusionsOf } from "@/facts/confusions";
import type { Confused, Learner, PlaceAnalysis } from "@/records";

/** From how many learners on a wrong answer is more than one learner's slip. */
const FEWEST = 2;

/** A passage of a lesson, to be taught again. */
export interface PassageLink {
  href: string;
  /** 'The pact, passage 6' */
  words: string;
}

/** A wrong answer that is the right answer to something else. */
export interface Misconception {
  /** The same for the same confusion; may stand in an address. */
  id: string;
  confused: Confused;
  /** What is mixed up: '‘Molotov-Ribbentrop Pact’ and ‘Boundary Treaty’', 'two sides of ‘…’'. */
  about: string;
  /** What was asked, and what it was taken for. */
  askedName: string;
  /** "gave 28 September 1939, the date of ‘Boundary and Friendship Treaty’" */
  says: string;
  learners: Learner[];
  /** How many were asked. */
  of: number;
  /** Numbers of the places where it was answered. */
  questions: number[];
  /** The passage that the question is about, and the one that tells the other. */
  passages: PassageLink[];
}

/** What a class confuses, most learners first. */
export function misconceptions(places: readonly PlaceAnalysis[], course: CompiledCourse): Misconception[] {
  const found = new Map<string, Misconception>();
  for (const { number, versions } of places)
    for (const { answers, fact, passage, attempts } of versions)
      for (const { tells, learners } of answers) {
        if (!tells) continue;
        const [nearest] = confusionsOf(tells, fact.id, course.facts);
        if (!nearest) continue;
        const name = `${nearest.asked.id}\n${nearest.says}`;
        const before = found.get(name);
        const own = {
          href: `/lessons/${passage.lessonId}#${passage.id}`,
          words: `${passage.lessonTitle}, passage ${passage.number}`,
        };
        const one = nearest.with.id === nearest.asked.id;
        const there = one ? undefined : passageOf(nearest.with.id, course);
        found.set(name, {
          id: createHash("sha256").update(name).digest("hex").slice(0, 12),
          confused: { asked: nearest.asked.id, with: nearest.with.id },
          about: one ? `two sides of ‘${nearest.asked.name}’` : `‘${nearest.asked.name}’ and ‘${nearest.with.name}’`,
          askedName: nearest.asked.name,
          says: nearest.says,
          learners: distinct([...(before?.learners ?? []), ...learners]),
          of: (before?.of ?? 0) + attempts,
          questions: [...new Set([...(before?.questions ?? []), number])],
          passages: distinctLinks([...(before?.passages ?? []), own, ...(there ? [there] : [])]),
        });
      }
  return [...found.values()]
    .filter(({ learners }) => learners.length >= FEWEST)
    .sort((a, b) => b.learners.length - a.learners.length || a.questions[0]! - b.questions[0]!);
}

function passageOf(factId: string, { lessons }: CompiledCourse): PassageLink | undefined {
  for (const { id, title, blocks } of lessons) {
    const passage = blocks.find((block) => block.type === "passage" && block.facts.includes(factId));
    if (passage?.type === "passage")
      return { href: `/lessons/${id}#${passage.id}`, words: `${title}, passage ${passage.number}` };
  }
  return undefined;
}

function distinct(learners: readonly Learner[]): Learner[] {
  return [...new Map(learners.map((each) => [each.personId, each])).values()];
}

function distinctLinks(links: readonly PassageLink[]): PassageLink[] {
  return [...new Map(links.map((each) => [each.href, each])).values()];
}
