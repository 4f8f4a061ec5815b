"use client";

import { LONGEST_NUMBER } from "@/facts/numbers";
import { ReadbackMark } from "@/ui/marks";
import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import { readback, useNumber } from "./readback";
import type { Body } from "./schema";

/** One field for a number, as people write it, and under it how it is read. */
export default function NumberPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const { text, setText, unit, setUnit, input, select } = useNumber(fields);
  const id = `${name}-number`;
  const chosen = body.unit?.entry === "chosen";
  const asked = body.unit !== undefined && body.unit.rule !== "optional";
  return (
    <div className={styles.player}>
      <div className={`field big ${styles.field}`} role="group" aria-labelledby={labelledBy}>
        <label htmlFor={id}>{asked && !chosen ? "Number, with its unit" : "Number"}</label>
        <div className={styles.row}>
          <input
            ref={input}
            id={id}
            name={`${name}.text`}
            type="text"
            defaultValue={fields.text?.[0] ?? ""}
            onInput={(event) => setText(event.currentTarget.value)}
            maxLength={LONGEST_NUMBER}
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby={`${id}-read${body.unit?.shown ? ` ${id}-unit` : ""}`}
          />
          {body.unit?.shown && <span id={`${id}-unit`}>{body.unit.shown}</span>}
          {chosen && (
            <select
              ref={select}
              name={`${name}.unit`}
              aria-label="Unit"
              defaultValue={fields.unit?.[0] ?? ""}
              onChange={(event) => setUnit(event.currentTarget.value)}
            >
              <option value="">Unit</option>
              {body.unit?.units.map(({ id, names }) => (
                <option key={id} value={id}>
                  {names[0]}
                </option>
              ))}
            </select>
          )}
        </div>
        <div id={`${id}-read`} role="status" aria-live="polite" className={styles.status}>
          <Readback text={text} unit={unit} body={body} />
        </div>
      </div>
      <details className={styles.ways}>
        <summary>How numbers may be written</summary>
        <p>
          In digits, with or without separators: 1,234,567 or 1 234 567. With words: 1.2 million, 1.2m, 3 thousand.
          About or from–to will do; of a span, the worse end is marked.
          {body.decimal === "," && " In this question a comma parts decimals where a number could be read in two ways."}
        </p>
      </details>
    </div>
  );
}

function Readback({ text, unit, body }: { text: string; unit: string; body: Body }) {
  const said = readback(text, unit, body);
  if (said === null) return null;
  return (
    <p className={styles.read}>
      <ReadbackMark />
      <span>
        {said.before}
        {said.number !== undefined && <b>{said.number}</b>}
        {said.after}
      </span>
    </p>
  );
}
