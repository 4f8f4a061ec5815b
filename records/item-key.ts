import type { Band } from "@/assessment";

/** What no browser has of a question before it may be seen. */
export interface ItemKey {
  /** What the kind's `grade` is given. */
  answer: unknown;
  why: Why;
  /** Given one by one when asked for; their costs are the question's public rules. */
  hints?: readonly { text: string; cost: number }[];
  /** What is said to whoever gave an answer, by the id of the receipt's part. */
  answers?: Readonly<Record<string, string>>;
  /** What is said by the share that the answer earned. */
  bands?: readonly Band[];
}

/** Why the right answer is right, as it stood when the quiz was published; the shape is the compiler's. */
export interface Why {
  right: string;
  wrong: string;
  /** To everyone, whatever was answered. */
  general?: string;
  fact: { id: string; name: string; revision: number; confidence: "H" | "M" | "L"; dateText?: string };
  passage: { lessonId: string; lessonTitle: string; id: string; number: number };
  sources: readonly { id: string; title: string; url?: string }[];
}
