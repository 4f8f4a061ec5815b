"use client";

import type { PlayerProps } from "../contract";
import type { Body } from "./schema";
import styles from "./player.module.css";

/** Radio buttons, one a row. Nothing here needs script. */
export default function SingleChoicePlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  return (
    <fieldset className={styles.options} aria-labelledby={labelledBy}>
      {body.options.map((option) => (
        <label key={option.id} className="radio">
          <input
            type="radio"
            name={`${name}.choice`}
            value={option.id}
            defaultChecked={fields.choice?.includes(option.id) ?? false}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
