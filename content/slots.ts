import type { CompiledItem, CompiledVariant } from "./compiled";
import { isNew, type ItemsAround } from "./items";
import { didYouMean, missing, type Problems } from "./problems";
import { slotSchema } from "./schema";
import { checked, type Path, type Yaml } from "./yaml";

/** Whether what stands in a quiz file is a slot and no question. */
export function isSlot(written: unknown): boolean {
  return written !== null && typeof written === "object" && "oneOf" in written;
}

/**
 * A slot of a long quiz: one position whose variants are questions of the course, whole, with all variants that they
 * have. They are parallel: of one skill, one difficulty and the same points, so that no paper is easier than another.
 * `questions` are all of the course. Undefined, with the reasons in `problems`, when there is none.
 */
export function compileSlot(
  path: Path,
  yaml: Yaml,
  questions: ReadonlyMap<string, CompiledItem>,
  around: Pick<ItemsAround, "seen" | "problems">,
): CompiledItem | undefined {
  const { problems } = around;
  const slot = checked(slotSchema, yaml, path, problems);
  if (!slot) return undefined;
  isNew(slot.id, yaml.at([...path, "id"]), around);
  const at = (index: number) => yaml.at([...path, "oneOf", index]);
  const items = slot.oneOf.flatMap((id, index) => {
    const item = questions.get(id);
    if (item) return [item];
    problems.add(at(index), missing("question", id), didYouMean(id, questions.keys(), "Mend the id."));
    return [];
  });
  const [first] = items;
  if (!first || items.length < slot.oneOf.length) return undefined;

  for (const trait of ["skill", "difficulty", "points"] as const) {
    const usual = mostCommon(items.map((item) => item[trait]));
    const others = items.filter((item) => item[trait] !== usual);
    for (const item of others)
      problems.add(
        at(slot.oneOf.indexOf(item.id)),
        `\`${item.id}\` has ${trait} ${item[trait]}, and the others of \`${slot.id}\` have ${usual}`,
        "Which of them somebody is given is chance, and must make nothing easier: exchange it.",
      );
  }
  return {
    id: slot.id,
    kind: first.kind,
    points: slot.points,
    skill: first.skill,
    difficulty: first.difficulty,
    asks: [],
    fromFacts: false,
    oneOf: slot.oneOf,
    rules: first.rules,
    variants: items.flatMap(({ kind, rules, variants }) =>
      variants.map((variant): CompiledVariant => ({ ...variant, kind, rules })),
    ),
  };
}

/** A question that one paper could hold twice: in two slots of a quiz, or in a slot and by itself. */
export function reportTwice(items: readonly CompiledItem[], yaml: Yaml, problems: Problems): void {
  const seen = new Map<string, string>();
  for (const item of items) if (!item.oneOf) seen.set(item.id, item.id);
  for (const { id, oneOf = [] } of items) {
    for (const question of oneOf) {
      const before = seen.get(question);
      if (before === undefined) seen.set(question, id);
      else
        problems.add(
          yaml.at(placeOf(yaml, id, question)),
          before === id
            ? `\`${question}\` stands here twice`
            : `\`${question}\` is asked ${before === question ? "in this quiz already" : `in \`${before}\` too`}`,
          "Nobody should meet a question twice in one paper: take it out of one of the two.",
        );
    }
  }
}

function placeOf(yaml: Yaml, slot: string, question: string): Path {
  const items = (yaml.value as { items: { id?: unknown; oneOf?: unknown }[] }).items;
  const index = items.findIndex((each) => each?.id === slot);
  const oneOf = items[index]?.oneOf;
  return ["items", index, "oneOf", Array.isArray(oneOf) ? oneOf.lastIndexOf(question) : 0];
}

function mostCommon<T>(values: readonly T[]): T {
  const count = (value: T) => values.filter((each) => each === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}
