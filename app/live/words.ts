import type { LiveLearner, LiveQuestion, LiveView } from "@/records";

/** Which learners are shown. */
export const filters = ["everyone", "quiet", "working", "not begun", "handed in"] as const;
export type Filter = (typeof filters)[number];

export function filterIn(text: unknown): Filter {
  return filters.find((each) => each === text) ?? "everyone";
}

export const filterWords: Record<Filter, string> = {
  everyone: "Everyone",
  quiet: "Quiet",
  working: "Working",
  "not begun": "Not begun",
  "handed in": "Handed in",
};

export function shownBy(filter: Filter, { state, quiet }: LiveLearner): boolean {
  return filter === "everyone" || (filter === "quiet" ? quiet : state === filter);
}

/** '12 work on it, 3 have not begun, 15 of 30 have handed in.' */
export function totalsWords({ totals: { learners, notBegun, working, handedIn } }: LiveView): string {
  const begun = notBegun === 1 ? "1 has not begun" : `${notBegun} have not begun`;
  return `${working} ${working === 1 ? "works" : "work"} on it, ${begun}, ${handedIn} of ${learners} handed in.`;
}

/** What makes a question stuck, in words. */
export function stuckWords({ stuck, waiting, tried, triedInVain, passedOver }: LiveQuestion): string[] {
  return stuck.map((why) => {
    if (why === "waiting") return `${waiting} have been at it for long`;
    if (why === "wrong") return `${triedInVain} of ${tried} who checked it have nothing right`;
    return `${passedOver} left it and went on`;
  });
}

/** '45 s', '2 min 10 s': about how long a question takes. */
export function tookText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest ? ` ${rest} s` : ""}`;
}
