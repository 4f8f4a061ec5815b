"use client";

import { formatDate, LONGEST_DATE, toEdtf } from "@/facts/dates";
import type { GapFieldProps } from "../gap";
import styles from "./field.module.css";
import { shortReadback } from "./readback";
import type { Body } from "./schema";
import { useDate } from "./use-date";

/**
 * A date in a sentence or a table: the field, how it is read when that is not what is written, and which of two meanings
 * it has. All of it may stand in a paragraph.
 */
export default function DateField({ name, body, fields, label, inline }: GapFieldProps<Body>) {
  const { reading, text, meant, input, setText, setMeant } = useDate(body, fields);
  const id = `${name}-date`;
  return (
    <span className={inline ? styles.inline : styles.field}>
      <label htmlFor={id} className={inline ? "vh" : "label"}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        name={`${name}.text`}
        type="text"
        size={body.precision === "day" ? 18 : 14}
        defaultValue={fields.text?.[0] ?? ""}
        onInput={(event) => setText(event.currentTarget.value)}
        maxLength={LONGEST_DATE}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={`${id}-read`}
        className={styles.input}
      />
      <span id={`${id}-read`} role="status" aria-live="polite" className={styles.read}>
        {shortReadback(reading, text, meant)}
      </span>
      {reading.state === "ambiguous" && (
        <span role="radiogroup" aria-label={`${label}: which do you mean?`} className={styles.meanings}>
          {reading.meanings.map((meaning) => (
            <label key={toEdtf(meaning)} className={`radio ${styles.meaning}`}>
              <input
                type="radio"
                name={`${name}.meant`}
                value={toEdtf(meaning)}
                defaultChecked={meant === toEdtf(meaning)}
                onChange={(event) => setMeant(event.currentTarget.value)}
              />
              <span>{formatDate(meaning)}</span>
            </label>
          ))}
        </span>
      )}
    </span>
  );
}
