"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { DownMark, UpMark } from "@/ui/marks";
import type { PlayerProps } from "../contract";
import styles from "./player.module.css";
import type { Body } from "./schema";
import { givenOf, moved, rowsOf } from "./sequence";
import { told } from "./words";

/**
 * Rows on a line of time, each with a list of places to choose from: these are what is sent, and all that there is without
 * script. With script a row moves to the place that is chosen, or by its buttons, and the others make room. As long as no
 * place is chosen nothing is answered; who finds the order right as it is shown says so.
 */
export default function OrderingPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const ids = body.items.map(({ id }) => id);
  const text = new Map(body.items.map(({ id, text }) => [id, text]));
  const saved = (id: string) => fields[id]?.[0] ?? "";
  const [rows, setRows] = useState(() => rowsOf(ids, saved));
  const [given, setGiven] = useState(() => givenOf(ids, saved));
  const [news, setNews] = useState("");
  const scripted = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const list = useRef<HTMLFieldSetElement>(null);
  const ends = body.ends ?? { first: "Earliest", last: "Latest" };

  const place = (id: string) => list.current?.querySelector<HTMLSelectElement>(`select[data-item="${id}"]`) ?? null;
  // What was chosen before the script came counts.
  const sync = useCallback(() => {
    const values = new Map(
      [...(list.current?.querySelectorAll<HTMLSelectElement>("select") ?? [])].map((each) => [
        each.dataset.item!,
        each.value,
      ]),
    );
    const all = [...values.keys()];
    setRows((before) => rowsOf(before, (id) => values.get(id) ?? ""));
    setGiven(givenOf(all, (id) => values.get(id) ?? ""));
  }, []);
  useEffect(sync, [sync]);

  /** Shows the rows, writes their places into the fields and says so to whoever listens; focus stays where it was. */
  const give = (next: readonly string[], words: string) => {
    const focused = document.activeElement;
    flushSync(() => {
      setRows([...next]);
      setGiven("all");
      setNews(words);
    });
    next.forEach((id, slot) => {
      place(id)!.value = String(slot + 1);
    });
    // A row that the browser takes out and puts in elsewhere loses focus on the way.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
    place(next[0]!)!.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const move = (id: string, to: number) => {
    const next = moved(rows, id, to);
    const slot = next.indexOf(id);
    const around = [
      slot > 0 && `after ${text.get(next[slot - 1]!)}`,
      slot < next.length - 1 && `before ${text.get(next[slot + 1]!)}`,
    ].filter(Boolean);
    give(next, `${text.get(id)}: ${slot + 1} of ${next.length}, ${around.join(", ")}.`);
  };
  const choose = (id: string, value: string) => {
    if (value === "") sync();
    else move(id, Number(value) - 1);
  };
  const clear = () => {
    for (const id of ids) place(id)!.value = "";
    flushSync(() => {
      setRows(ids);
      setGiven("none");
      setNews("The order is cleared.");
    });
    place(ids[0]!)!.dispatchEvent(new Event("input", { bubbles: true }));
    place(ids[0]!)!.focus();
  };

  return (
    <div className={styles.player}>
      <p className={styles.hint} id={`${name}-hint`}>
        Give each its place; 1 is the {ends.first.toLocaleLowerCase("en")}. {told(body.rule)}
      </p>
      <fieldset ref={list} className={styles.time} aria-labelledby={labelledBy} aria-describedby={`${name}-hint`}>
        <p className={styles.end}>{ends.first}</p>
        <ol className={styles.rows}>
          {rows.map((id, slot) => (
            <li key={id} className={styles.row} data-given={given === "none" ? undefined : ""}>
              <label htmlFor={`${name}-${id}`}>
                <span className="vh">Place of </span>
                {text.get(id)}
              </label>
              <select
                id={`${name}-${id}`}
                name={`${name}.${id}`}
                data-item={id}
                defaultValue={saved(id)}
                onChange={scripted ? (event) => choose(id, event.target.value) : undefined}
              >
                <option value="">–</option>
                {ids.map((_, index) => (
                  <option key={index} value={index + 1}>
                    {index + 1}
                  </option>
                ))}
              </select>
              {scripted && (
                <span className={styles.moves} role="group" aria-label={`Move ${text.get(id)}`}>
                  {moves.map(([label, arrow, to]) => (
                    <button
                      key={label}
                      type="button"
                      className="btn icon"
                      aria-label={`${label}: ${text.get(id)}`}
                      aria-disabled={atEnd(to, slot, rows.length)}
                      onClick={() => !atEnd(to, slot, rows.length) && move(id, to(slot))}
                    >
                      {arrow}
                    </button>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ol>
        <p className={styles.end}>{ends.last}</p>
        {scripted && (
          <div className={styles.done}>
            {given === "all" ? (
              <button type="button" className="btn quiet" onClick={clear}>
                Clear the order
              </button>
            ) : (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  give(rows, "The order as shown is your answer.");
                  place(rows[0]!)!.focus();
                }}
              >
                This order is my answer
              </button>
            )}
            <span className={styles.state}>{states[given]}</span>
          </div>
        )}
        <p className="vh" role="status">
          {news}
        </p>
      </fieldset>
    </div>
  );
}

const nothing = () => () => {};

const moves = [
  ["To the top", <UpMark key="top" bar />, () => 0],
  ["Up", <UpMark key="up" />, (slot: number) => slot - 1],
  ["Down", <DownMark key="down" />, (slot: number) => slot + 1],
] as const satisfies readonly (readonly [string, ReactNode, (slot: number) => number])[];

function atEnd(to: (slot: number) => number, slot: number, length: number): boolean {
  const next = to(slot);
  return next === slot || next < 0 || next >= length;
}

const states = {
  none: "The order shown is by chance and no answer yet.",
  part: "A place is missing or given twice.",
  all: "Your order, as it stands.",
};
