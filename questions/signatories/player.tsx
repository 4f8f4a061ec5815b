"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import { LONGEST_NAME, ROWS } from "./rows";
import type { Body } from "./schema";
import { askOf, hintOf, isOfPeople, wordsOf } from "./words";

/** Names to type into rows, or people, states and the like to choose from a list by the alphabet. */
export default function SignatoriesPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  return (
    <div className={styles.player}>
      <p className={styles.hint} id={`${name}-hint`}>
        {body.entry === "typed" &&
          `One name a row, in any order and any usual spelling${isOfPeople(askOf(body)) ? "; surnames will do" : ""}. Rows may stay empty. `}
        {hintOf(body)}
      </p>
      {body.entry === "typed" ? (
        <Typed name={name} rows={body.slots ?? ROWS} saved={fields.name ?? []} labelledBy={labelledBy} />
      ) : (
        <Picked name={name} body={body} saved={fields.person ?? []} labelledBy={labelledBy} />
      )}
    </div>
  );
}

function Typed({
  name,
  rows,
  saved,
  labelledBy,
}: {
  name: string;
  rows: number;
  saved: readonly string[];
  labelledBy: string;
}) {
  const scripted = useScripted();
  const list = useRef<HTMLFieldSetElement>(null);
  const [written, setWritten] = useState<readonly string[]>([]);
  const reread = () =>
    setWritten([...(list.current?.querySelectorAll("input") ?? [])].flatMap(({ value }) => apart(value)));
  // What was typed before the script came counts.
  useEffect(reread, []);
  const filled = saved.filter((text) => text.trim() !== "");
  return (
    <fieldset
      ref={list}
      className={`field ${styles.rows}`}
      aria-labelledby={labelledBy}
      aria-describedby={`${name}-hint`}
      onInput={reread}
    >
      <ol className={styles.names}>
        {Array.from({ length: Math.max(rows, filled.length) }, (_, i) => (
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
      {scripted ? (
        <p className={styles.chosen} role="status">
          <b>
            {written.length === 0 ? "No name" : written.length === 1 ? "1 name" : `${written.length} names`} written
          </b>
          {written.length === 0 ? "." : <bdi>{`: ${written.join("; ")}.`}</bdi>}
        </p>
      ) : null}
    </fieldset>
  );
}

/** The names of a row as they are told apart without knowing any; a comma may stand within one. */
const apart = (row: string) =>
  row
    .split(/[;/|+&]/)
    .map((text) => text.trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));

const nothing = () => () => {};
const useScripted = () =>
  useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );

function Picked({
  name,
  body,
  saved,
  labelledBy,
}: {
  name: string;
  body: Extract<Body, { entry: "picked" }>;
  saved: readonly string[];
  labelledBy: string;
}) {
  const { people } = body;
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
        <b>{chosen === 0 ? wordsOf[askOf(body)].none : chosen} chosen.</b> You can change this until you hand in.
      </p>
    </>
  );
}
