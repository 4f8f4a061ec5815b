"use client";

import { useEffect, useRef, useState } from "react";
import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import { LONGEST_NAME, ROWS } from "./rows";
import type { Body } from "./schema";

/** Names to type into rows, or people to choose from a list by surname. */
export default function SignatoriesPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  return (
    <div className={styles.player}>
      <p className={styles.hint} id={`${name}-hint`}>
        {body.entry === "typed" &&
          "One name a row, in any order and any usual spelling; surnames will do. Rows may stay empty. "}
        Each right name earns; each name that did not sign takes one away. Nobody goes below zero.
      </p>
      {body.entry === "typed" ? (
        <Typed name={name} saved={fields.name ?? []} labelledBy={labelledBy} />
      ) : (
        <Picked name={name} people={body.people} saved={fields.person ?? []} labelledBy={labelledBy} />
      )}
    </div>
  );
}

function Typed({ name, saved, labelledBy }: { name: string; saved: readonly string[]; labelledBy: string }) {
  const filled = saved.filter((text) => text.trim() !== "");
  return (
    <fieldset className={`field ${styles.rows}`} aria-labelledby={labelledBy} aria-describedby={`${name}-hint`}>
      <ol className={styles.names}>
        {Array.from({ length: Math.max(ROWS, filled.length) }, (_, i) => (
          <li key={i}>
            <label htmlFor={`${name}-name-${i + 1}`}>
              <span className="vh">Name </span>
              {i + 1}
            </label>
            <input
              id={`${name}-name-${i + 1}`}
              name={`${name}.name`}
              type="text"
              defaultValue={filled[i] ?? ""}
              maxLength={LONGEST_NAME}
              autoComplete="off"
              autoCorrect="off"
              autoCapitalize="words"
              spellCheck={false}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function Picked({
  name,
  people,
  saved,
  labelledBy,
}: {
  name: string;
  people: readonly { id: string; name: string }[];
  saved: readonly string[];
  labelledBy: string;
}) {
  const list = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState(people.filter(({ id }) => saved.includes(id)).length);
  const recount = () => setChosen(list.current?.querySelectorAll("input:checked").length ?? 0);
  // What was ticked before the script came counts.
  useEffect(recount, []);
  return (
    <>
      <fieldset ref={list} aria-labelledby={labelledBy} aria-describedby={`${name}-hint`} onChange={recount}>
        <div className={styles.people}>
          {people.map((person) => (
            <label key={person.id} className="check">
              <input
                type="checkbox"
                name={`${name}.person`}
                value={person.id}
                defaultChecked={saved.includes(person.id)}
              />
              <span>{person.name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={styles.chosen} role="status">
        <b>{chosen === 0 ? "Nobody" : chosen} chosen.</b> You can change this until you hand in.
      </p>
    </>
  );
}
