import type { ReactNode } from "react";
import type { AttemptQuestion } from "@/records";
import { SaveState } from "@/ui/save-state";
import { ClockFace, type ClockFaceProps } from "./clock-face";
import styles from "./question-form.module.css";
import { wordsOf, type Saving } from "./trouble";

export interface FormHeadProps {
  attempt: Pick<AttemptQuestion["attempt"], "id" | "title" | "practice">;
  /** Null when nothing ends the attempt. */
  clock: Pick<ClockFaceProps, "endsAt" | "timeFactor" | "timeZone"> | null;
  timeZone: string;
  state: Saving;
  savedAt: string | null;
  before: ClockFaceProps["before"];
  /** The questions, as ticks. */
  children: ReactNode;
}

/** What stands over the questions of an attempt: what it is, how saving stands, and the time that is left. */
export function FormHead({ attempt, clock, timeZone, state, savedAt, before, children }: FormHeadProps) {
  return (
    <header className={styles.head}>
      <h1>
        {attempt.practice ? "Practice" : "Quiz"}: {attempt.title}
      </h1>
      <SaveState state={state === "rest" || state === "saved" || state === "saving" ? state : "trouble"}>
        {wordsOf(state, savedAt, timeZone)}
      </SaveState>
      {/* What takes nothing more has no time left, whatever the clock was told last. */}
      {clock && state !== "closed" && <ClockFace attemptId={attempt.id} {...clock} before={before} />}
      {children}
    </header>
  );
}
