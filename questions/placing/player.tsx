"use client";

import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";
import type { Fields, PlayerProps } from "../contract";
import { placeAt, placeInWords, placeOf, placesByHeading, placesOn } from "./axis";
import { daysInWords } from "./distance";
import { AxisPicture, letterOf, Scale } from "./picture";
import styles from "./placing.module.css";
import type { Body } from "./schema";

const UNITS = { month: "month", year: "year" };

/**
 * An axis, and for each event a list of its places: that list is the answer, with script or without. With script each
 * event also slides along a line of its own, and its letter can be drawn along the axis.
 */
export default function PlacingPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const root = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState(() => placesIn(fields, body));
  const [scripted, setScripted] = useState(false);
  const look = useCallback(() => {
    setPlaces(
      new Map([...(root.current?.querySelectorAll("select") ?? [])].map((list) => [list.dataset.event!, list.value])),
    );
  }, []);
  // What was chosen before the script came counts.
  useEffect(() => {
    setScripted(true);
    look();
  }, [look]);

  const { axis, tolerance, events } = body;
  const choose = (id: string, at: string) => {
    const list = root.current?.querySelector<HTMLSelectElement>(`select[data-event="${CSS.escape(id)}"]`);
    if (!list || list.value === at) return;
    list.value = at;
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const drag = useDrag(root, (id, share) => choose(id, placeAt(Math.round(share * (placesOn(axis) - 1)), axis)));
  const pins = events.flatMap(({ id }, index) => {
    const at = places.get(id) ?? "";
    return at === "" ? [] : [{ id, letter: letterOf(index), at }];
  });
  const groups = placesByHeading(axis);
  const unit = UNITS[axis.unit];

  return (
    <div ref={root} className={styles.player} role="group" aria-labelledby={labelledBy} onInput={look} data-wide="">
      <p className={styles.hint} id={`${name}-hint`}>
        Choose a {unit} for each event; the axis shows where it stands. Within {daysInWords(tolerance.full)} it counts
        in full, then less and less; {daysInWords(tolerance.zero)} off it counts for nothing. What is not placed earns
        nothing.
      </p>
      <div className={styles.board} {...(scripted ? drag : {})}>
        <AxisPicture axis={axis} placed={pins} rows={2} label={inWords(body, pins)} />
      </div>
      <ol className={styles.events}>
        {events.map((event, index) => {
          const at = places.get(event.id) ?? "";
          const id = `${name}-${event.id}`;
          return (
            <li key={event.id} className={styles.event}>
              <div className={`field ${styles.choice}`}>
                <label htmlFor={id}>
                  <b className={styles.letter}>{letterOf(index)}</b>
                  <span>{event.name}</span>
                </label>
                <select
                  id={id}
                  name={`${name}.${event.id}`}
                  data-event={event.id}
                  defaultValue={placesIn(fields, body).get(event.id) ?? ""}
                  aria-describedby={`${name}-hint`}
                >
                  <option value="">Not placed</option>
                  {groups.map(({ heading, places: within }) => (
                    <optgroup key={heading} label={heading}>
                      {within.map((each) => (
                        <option key={each.at} value={each.at}>
                          {each.words}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </div>
              <div className={styles.lane}>
                <svg aria-hidden="true" width="100%" height="44">
                  <Scale axis={axis} line={22} />
                </svg>
                {scripted && (
                  <input
                    type="range"
                    min={0}
                    max={placesOn(axis) - 1}
                    step={1}
                    value={placeOf(at, axis) ?? Math.floor(placesOn(axis) / 2)}
                    onChange={(change) => choose(event.id, placeAt(change.currentTarget.valueAsNumber, axis))}
                    aria-label={`${event.name}, along the axis`}
                    aria-valuetext={at === "" ? "Not placed" : placeInWords(at)}
                    data-placed={at === "" ? undefined : ""}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What was saved, as far as it is on the axis. */
function placesIn(fields: Fields, { events, axis }: Body): Map<string, string> {
  const sent = new Map(Object.entries(fields));
  return new Map(
    events.map(({ id }) => {
      const at = sent.get(id)?.[0] ?? "";
      return [id, placeOf(at, axis) === null ? "" : at];
    }),
  );
}

function inWords({ axis, events }: Body, pins: readonly { id: string; letter: string; at: string }[]): string {
  const ends = `Time axis from ${placeInWords(axis.from)} to ${placeInWords(axis.to)}`;
  if (pins.length === 0) return `${ends}; nothing is placed yet.`;
  const placed = pins.map(({ id, at }) => `${events.find((each) => each.id === id)!.name}, ${placeInWords(at)}`);
  return `${ends}. Placed: ${placed.join("; ")}.`;
}

/** Draws a pin along the axis; `put` hears its event and how far along it is, 0 to 1. */
function useDrag(root: RefObject<HTMLElement | null>, put: (id: string, share: number) => void) {
  const held = useRef<string | null>(null);
  const move = (event: PointerEvent) => {
    const frame = root.current?.querySelector("svg")?.getBoundingClientRect();
    if (held.current === null || !frame || frame.width === 0) return;
    put(held.current, Math.min(1, Math.max(0, (event.clientX - frame.left) / frame.width)));
  };
  const drop = () => {
    held.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const id =
        event.target instanceof Element ? event.target.closest("[data-event]")?.getAttribute("data-event") : null;
      if (!id || event.button !== 0) return;
      held.current = id;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    onPointerMove: move,
    onPointerUp: drop,
    onPointerCancel: drop,
  };
}
