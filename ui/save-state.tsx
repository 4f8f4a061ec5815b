import type { ReactNode } from "react";
import { DotsMark, OfflineMark, TickMark } from "./marks";
import styles from "./save-state.module.css";

/** Whether the last change is kept, in words, always at the same place: `rest` before anything was to save. */
export function SaveState({
  state,
  children,
}: {
  state: "rest" | "saved" | "saving" | "trouble";
  children: ReactNode;
}) {
  return (
    <p className={styles.save} role="status" data-state={state}>
      {state === "saved" && <TickMark />}
      {state === "saving" && <DotsMark />}
      {state === "trouble" && <OfflineMark />}
      <span>{children}</span>
    </p>
  );
}
