"use client";

import { useSyncExternalStore, type ReactNode, type RefObject } from "react";
import { MapBox } from "@/ui/map";
import type { Corner } from "./lands";
import type { Sight } from "./sight";
import styles from "./annexations.module.css";

const nothing = () => () => {};

/** False on the server and until the script has taken over. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
}

const SIDES = [
  { side: "left", words: "Move to the west", sign: "←", across: -0.4, down: 0 },
  { side: "up", words: "Move to the north", sign: "↑", across: 0, down: -0.4 },
  { side: "down", words: "Move to the south", sign: "↓", across: 0, down: 0.4 },
  { side: "right", words: "Move to the east", sign: "→", across: 0.4, down: 0 },
] as const;

/**
 * The sheet that a map lies on, with its buttons: larger, smaller, all of it, and, when it is enlarged, to each side.
 * Fingers and drags are an extra. Without script it is the map alone.
 */
export function MapSheet({
  box,
  sight,
  corner,
  children,
}: {
  box: RefObject<HTMLDivElement | null>;
  sight: Sight;
  corner: Corner;
  children: ReactNode;
}) {
  const scripted = useScripted();
  return (
    // Keys reach this from what is inside; it takes no focus of its own.
    <div
      ref={box}
      className={`${styles.mapbox} ${sight.enlarged ? styles.enlarged : ""}`}
      onKeyDown={scripted ? sight.onKeyDown : undefined}
    >
      <MapBox>{children}</MapBox>
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
      {scripted && sight.enlarged ? (
        <div role="group" aria-label="Move the map">
          {SIDES.map(({ side, words, sign, across, down }) => (
            <button
              key={side}
              type="button"
              className={`btn icon ${styles.side} ${styles[`side-${side}`]}`}
              aria-label={words}
              aria-disabled={!sight.more[side]}
              onClick={() => sight.pan(across, down)}
            >
              {sign}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
