import type { ShowProblem } from "@/assessment/show-rules";
import type { TimeProblemCode } from "@/assessment/time-rules";

/** What is amiss with the dates, lengths and shares of an assignment, as a sentence to the teacher. */
export const timeWords: Record<TimeProblemCode, string> = {
  "not-a-date": "Write a day and a time, such as 5 October 2026, 08:00.",
  "not-a-number": "Write a number, or leave it empty.",
  "far-away": "This is more than ten years away: look at the year.",
  "due-before-open": "It is due before it opens: choose a later time, or let it open earlier.",
  "close-before-open": "It closes before it opens: choose a later time, or let it open earlier.",
  "close-before-due": "It closes before it is due: choose a later time, or leave it empty.",
  "already-closed": "This is in the past: nobody can begin any more.",
  "already-due": "This is in the past: whatever is handed in now is late.",
  "close-without-effect": "Late work is not accepted, so it closes when it is due.",
  "no-time-for-late": "It closes when it is due, so nothing can be handed in late.",
  "late-without-due": "Late work costs something, but nothing is ever late: say when it is due.",
  "below-one": "Use 1 or more, or leave it empty.",
  "not-whole": "Use a whole number.",
  "limit-under-a-minute": "This is less than a minute.",
  "limit-longer-than-window": "Nobody can use the whole limit: it is open for less time than that.",
  "limit-over-a-day": "This is more than a day.",
  "below-zero": "Use 0 or more.",
  "grace-over-ten-minutes": "This is more than ten minutes.",
  "not-a-share": "Use a share from 0 to 100 per cent.",
  "at-most-below-deduction": "One deduction is more than all together may be.",
  "deducts-nothing": "All together may be nothing, so late work costs nothing.",
  "above-ten": "Use at most 10.",
  "changes-nothing": "These are the terms of everyone already: nothing would change.",
};

/** What a teacher should know of a rule of what is shown when. */
export const showWords: Record<ShowProblem["code"], string> = {
  "others-can-be-told": "Learners who have handed in can tell those who have yet to sit it.",
  "known-before-last-attempt": "A learner knows this when they try again.",
  "never-closes": "It never closes, so this is never shown: say when it closes.",
  "key-before-correctness": "Who sees what is right knows whether they were.",
};
