"use client";

import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import type { Asks, Body } from "./schema";
import { LONGEST_TEXT, Namesakes, useText } from "./text";

const LABELS: Record<Asks, string> = {
  person: "Name of the person",
  state: "Name of the state",
  territory: "Name of the territory",
  agreement: "Name of the agreement",
  event: "Name of the event",
  place: "Name of the place",
  text: "Your answer",
};

/** One field for a name or a few words. */
export default function ShortTextPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const { setText, input, namesakes } = useText(fields, body);
  const id = `${name}-text`;
  return (
    <div className={styles.player}>
      <div className={`field big ${styles.field}`} role="group" aria-labelledby={labelledBy}>
        <label htmlFor={id}>{LABELS[body.asks]}</label>
        <input
          ref={input}
          id={id}
          name={`${name}.text`}
          type="text"
          dir="auto"
          defaultValue={fields.text?.[0] ?? ""}
          onInput={(event) => setText(event.currentTarget.value)}
          maxLength={LONGEST_TEXT}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className={styles.hint}>
          {body.asks === "person"
            ? "Any usual spelling, in any script. A surname will do when one person bears it."
            : "Any usual name and spelling, in any script."}
        </p>
        <div role="status" aria-live="polite">
          <Namesakes name={name} namesakes={namesakes} fields={fields} className={styles.namesakes} />
        </div>
      </div>
    </div>
  );
}
