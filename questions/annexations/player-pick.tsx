"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { PlayerProps } from "../contract";
import { letterOf, type Looks } from "./lands";
import { LandsMap } from "./lands-map";
import type { PickBody } from "./schema";
import { useScripted } from "./sheet";
import styles from "./annexations.module.css";

/**
 * Lands on the map and in a list: one question, and either way answers it. The list's checkboxes are what is sent;
 * the map shows and presses them. Without script the map is a picture beside the list.
 */
export function PickPlayer({ name, body, fields, labelledBy }: PlayerProps<PickBody>) {
  const lands = body.territories;
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set(fields.territory));
  const scripted = useScripted();
  const list = useRef<HTMLFieldSetElement>(null);
  const id = `map-${name}`;

  const boxes = useCallback(() => [...(list.current?.querySelectorAll<HTMLInputElement>("input") ?? [])], []);
  const sync = useCallback(
    () => setMarked(new Set(boxes().flatMap((each) => (each.checked ? [each.value] : [])))),
    [boxes],
  );
  // What was ticked before the script came counts.
  useEffect(sync, [sync]);

  const say = (input: HTMLInputElement) => input.dispatchEvent(new Event("input", { bubbles: true }));
  const pick = (land: string) => {
    const input = boxes().find((each) => each.value === land);
    if (!input) return;
    input.checked = !input.checked;
    say(input);
  };
  const clear = () => {
    const ticked = boxes().filter((each) => each.checked);
    for (const input of ticked) input.checked = false;
    if (ticked[0]) say(ticked[0]);
    boxes()[0]?.focus();
  };
  const looks: Looks = Object.fromEntries([...marked].map((land) => [land, "marked"]));

  return (
    <div className={styles.player} data-wide>
      <p className={styles.hint}>A wrong mark takes a right one away.</p>
      <p className={styles.tolist}>
        <a href={`#${id}-list`}>Answer from a list instead</a>
      </p>
      <div className={styles.two}>
        <LandsMap
          id={id}
          body={body}
          looks={looks}
          as="checkbox"
          onPick={pick}
          keys="Keys: Tab goes from letter to letter, Space marks, plus and minus zoom."
        />
        <fieldset ref={list} className={styles.list} id={`${id}-list`} aria-describedby={labelledBy} onInput={sync}>
          <legend>Or answer from the list</legend>
          {lands.map((land, index) => (
            <label key={land.id} className={`check ${styles.row}`}>
              <input
                type="checkbox"
                name={`${name}.territory`}
                value={land.id}
                defaultChecked={fields.territory?.includes(land.id) ?? false}
                aria-describedby={`${id}-${land.id}-where`}
              />
              <span className={styles.k} aria-hidden="true">
                {letterOf(index)}
              </span>
              <span>{land.name}</span>
              <small id={`${id}-${land.id}-where`}>{land.where}</small>
            </label>
          ))}
          {scripted ? (
            <p className={styles.count}>
              <span className="ui" role="status">
                <b>{marked.size} marked</b> of {lands.length}
              </span>
              <button type="button" className="btn quiet" aria-disabled={marked.size === 0} onClick={clear}>
                Clear all
              </button>
            </p>
          ) : null}
        </fieldset>
      </div>
    </div>
  );
}
