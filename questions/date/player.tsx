"use client";

import { formatWithWeekday, LONGEST_DATE, toEdtf } from "@/facts/dates";
import { ReadbackMark } from "@/ui/marks";
import type { PlayerProps } from "../contract";
import { LABELS, LESS } from "./labels";
import styles from "./player.module.css";
import { readback } from "./readback";
import type { Body } from "./schema";
import { useDate } from "./use-date";

/**
 * One field for a date, as people write it, and under it how it is read. Where a text has two meanings it asks which
 * one. Without script the server reads back what was saved.
 */
export default function DatePlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const { reading, meant, input, setText, setMeant } = useDate(body, fields);
  const said = readback(reading, body.precision, meant);
  const id = `${name}-date`;
  return (
    <div className={styles.player}>
      <div className={`field big ${styles.field}`} role="group" aria-labelledby={labelledBy}>
        <label htmlFor={id}>{LABELS[body.precision]}</label>
        <input
          ref={input}
          id={id}
          name={`${name}.text`}
          type="text"
          defaultValue={fields.text?.[0] ?? ""}
          onInput={(event) => setText(event.currentTarget.value)}
          maxLength={LONGEST_DATE}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={`${id}-read`}
        />
        <div id={`${id}-read`} role="status" aria-live="polite" className={styles.status}>
          {said !== null && (
            <p className={styles.read}>
              <ReadbackMark />
              <span>{said}</span>
            </p>
          )}
        </div>
        {reading.state === "ambiguous" && (
          <fieldset className={styles.meanings}>
            <legend>Which do you mean?</legend>
            {reading.meanings.map((meaning) => (
              <label key={toEdtf(meaning)} className="radio">
                <input
                  type="radio"
                  name={`${name}.meant`}
                  value={toEdtf(meaning)}
                  defaultChecked={meant === toEdtf(meaning)}
                  onChange={(event) => setMeant(event.currentTarget.value)}
                />
                <span>{formatWithWeekday(meaning)}</span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <details className={styles.ways}>
        <summary>How dates may be written</summary>
        <p>
          Any order, with dots, slashes or words: 1 September 1939, Sept 1st 1939, 1.9.1939,{" "}
          <span lang="ru">1 сентября 1939</span>. Also autumn 1939, early 1940, c. 1939, from 1939 to 1941. If a date
          can be read in two ways, you will be asked which you mean. {LESS[body.precision]}
        </p>
      </details>
    </div>
  );
}
