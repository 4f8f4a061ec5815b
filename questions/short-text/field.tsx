"use client";

import type { GapFieldProps } from "../gap";
import styles from "./field.module.css";
import type { Body } from "./schema";
import { LONGEST_TEXT, useText } from "./text";

/** A name or a few words in a sentence or a table. */
export default function TextField({ name, body, fields, label, inline }: GapFieldProps<Body>) {
  const { setText, input, namesakes } = useText(fields, body);
  const id = `${name}-text`;
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
        dir="auto"
        size={18}
        defaultValue={fields.text?.[0] ?? ""}
        onInput={(event) => setText(event.currentTarget.value)}
        maxLength={LONGEST_TEXT}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className={styles.input}
      />
      {namesakes.length > 0 && (
        <select
          name={`${name}.meant`}
          aria-label={`${label}: several bear that name, which do you mean?`}
          defaultValue={fields.meant?.[0] ?? ""}
          className={styles.select}
        >
          <option value="">Which?</option>
          {namesakes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
