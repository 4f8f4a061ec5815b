"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { MapCanvas, project, unproject, viewOf, type Point, type View } from "@/ui/map";
import type { PlayerProps } from "../contract";
import { degreesText, pointText, readPoint, squareAt } from "./net";
import { Pin, pinPlaces, squareNames, Squares } from "./net-map";
import type { PlaceBody } from "./schema";
import { MapSheet, useScripted } from "./sheet";
import { useSight } from "./sight";
import styles from "./annexations.module.css";

const CORNER = { x: "right", y: "top" } as const;
/** The zoom buttons, in pixels of a map 680 px wide. */
const BUTTONS = { wide: 62, tall: 162 };
/** How far an arrow key moves the pin, in shares of what is in sight; with Shift a fifth of it. */
const STEP = 0.025;

/**
 * A city to place: by a pin on the map, with pointer or arrow keys, or by the square in a list that says of each where
 * it lies. The list's choice says which of the two counts.
 */
export function PlacePlayer({ name, body, fields, labelledBy }: PlayerProps<PlaceBody>) {
  const scripted = useScripted();
  const home = useMemo(() => viewOf(body.frame), [body.frame]);
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(home, box);
  const list = useRef<HTMLSelectElement>(null);
  const point = useRef<HTMLInputElement>(null);
  const id = `map-${name}`;

  const savedPoint = fields.at?.[0] ?? "";
  const savedSquare = fields.square?.[0] ?? (savedPoint === "" ? "" : "point");
  const [answer, setAnswer] = useState({ square: savedSquare, at: savedPoint });
  const sync = useCallback(() => setAnswer({ square: list.current?.value ?? "", at: point.current?.value ?? "" }), []);
  // What was chosen before the script came counts.
  useEffect(sync, [sync]);

  const put = (at: Point) => {
    if (!list.current || !point.current) return;
    point.current.value = pointText(unproject(within(home, at)));
    list.current.value = "point";
    list.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const clear = () => {
    if (!list.current || !point.current) return;
    point.current.value = "";
    list.current.value = "";
    list.current.dispatchEvent(new Event("input", { bubbles: true }));
    list.current.focus();
  };

  const at = useMemo(() => (answer.square === "point" ? readPoint(answer.at) : undefined), [answer]);
  const pin = at && project(...at);
  const square = at ? squareAt(body.net, at) : answer.square;
  const chosen = body.squares.find((each) => each.id === square);
  const middle: Point = [sight.view.x + sight.view.width / 2, sight.view.y + sight.view.height / 2];

  const press = (event: MouseEvent<SVGElement>) => {
    const frame = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!frame || sight.dragged.current) return;
    const { view } = sight;
    put([
      view.x + ((event.clientX - frame.left) / frame.width) * view.width,
      view.y + ((event.clientY - frame.top) / frame.height) * view.height,
    ]);
  };
  const nudge = (event: KeyboardEvent) => {
    const step = sight.view.width * (event.shiftKey ? STEP / 5 : STEP);
    const ways: Record<string, Point> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
      Enter: [0, 0],
      " ": [0, 0],
    };
    if (!Object.hasOwn(ways, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The map itself would move by the same keys.
    event.stopPropagation();
    const [dx, dy] = ways[event.key]!;
    const [x, y] = pin ?? middle;
    const next = within(home, [x + dx, y + dy]);
    put(next);
    sight.reach(next);
  };

  const wanted = useMemo(
    () => ({
      cities: body.cities,
      clear: [...squareNames(body, sight.view), ...pinPlaces(sight.view, at && project(...at))],
      corner: { ...CORNER, ...BUTTONS },
    }),
    [body, sight.view, at],
  );
  const placed = chosen
    ? `${at ? "The pin stands in square" : "Square"} ${chosen.id}. ${chosen.land}: ${chosen.where}.`
    : at
      ? `The pin stands at ${degreesText(at)}, outside the squares.`
      : "Not placed yet.";

  return (
    <div className={styles.player} data-wide>
      <p className={styles.hint}>The nearer, the more it earns. The map and the list of squares earn alike.</p>
      <div className={styles.two}>
        <div className={styles.mapside}>
          <MapSheet box={box} sight={sight} corner={CORNER}>
            <MapCanvas
              id={id}
              view={sight.view}
              title="Map of Europe in 1938 under a net of squares"
              description="The list after the map has every square on land, and says where it lies: it answers as the map does."
              interactive={scripted}
              wanted={wanted}
            >
              <Squares body={body} view={sight.view} chosen={at ? undefined : chosen?.id} />
              {scripted ? (
                <>
                  <rect {...sight.view} className={styles.ground} onClick={press} aria-hidden="true" />
                  <g
                    role="button"
                    tabIndex={0}
                    className={styles.handle}
                    aria-label={pin ? "Pin: arrow keys move it" : "Pin: Enter puts it here, arrow keys move it"}
                    aria-describedby={`${id}-placed`}
                    onKeyDown={nudge}
                    onClick={() => put(pin ?? middle)}
                    onFocus={() => pin && sight.reach(pin)}
                  >
                    <Pin at={pin ?? middle} view={sight.view} sort={pin ? "put" : "ghost"} />
                  </g>
                </>
              ) : pin ? (
                <g aria-hidden="true">
                  <Pin at={pin} view={sight.view} sort="put" />
                </g>
              ) : null}
            </MapCanvas>
          </MapSheet>
          <p className={`meta ${styles.below}`}>
            <span>Borders of September 1938.</span>
            {scripted ? (
              <span className={styles.keys}>
                Keys: Tab to the pin, arrows move it, with Shift finely; plus and minus zoom.
              </span>
            ) : null}
          </p>
        </div>
        <fieldset className={styles.list} id={`${id}-list`} aria-describedby={labelledBy} onInput={sync}>
          <legend>{scripted ? "Press the map, or choose a square" : "Choose a square"}</legend>
          <div className="field">
            <label htmlFor={`${id}-square`} className="vh">
              Square
            </label>
            <select
              ref={list}
              id={`${id}-square`}
              name={`${name}.square`}
              defaultValue={savedSquare}
              aria-describedby={`${id}-placed`}
            >
              <option value="">Not placed yet</option>
              {scripted || savedSquare === "point" ? <option value="point">The pin on the map</option> : null}
              {grouped(body.squares).map(([land, squares]) => (
                <optgroup key={land} label={land}>
                  {squares.map((each) => (
                    <option key={each.id} value={each.id}>
                      {`${each.id} ${each.where}`}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            {/* A hidden field has one value only, which is its default too. */}
            <input ref={point} type="hidden" name={`${name}.at`} defaultValue={answer.at} />
          </div>
          <p className={styles.placed} id={`${id}-placed`} role="status">
            {placed}
          </p>
          {scripted ? (
            <button type="button" className="btn quiet" aria-disabled={answer.square === ""} onClick={clear}>
              Take it off the map
            </button>
          ) : null}
        </fieldset>
      </div>
    </div>
  );
}

/** A point no farther out than the picture reaches. */
const within = ({ x, y, width, height }: View, [px, py]: Point): Point => [
  Math.min(Math.max(px, x), x + width),
  Math.min(Math.max(py, y), y + height),
];

/** Squares by the states they lie in, in the order in which they come. */
function grouped(squares: PlaceBody["squares"]): [string, PlaceBody["squares"]][] {
  const groups = new Map<string, PlaceBody["squares"]>();
  for (const each of squares) groups.set(each.land, [...(groups.get(each.land) ?? []), each]);
  return [...groups];
}
