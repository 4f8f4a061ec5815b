import type { SaveState } from "./saver";
import { timeText } from "./clock";
import styles from "./question-form.module.css";

type Saving = SaveState | "rest";

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

/** What a learner can do when saving is not possible; nothing while it is. */
export function Trouble({
  state,
  attemptId,
  here,
}: {
  state: Saving;
  attemptId: string;
  /** The page to come back to, and to load again. */
  here: string;
}) {
  switch (state) {
    case "offline":
      return (
        <div className={`notice ${styles.trouble}`} role="alert">
          <p>There is no connection. Keep this page open: your answer is saved as soon as there is one.</p>
        </div>
      );
    case "signed out": {
      return (
        <div className={`notice bad ${styles.trouble}`} role="alert">
          <p>
            You have been signed out. Your last answer is kept on this page.{" "}
            <a href={`/api/auth/signin?${new URLSearchParams({ callbackUrl: here }).toString()}`} target="_blank">
              Sign in in a new tab
            </a>
            , then come back here: it is saved then.
          </p>
        </div>
      );
    }
    case "closed":
      return (
        <div className={`notice bad ${styles.trouble}`} role="alert">
          <p>
            This attempt has been handed in, or its time is over, so nothing more is saved.{" "}
            <a href={`/attempts/${attemptId}/result`}>See the result</a>.
          </p>
        </div>
      );
    case "done":
      return (
        <div className={`notice bad ${styles.trouble}`} role="alert">
          <p>
            This question was settled on another page, so it takes no more answers. <a href={here}>Load it again</a> to
            see how it stands.
          </p>
        </div>
      );
    case "refused":
      return (
        <div className={`notice bad ${styles.trouble}`} role="alert">
          <p>
            This answer could not be saved as it is. What was saved before is kept. Make it shorter, or load the page
            again.
          </p>
        </div>
      );
    default:
      return null;
  }
}
