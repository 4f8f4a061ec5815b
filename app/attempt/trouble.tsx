import type { ReactNode } from "react";
import type { SaveState } from "./saver";
import { timeText } from "./clock";
import styles from "./question-form.module.css";

export type Saving = SaveState | "rest";

/** How saving stands, in a few words. */
export function wordsOf(state: Saving, savedAt: string | null, timeZone: string): string {
  switch (state) {
    case "rest":
      return "Nothing to save yet";
    case "saving":
      return "Saving";
    case "saved":
      return savedAt ? `Saved ${timeText(savedAt, timeZone)}` : "Saved";
    case "offline":
      return "Offline: kept on this page";
    case "signed out":
    case "closed":
    case "done":
    case "refused":
      return "Not saved";
  }
}

interface Place {
  attemptId: string;
  /** The page to come back to, and to load again. */
  here: string;
}

/** What a learner can do when saving is not possible; nothing while it is. */
export function Trouble({ state, ...place }: Place & { state: Saving }) {
  const help = helpFor(state, place);
  if (!help) return null;
  return (
    <div className={`notice ${state === "offline" ? "" : "bad "}${styles.trouble}`} role="alert">
      <p>{help}</p>
    </div>
  );
}

function helpFor(state: Saving, { attemptId, here }: Place): ReactNode {
  switch (state) {
    case "offline":
      return "There is no connection. Keep this page open: your answer is saved as soon as there is one.";
    case "signed out":
      return (
        <>
          You have been signed out. Your last answer is kept on this page.{" "}
          <a href={`/api/auth/signin?${new URLSearchParams({ callbackUrl: here }).toString()}`} target="_blank">
            Sign in in a new tab
          </a>
          , then come back here: it is saved then.
        </>
      );
    case "closed":
      return (
        <>
          This attempt has been handed in, or its time is over, so nothing more is saved.{" "}
          <a href={`/attempts/${attemptId}/result`}>See the result</a>.
        </>
      );
    case "done":
      return (
        <>
          This question was settled on another page, so it takes no more answers. <a href={here}>Load it again</a> to
          see how it stands.
        </>
      );
    case "refused":
      return "This answer could not be saved as it is. What was saved before is kept. Make it shorter, or load the page again.";
    default:
      return null;
  }
}
