/** The papers that a page offers; any letter of the alphabet is one. */
export const PAPERS = ["A", "B", "C", "D", "E", "F"];

export type Search = Record<string, string | string[] | undefined>;

/** Which paper an address names: A when it names none. What is none is found nowhere. */
export function paperWanted({ paper = "A", edition }: Search): { paper: string; edition: string | undefined } {
  return { paper: one(paper), edition: edition === undefined ? undefined : one(edition) };
}

/** Said twice it is nobody's name. */
const one = (value: string | string[]) => (typeof value === "string" ? value : "");

/** Address of a paper, or of its key. */
export function paperAddress(
  page: "print" | "key",
  { quizId, paper, edition }: { quizId: string; paper: string; edition?: string | undefined },
) {
  return `/quizzes/${quizId}/${page}?${new URLSearchParams({ paper, ...(edition && { edition }) }).toString()}`;
}
