"use client";

import { byAlphabet } from "../alphabet";
import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import type { Body } from "./schema";

/** So few groups stand side by side, each with its own button. */
const FEW = 4;

/** A list to choose from for each stem; of few groups, a row of radio buttons for each item. Nothing here needs script. */
export default function MatchingPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const sorting = body.mode === "sort";
  return (
    <div className={styles.player}>
      <p className={styles.hint} id={`${name}-hint`}>
        {sorting
          ? "Put each into one group. Each earns its share; one left out earns nothing."
          : "Choose one for each. Each earns its share; what is left empty earns nothing. A choice may be right for more than one, or for none."}
      </p>
      {sorting && body.choices.length <= FEW ? (
        <Groups name={name} body={body} fields={fields} />
      ) : (
        <fieldset className={styles.rows} aria-labelledby={labelledBy} aria-describedby={`${name}-hint`}>
          {body.stems.map((stem) => (
            <div key={stem.id} className={styles.row}>
              <label htmlFor={`${name}-${stem.id}`}>{stem.text}</label>
              <select id={`${name}-${stem.id}`} name={`${name}.${stem.id}`} defaultValue={fields[stem.id]?.[0] ?? ""}>
                <option value="">{sorting ? "Choose a group" : "Choose"}</option>
                {byAlphabet(body.choices).map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {choice.text}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Groups({ name, body, fields }: Pick<PlayerProps<Body>, "name" | "body" | "fields">) {
  return (
    <div className={styles.rows}>
      {body.stems.map((stem) => (
        <fieldset key={stem.id} className={styles.item} aria-describedby={`${name}-hint`}>
          <legend>{stem.text}</legend>
          <div className={styles.groups}>
            {body.choices.map((choice) => (
              <label key={choice.id} className={`radio ${styles.group}`}>
                <input
                  type="radio"
                  name={`${name}.${stem.id}`}
                  value={choice.id}
                  defaultChecked={fields[stem.id]?.[0] === choice.id}
                />
                <span>{choice.text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
