"use client";

import { useEffect, useRef, useState } from "react";
import { dayText, timeText } from "./clock";
import styles from "./clock-face.module.css";
import { leftText, longest, moreSaid, saidAt, short } from "./time-left";

export interface ClockFaceProps {
  attemptId: string;
  /** ISO. */
  endsAt: string;
  timeZone: string;
  /** How many times everyone's time this learner has. */
  timeFactor: number;
  /** What is to be saved before the attempt is handed in because its time is over. */
  before?: () => Promise<unknown>;
}

/** What the server answers about an attempt's time. */
interface Told {
  submitted: boolean;
  clock: { endsAt: string; secondsLeft: number } | null;
}

/** How often it is asked again, in milliseconds: a teacher may have given more time. */
const asked = 60_000;

/**
 * When the attempt ends, and how much is left by the server's clock: the browser's own only counts on between two answers.
 * Said aloud at a few marks, and hands in when it is over. Without script it says when.
 */
export function ClockFace({ attemptId, endsAt: first, timeZone, timeFactor, before }: ClockFaceProps) {
  const [endsAt, setEndsAt] = useState<string | null>(first);
  const [left, setLeft] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [more, setMore] = useState("");
  const known = useRef(first);
  const over = useRef<() => Promise<void>>(async () => {});
  useEffect(() => {
    over.current = async () => {
      await before?.().catch(() => undefined);
      const answer = await fetch(`/api/attempts/${attemptId}/submit`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: "{}",
      }).catch(() => null);
      if (answer?.ok) location.assign(`/attempts/${attemptId}/result`);
    };
  });

  useEffect(() => {
    // Counted from the last answer by a clock that nobody sets.
    let base: { left: number; at: number } | null = null;
    let shown = Number.POSITIVE_INFINITY;
    let ended = false;
    let handing = false;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();

    function tick() {
      if (!base || ended) return;
      const now = base.left - (performance.now() - base.at) / 1000;
      const words = now > 0 && saidAt(shown, now);
      if (words && shown !== Number.POSITIVE_INFINITY) setSaid(words);
      shown = Math.max(0, now);
      setLeft(Math.ceil(shown));
      if (now > 0) return;
      ended = true;
      void finish();
    }

    /** Hands in, once the server says as well that the time is over: more may have been given a moment ago. */
    async function finish() {
      const told = await ask();
      if (stop.signal.aborted || handing || !ended) return;
      // Not reached: what was saved is handed in there by itself.
      if (!told) return void setTimeout(() => void finish(), 2000);
      if (told.submitted) return;
      handing = true;
      setSaid("The time is over. Your answers are being handed in.");
      void over.current();
    }

    async function ask(): Promise<Told | null> {
      const sent = performance.now();
      const answer = await fetch(`/api/attempts/${attemptId}/clock`, {
        headers: { accept: "application/json" },
        signal: stop.signal,
      }).catch(() => null);
      if (!answer?.ok || stop.signal.aborted) return null;
      const told = (await answer.json()) as Told;
      if (told.submitted && !handing) {
        location.assign(`/attempts/${attemptId}/result`);
        return told;
      }
      if (!told.clock || told.clock.secondsLeft > 0) ended = false;
      setEndsAt(told.clock?.endsAt ?? null);
      if (told.clock) {
        const given = moreSaid(known.current, told.clock.endsAt);
        known.current = told.clock.endsAt;
        if (given) announce(given);
      }
      // Half the way there and back has gone by since the server looked at its clock.
      const now = performance.now();
      base = told.clock && { left: told.clock.secondsLeft - (now - sent) / 2000, at: now };
      if (!base) setLeft(null);
      tick();
      return told;
    }

    /** Shown long enough to be seen by who is in the midst of an answer. */
    function announce(words: string) {
      setMore(words);
      clearTimeout(quiet);
      quiet = setTimeout(() => setMore(""), asked);
    }

    const { signal } = stop;
    const again = () => void ask();
    addEventListener("focus", again, { signal });
    addEventListener("online", again, { signal });
    document.addEventListener("visibilitychange", again, { signal });
    const ticks = setInterval(tick, 500);
    const asks = setInterval(again, asked);
    void ask();
    return () => {
      stop.abort();
      clearTimeout(quiet);
      clearInterval(ticks);
      clearInterval(asks);
    };
  }, [attemptId]);

  if (endsAt === null) return null;
  const far = left !== null && left > longest;
  return (
    <div className={styles.clock} data-short={left !== null && left <= short ? "" : undefined}>
      <p role="timer" aria-label="Time left">
        {left !== null && !far && <b>{left === 0 ? "Time is over" : `${leftText(left)} left`}</b>}{" "}
        <span>
          {left !== null && !far ? "until" : "Ends"} {far || left === null ? `${dayText(endsAt, timeZone)}, ` : ""}
          {timeText(endsAt, timeZone)}
        </span>
      </p>
      {timeFactor > 1 && !far && <p className={styles.extra}>Your extra time is in it (× {timeFactor}).</p>}
      {/* Always there: what comes into it later is read aloud. */}
      <p className={styles.more} role="status">
        {more}
      </p>
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}
