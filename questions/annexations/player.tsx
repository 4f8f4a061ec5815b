"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { MapBox, MapCanvas, viewOf, viewOfLands } from "@/ui/map";
import type { PlayerProps } from "../contract";
import { Fills, freeCorner, lettered, letterOf, Letters, Outlines, places, type Looks } from "./lands";
import type { Body } from "./schema";
import { useSight } from "./sight";
import styles from "./annexations.module.css";

/**
 * Lands on the map and in a list: one question, and either way answers it. The list's checkboxes are what is sent;
 * the map shows and presses them. Without script the map is a picture beside the list.
 */
export default function AnnexationsPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const lands = body.territories;
  const home = useMemo(
    () => (body.frame ? viewOf(body.frame) : viewOfLands(lands.map(({ id }) => id))),
    [body.frame, lands],
  );
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set(fields.territory));
  const scripted = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const list = useRef<HTMLFieldSetElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(home, box);
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
    if (sight.dragged.current) return;
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
  const corner = useMemo(() => freeCorner(places(lands, home, home), home), [lands, home]);
  const placed = useMemo(() => places(lands, sight.view, home), [lands, sight.view, home]);
  const wanted = useMemo(
    () => lettered(lands, placed, sight.view, body.cities, corner),
    [lands, placed, sight.view, body.cities, corner],
  );

  return (
    <div className={styles.player} data-wide>
      <p className={styles.hint}>A wrong mark takes a right one away.</p>
      <p className={styles.tolist}>
        <a href={`#${id}-list`}>Answer from a list instead</a>
      </p>
      <div className={styles.two}>
        <div className={styles.mapside}>
          {/* Keys reach this from the letters and buttons inside; it takes no focus of its own. */}
          <div
            ref={box}
            className={`${styles.mapbox} ${sight.enlarged ? styles.enlarged : ""}`}
            onKeyDown={scripted ? sight.onKeyDown : undefined}
          >
            <MapBox>
              <MapCanvas
                id={id}
                view={sight.view}
                title={`Map of Europe in 1938 with ${lands.length} territories, A to ${letterOf(lands.length - 1)}`}
                description="The same territories are in the list after the map, each with a line that says where it lies."
                interactive={scripted}
                wanted={wanted}
                land={
                  <Fills id={id} lands={lands} looks={looks} view={sight.view} onPick={scripted ? pick : undefined} />
                }
              >
                <Outlines lands={lands} looks={looks} />
                <Letters
                  lands={lands}
                  looks={looks}
                  view={sight.view}
                  placed={placed}
                  control={scripted ? { onPick: pick, onReach: ({ at }) => sight.reach(at) } : undefined}
                />
              </MapCanvas>
            </MapBox>
            {scripted ? (
              <div className={`${styles.zoom} ${styles[corner.x]} ${styles[corner.y]}`} role="group" aria-label="Zoom">
                <button
                  type="button"
                  className="btn icon"
                  aria-label="Zoom in"
                  aria-disabled={sight.furthest}
                  onClick={() => sight.zoom(sight.step)}
                >
                  +
                </button>
                <button
                  type="button"
                  className="btn icon"
                  aria-label="Zoom out"
                  aria-disabled={!sight.enlarged}
                  onClick={() => sight.zoom(1 / sight.step)}
                >
                  −
                </button>
                <button
                  type="button"
                  className={`btn icon ${styles.all}`}
                  aria-label="All of the map"
                  aria-disabled={!sight.enlarged}
                  onClick={sight.whole}
                >
                  All
                </button>
              </div>
            ) : null}
          </div>
          <p className={`meta ${styles.below}`}>
            <span>Borders of September 1938.</span>
            {scripted ? (
              <span className={styles.keys}>
                Keys: Tab goes from letter to letter, Space marks, plus and minus zoom.
              </span>
            ) : null}
          </p>
        </div>
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

const nothing = () => () => {};
