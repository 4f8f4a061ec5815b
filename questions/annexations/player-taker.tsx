"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { PlayerProps } from "../contract";
import { letterOf, type Looks } from "./lands";
import { LandsMap } from "./lands-map";
import type { TakerBody } from "./schema";
import { useScripted } from "./sheet";
import styles from "./annexations.module.css";

/** Lands on the map, and for each a choice of states in a list. Pressing a land leads to its choice. */
export function TakerPlayer({ name, body, fields, labelledBy }: PlayerProps<TakerBody>) {
  const lands = body.territories;
  const saved = (land: string) => fields[`taker-${land}`]?.[0] ?? "";
  const [answered, setAnswered] = useState<readonly string[]>(() =>
    lands.flatMap(({ id }) => (saved(id) === "" ? [] : [id])),
  );
  const scripted = useScripted();
  const list = useRef<HTMLFieldSetElement>(null);
  const id = `map-${name}`;

  const sync = useCallback(() => {
    const choices = [...(list.current?.querySelectorAll("select") ?? [])];
    setAnswered(choices.flatMap(({ value, dataset }) => (value === "" ? [] : [dataset.land!])));
  }, []);
  // What was chosen before the script came counts.
  useEffect(sync, [sync]);

  const lead = (land: string) => list.current?.querySelector<HTMLElement>(`[data-land="${CSS.escape(land)}"]`)?.focus();
  const looks: Looks = Object.fromEntries(answered.map((land) => [land, "marked"]));

  return (
    <div className={styles.player} data-wide>
      <p className={styles.hint}>Each land earns by itself; a wrong state takes nothing from the others.</p>
      <div className={styles.two}>
        <LandsMap
          id={id}
          body={body}
          looks={looks}
          as="pointer"
          onPick={lead}
          keys="Press a land to come to its choice. Keys, from the buttons: plus and minus zoom."
        />
        <fieldset ref={list} className={styles.list} id={`${id}-list`} aria-describedby={labelledBy} onInput={sync}>
          <legend>Who took each of them</legend>
          {lands.map((land, index) => (
            <div key={land.id} className={`field ${styles.slot}`}>
              <span className={styles.k} aria-hidden="true" data-on={answered.includes(land.id) || undefined}>
                {letterOf(index)}
              </span>
              <label htmlFor={`${id}-${land.id}`}>{land.name}</label>
              <small id={`${id}-${land.id}-where`}>{land.where}</small>
              <select
                id={`${id}-${land.id}`}
                name={`${name}.taker-${land.id}`}
                data-land={land.id}
                defaultValue={saved(land.id)}
                aria-describedby={`${id}-${land.id}-where`}
              >
                <option value="">Choose a state</option>
                {body.states.map((state) => (
                  <option key={state.id} value={state.id}>
                    {state.name}
                  </option>
                ))}
              </select>
            </div>
          ))}
          {scripted ? (
            <p className={styles.count}>
              <span className="ui" role="status">
                <b>{answered.length} answered</b> of {lands.length}
              </span>
            </p>
          ) : null}
        </fieldset>
      </div>
    </div>
  );
}
