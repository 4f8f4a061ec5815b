/** What a question exercises. Coverage counts by it, and so does whoever looks at what a class finds hard. */
export const skills = ["dates", "signatories", "annexations", "people", "places", "numbers", "ideas"] as const;
export type Skill = (typeof skills)[number];

/** 1: one of the lesson's main facts. 2: to be kept apart from a neighbour. 3: a detail, or several facts at once. */
export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];

/** How a question is sorted. It changes nothing of what is asked or how it is marked. */
export interface Rating {
  skill: Skill;
  difficulty: Difficulty;
}

/** What a kind asks by its nature. The others ask anything: there the author says it. */
const skillOfKind: Readonly<Record<string, Skill>> = {
  date: "dates",
  ordering: "dates",
  placing: "dates",
  signatories: "signatories",
  annexations: "annexations",
  transfer: "annexations",
  number: "numbers",
};

/** The skill of a question whose author names none; undefined where the kind does not say. */
export function usualSkill({ kind, task }: { kind?: unknown; task?: unknown }): Skill | undefined {
  // Where a city lies is no change of hands.
  if (kind === "annexations" && task === "place") return "places";
  return typeof kind === "string" && Object.hasOwn(skillOfKind, kind) ? skillOfKind[kind] : undefined;
}
