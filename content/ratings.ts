import { anyOf, type Problems } from "./problems";
import type { AuthoredQuestion } from "./schema";
import { skills, usualSkill, type Rating } from "./skills";
import type { Path, Yaml } from "./yaml";

/** How a question is rated. What nobody said is reported, and stands as something for what follows. */
export function ratingOf(item: AuthoredQuestion, yaml: Yaml, path: Path, problems: Problems): Rating {
  const { difficulty } = item;
  const skill = item.skill ?? usualSkill(item);
  if (skill === undefined)
    problems.add(
      yaml.at([...path, "id"]),
      "`skill` is missing",
      `Add \`skill:\` with ${anyOf(skills)}: neither the kind nor the ask says which.`,
    );
  if (difficulty === undefined)
    problems.add(
      yaml.at([...path, "id"]),
      "`difficulty` is missing",
      "Add `difficulty:` with 1 (a main fact), 2 (kept apart from a neighbour) or 3 (a detail, or several facts at once).",
    );
  return { skill: skill ?? "ideas", difficulty: difficulty ?? 2 };
}
