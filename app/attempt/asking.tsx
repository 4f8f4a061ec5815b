"use client";

import { useEffect, useRef } from "react";
import { standingOf, Verdict } from "@/ui/verdict";
import styles from "./asking.module.css";
import type { Prices } from "./prices";
import { afterCheck, checkedWords, triesWords } from "./tries";
import type { NotAsked, useAsking } from "./use-asking";

/**
 * Under an answer: have it checked, take a hint, and what came of it. Both are submit buttons of the question's form
 * with addresses of their own, which bring the page back without script; with it, what comes of them is announced and
 * the focus stays, or goes to what took the button's place.
 */
export function Asking({
  asking: { tries, triesLeft, hints, taken, closed, busy, slip },
  tries: most,
  prices,
  address,
  here,
  at = "",
}: {
  asking: ReturnType<typeof useAsking>;
  /** How many checks the attempt allows. */
  tries: number;
  prices: Prices;
  address: string;
  here: string;
  /** On a page of several questions: '.3' of the third, where one address takes the whole form. */
  at?: string;
}) {
  const verdict = useRef<HTMLDivElement>(null);
  const newest = useRef<HTMLLIElement>(null);
  const next = closed ? undefined : hints[taken];
  const checks = most > 1 && !closed && triesLeft > 0;
  const last = tries.at(-1);
  const rules = { tries: most, extraTry: prices.extraTry };

  // A button that is gone leaves its focus to what it brought.
  const before = useRef({ closed, taken });
  useEffect(() => {
    const was = before.current;
    before.current = { closed, taken };
    if (closed && !was.closed) verdict.current?.focus();
    else if (taken > was.taken && !next) newest.current?.focus();
  }, [closed, taken, next]);

  if (most === 1 && hints.length === 0) return null;
  return (
    <div className={styles.asking}>
      {(checks || next) && (
        <div className={styles.buttons}>
          {checks && (
            <button
              className="btn"
              name="go"
              value={`try${at}`}
              formAction={at ? undefined : `${address}/try`}
              aria-disabled={busy}
            >
              Check this answer
            </button>
          )}
          {next && (
            <>
              <input type="hidden" name={`taken${at}`} value={taken} />
              <button
                className="btn"
                name="go"
                value={`hint${at}`}
                formAction={at ? undefined : `${address}/hint`}
                aria-disabled={busy}
              >
                {prices.hints[taken]}
              </button>
            </>
          )}
        </div>
      )}
      {checks && !last && <p className="hint">{triesWords(rules, 0)}</p>}
      <div role="status" ref={verdict} tabIndex={-1} className={styles.verdict}>
        {slip && (
          <div className="notice bad">
            <p>
              <Slip why={slip} here={here} />
            </p>
          </div>
        )}
        {last && (
          <>
            <p>
              <Verdict standing={standingOf(last.fraction)}>{checkedWords(last.fraction)}</Verdict>
            </p>
            <p className={styles.read}>
              Try {last.number}
              {last.read && (
                <>
                  : <bdi>{last.read}</bdi>
                </>
              )}
            </p>
            {[...last.feedback.answers, ...(last.feedback.band ? [last.feedback.band] : [])].map((sentence, index) => (
              <p key={index}>{sentence}</p>
            ))}
            <p className="hint">{afterCheck(rules, tries)}</p>
          </>
        )}
      </div>
      <div aria-live="polite">
        {taken > 0 && (
          <ol className={styles.hints} aria-label="Hints">
            {hints.slice(0, taken).map(({ text }, index) => (
              <li key={index} ref={index === taken - 1 ? newest : undefined} tabIndex={-1}>
                <span className="label">Hint {index + 1}</span>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

/** Why nothing came of it, what is kept, and what to do. */
function Slip({ why, here }: { why: NotAsked; here: string }) {
  switch (why) {
    case "same":
      return "You had this answer checked before, so no try was used.";
    case "unanswered":
      return "There is nothing to check yet: answer first, and settle what is asked about your answer. No try was used.";
    case "unsaved":
      return "Your answer is not saved yet, so nothing was asked and nothing was used. Try again in a moment.";
    case "again":
      return "Nothing came back. Your answer is kept; ask again in a moment: it is counted once.";
    case "signed out":
      return (
        <>
          You have been signed out. Your answer is saved.{" "}
          <a href={`/api/auth/signin?${new URLSearchParams({ callbackUrl: here }).toString()}`} target="_blank">
            Sign in in a new tab
          </a>
          , then ask again.
        </>
      );
    case "stale":
      return (
        <>
          This question has moved on, on another page or device. <a href={here}>Load it again</a> to see how it stands.
        </>
      );
  }
}
