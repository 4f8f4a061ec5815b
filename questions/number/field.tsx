"use client";

import { LONGEST_NUMBER } from "@/facts/numbers";
import type { GapFieldProps } from "../gap";
import styles from "./field.module.css";
import { readback, useNumber } from "./readback";
import type { Body } from "./schema";

/** A number in a sentence or a table: the field, its unit, and how it is read when that is not what is written. */
export default function NumberField({ name, body, fields, label, inline }: GapFieldProps<Body>) {
  const { text, setText, unit, setUnit, input, select } = useNumber(fields);
  const id = `${name}-number`;
  const said = readback(text, unit, body);
  const plain = said !== null && said.number === text.trim() && said.after === ".";
  return (
    <span className={inline ? styles.inline : styles.field}>
      <label htmlFor={id} className={inline ? "vh" : "label"}>
        {label}
      </label>
      <span className={styles.row}>
        <input
          ref={input}
          id={id}
          name={`${name}.text`}
          type="text"
          size={14}
          defaultValue={fields.text?.[0] ?? ""}
          onInput={(event) => setText(event.currentTarget.value)}
          maxLength={LONGEST_NUMBER}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-read`}
          className={styles.input}
        />
        {body.unit?.shown && <span>{body.unit.shown}</span>}
        {body.unit?.entry === "chosen" && (
          <select
            ref={select}
            name={`${name}.unit`}
            aria-label={`${label}, unit`}
            defaultValue={fields.unit?.[0] ?? ""}
            onChange={(event) => setUnit(event.currentTarget.value)}
            className={styles.select}
          >
            <option value="">unit</option>
            {body.unit.units.map((each) => (
              <option key={each.id} value={each.id}>
                {each.names[0]}
              </option>
            ))}
          </select>
        )}
      </span>
      <span id={`${id}-read`} role="status" aria-live="polite" className={styles.read}>
        {said !== null && !plain && (said.number === undefined ? said.before : `read as ${said.number}${said.after}`)}
      </span>
    </span>
  );
}
