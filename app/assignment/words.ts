import type { ShowPromise, ShowRule, Showable } from "@/assessment/show-rules";
import type { LateRule, Terms } from "@/assessment/time-rules";
import { when } from "@/ui/when";
import { shareText } from "../attempt/points";

/** The rules of an assignment in plain words, to the learner whose they are. */

/** '20 minutes', '1 hour 30 minutes', '45 seconds'. */
export function lengthWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return count(whole, "second");
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [
    ...(minutes >= 60 ? [count(Math.floor(minutes / 60), "hour")] : []),
    ...(minutes % 60 ? [count(minutes % 60, "minute")] : []),
    ...(rest && minutes < 60 ? [count(rest, "second")] : []),
  ];
  return parts.join(" ");
}

/** How long an attempt may take, and why it is longer than everyone's; null where nothing limits it. */
export function limitWords({ timeLimit, timeFactor, origin }: Terms): string | null {
  if (timeLimit === null)
    return timeFactor > 1 ? `Where the clock presses, your time is ${timesText(timeFactor)} everyone’s.` : null;
  const yours = lengthWords(timeLimit);
  if (origin.timeLimit === "profile")
    return `You have ${yours}: your time is ${timesText(timeFactor)} everyone’s. The clock starts when you begin, and the closing time cuts nothing off it.`;
  if (origin.timeLimit === "learner") return `You have ${yours}, as your teacher has set for you.`;
  return `You have ${yours} from when you begin.`;
}

/** '1.5 times', 'twice'. */
export function timesText(factor: number): string {
  return factor === 2 ? "twice" : `${Math.round(factor * 100) / 100} times`;
}

/** What handing in late costs; null where nothing is ever late. */
export function lateWords(late: LateRule, { dueAt, closesAt }: Pick<Terms, "dueAt" | "closesAt">): string | null {
  if (dueAt === null || (closesAt !== null && closesAt <= dueAt)) return null;
  if (!late.accept) return null;
  const until = closesAt === null ? "Late work is taken" : "Until it closes, late work is taken";
  if (late.deduction === 0) return `${until}, and costs nothing.`;
  const each = late.per === "day" ? " for each day begun" : "";
  const most = late.per === "day" && late.atMost < 1 ? `, at most ${shareText(late.atMost)}` : "";
  return `${until}, less ${shareText(late.deduction)} of the points${each}${most}.`;
}

const whichCounts = { best: "the best", last: "the last", first: "the first", mean: "the mean of them" } as const;

/** 'One attempt', 'Up to 3 attempts: the best counts'. */
export function attemptsWords(attempts: number | null, counts: keyof typeof whichCounts): string {
  if (attempts === 1) return "One attempt.";
  return `${attempts === null ? "As many attempts as you like" : `Up to ${attempts} attempts`}: ${whichCounts[counts]} counts.`;
}

const things: Record<Showable, string> = {
  score: "your score",
  correctness: "which answers were right",
  key: "the right answers",
  feedback: "the explanations",
};

/** When what will be shown, a sentence each. */
export function showWords(rule: ShowRule): string[] {
  const closed =
    rule.closedMeans === "everyone" ? "When it has closed for everyone you see" : "When it has closed you see";
  const said = { during: "As you go you see", after: "When you have handed in you see", closed, never: "Not shown:" };
  return (["during", "after", "closed", "never"] as const).flatMap((from) => {
    const what = (Object.keys(things) as Showable[]).filter((each) => rule[each] === from).map((each) => things[each]);
    return what.length > 0 ? [`${said[from]} ${listed(what)}.`] : [];
  });
}

/** When something of what is handed in, that is not shown, will be. What still runs may hold it back, too. */
export function promiseWords(promise: ShowPromise, timeZone: string): string {
  if (promise === "now") return "now";
  if (promise === "never") return "not shown";
  if (promise === "handed-in") return "when you have handed in what else asks you this";
  return promise.closed ? `by ${when(promise.closed, timeZone)}` : "when it is closed";
}

/** 'a, b and c'. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** How the questions of an attempt are shown. */
export function questionsWords({ shuffle, onePage }: { shuffle?: boolean; onePage?: boolean }): string {
  const where = onePage ? "They stand on one page." : "They come one at a time, and you can go back and forth.";
  return shuffle ? `${where} Their order is yours alone: your neighbour’s is another.` : where;
}

/** How a shuffled attempt is read again: everybody speaks of the same question by the same number. */
export function shuffledWords(own: boolean): string {
  return `The questions came in another order, ${own ? "yours" : "the learner’s"} alone; here they stand in that of the paper.`;
}

/** Why a learner was given a paper to practise with: kind, and with nobody's name. */
export function practiceWords(about: string | null): string {
  if (about === null) return "To practise with; it counts nowhere.";
  return `You and others mixed up ${about}. Here are a few questions to tell them apart; it counts nowhere.`;
}

/** How late something was: '2 days', '3 hours', '5 minutes'. */
export function lateByWords(seconds: number): string {
  if (seconds >= 86_400) return count(Math.floor(seconds / 86_400), "day");
  if (seconds >= 3600) return count(Math.floor(seconds / 3600), "hour");
  return count(Math.max(1, Math.floor(seconds / 60)), "minute");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
