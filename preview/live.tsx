"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import styles from "./preview.module.css";

/**
 * Shows the page anew when a file of the course has changed; where the reader is, what is open and what is typed stay.
 * `mark` tells from what files the page was made. A hidden page lets go of its connection and catches up when it is seen
 * again.
 */
export function Live({ mark }: { mark: string }) {
  const { refresh } = useRouter();
  const [listening, setListening] = useState(true);
  const made = useRef(mark);
  useEffect(() => {
    made.current = mark;
  }, [mark]);

  useEffect(() => {
    let source: EventSource | undefined;
    const listen = () => {
      source?.close();
      if (document.hidden) return;
      source = new EventSource("/changes");
      source.onopen = () => setListening(true);
      source.onerror = () => setListening(false);
      source.onmessage = ({ data }) => {
        if (data !== made.current) refresh();
      };
    };
    listen();
    document.addEventListener("visibilitychange", listen);
    return () => {
      document.removeEventListener("visibilitychange", listen);
      source?.close();
    };
  }, [refresh]);

  return (
    <span role="status" data-mark={mark} className={listening ? undefined : styles.off}>
      {listening ? "" : "The preview has stopped: npm run content:preview. "}
    </span>
  );
}
