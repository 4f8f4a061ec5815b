"use client";

import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import type { Body } from "./schema";
import { canBeNone, NONE, told } from "./words";

/** Boxes, one a row. Script counts them where a number is asked, and keeps 'none' and ticks apart. */
export default function MultipleChoicePlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const list = useRef<HTMLFieldSetElement>(null);
  const saved = fields.choice ?? [];
  const [count, setCount] = useState(body.options.filter(({ id }) => saved.includes(id)).length);
  const boxes = (field: string) => [
    ...(list.current?.querySelectorAll<HTMLInputElement>(`input[name="${name}.${field}"]`) ?? []),
  ];
  const recount = () => setCount(list.current?.querySelectorAll(`input[name="${name}.choice"]:checked`).length ?? 0);
  // What was ticked before the script came counts.
  useEffect(recount, [name]);

  const settle = (event: SyntheticEvent) => {
    const box = event.target as HTMLInputElement;
    if (box.checked) for (const other of boxes(box.name === `${name}.none` ? "choice" : "none")) other.checked = false;
    recount();
  };

  return (
    <>
      <p className={styles.hint} id={`${name}-hint`}>
        {body.choose !== undefined && <b>Choose exactly {body.choose}. </b>}
        {body.choose === undefined && "Tick every one that is right. "}
        {told(body.rule, body.options.length)}
      </p>
      <fieldset
        ref={list}
        className={styles.options}
        aria-labelledby={labelledBy}
        aria-describedby={`${name}-hint`}
        onChange={settle}
      >
        {body.options.map((option) => (
          <label key={option.id} className="check">
            <input
              type="checkbox"
              name={`${name}.choice`}
              value={option.id}
              defaultChecked={saved.includes(option.id)}
            />
            <span>{option.text}</span>
          </label>
        ))}
        {canBeNone(body.rule) && (
          <label className={`check ${styles.none}`}>
            <input
              type="checkbox"
              name={`${name}.none`}
              value="1"
              defaultChecked={fields.none?.includes("1") ?? false}
            />
            <span>{NONE}</span>
          </label>
        )}
      </fieldset>
      {body.choose !== undefined && (
        <p className={styles.count} role="status">
          {sentence(count, body.choose)}
        </p>
      )}
    </>
  );
}

function sentence(count: number, choose: number): string {
  if (count > choose) return `${count} chosen: take ${count - choose} away.`;
  return `${count === 0 ? "None" : count} of ${choose} chosen.`;
}
