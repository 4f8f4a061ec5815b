import type { ChangeLine, ChangePreview, ChangeWhat } from "@/records";

/** Longer answers are no part of a heading. */
const longest = 60;

/** What a change does, for a heading: 'Accept ‘Skriabin’ too'. */
export function changeTitle({ what, answer }: Pick<ChangePreview, "what" | "answer">): string {
  const long = (answer ?? "").length > longest;
  switch (what) {
    case "accept":
      return long ? "Accept another answer too" : `Accept ‘${answer ?? ""}’ too`;
    case "replace":
      return long ? "Another answer is right" : `Only ‘${answer ?? ""}’ is right`;
    case "version":
      return "Mark by the corrected key";
    case "full":
      return "Everyone has its points";
    case "drop":
      return "Drop this question";
  }
}

/** The answer that a change is about, where its title is too short for it. */
export function longAnswer({ answer }: Pick<ChangePreview, "answer">): string | null {
  return answer !== null && answer.length > longest ? `‘${answer}’` : null;
}

/** Where a change holds: 'in Anna Liepa’s classes'. */
export function holdsWords({ holds }: Pick<ChangeLine, "holds">): string {
  switch (holds.where) {
    case "assignment":
      return `${holds.title}, ${holds.className}`;
    case "teacher":
      return `${holds.displayName}’s classes`;
    case "school":
      return "The whole school";
  }
}

export function attemptsWords(count: number): string {
  return count === 1 ? "1 attempt" : `${count} attempts`;
}

/** What a changed mark is said to be by. */
export const byWords: Record<ChangeWhat, string> = {
  accept: "An answer was accepted later.",
  replace: "Another answer is right: the question was marked anew.",
  version: "The key was corrected: the question was marked anew.",
  full: "Everyone has the points of this question.",
  drop: "This question was dropped: it is worth nothing.",
};
