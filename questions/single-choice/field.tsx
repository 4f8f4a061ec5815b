"use client";

import { byAlphabet } from "../alphabet";
import type { GapFieldProps } from "../gap";
import type { Body } from "./schema";
import styles from "./field.module.css";

/** The options as a list to choose from, nothing chosen at first. Nothing here needs script. */
export default function ChoiceField({ name, body, fields, label, inline }: GapFieldProps<Body>) {
  const id = `${name}-choice`;
  return (
    <span className={inline ? styles.inline : styles.field}>
      <label htmlFor={id} className={inline ? "vh" : "label"}>
        {label}
      </label>
      <select id={id} name={`${name}.choice`} defaultValue={fields.choice?.[0] ?? ""} className={styles.select}>
        <option value="">{inline ? "choose" : "Choose"}</option>
        {byAlphabet(body.options).map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  );
}
