"use client";

import { useMemo, useRef } from "react";
import { MapCanvas, viewOf, viewOfLands } from "@/ui/map";
import { Fills, freeCorner, lettered, letterOf, Letters, Outlines, places, type Control, type Looks } from "./lands";
import type { PickBody, TakerBody } from "./schema";
import { MapSheet, useScripted } from "./sheet";
import { useSight } from "./sight";
import styles from "./annexations.module.css";

/** The map with the lands of a question, lettered A, B, C as the list beside it; with script it can be pressed and
 * enlarged. */
export function LandsMap({
  id,
  body,
  looks,
  as,
  onPick,
  keys,
}: {
  id: string;
  body: PickBody | TakerBody;
  looks: Looks;
  as: Control["as"];
  onPick(land: string): void;
  /** What keys do, in a sentence. */
  keys: string;
}) {
  const lands = body.territories;
  const home = useMemo(
    () => (body.frame ? viewOf(body.frame) : viewOfLands(lands.map((land) => land.id))),
    [body.frame, lands],
  );
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(home, box);
  const scripted = useScripted();
  const pick = (land: string) => {
    // The end of a drag is no press.
    if (!sight.dragged.current) onPick(land);
  };

  const corner = useMemo(() => freeCorner(places(lands, home, home), home), [lands, home]);
  const placed = useMemo(() => places(lands, sight.view, home), [lands, sight.view, home]);
  const wanted = useMemo(
    () => lettered(lands, placed, sight.view, body.cities, corner),
    [lands, placed, sight.view, body.cities, corner],
  );

  return (
    <div className={styles.mapside}>
      <MapSheet box={box} sight={sight} corner={corner}>
        <MapCanvas
          id={id}
          view={sight.view}
          title={`Map of Europe in 1938 with ${lands.length} territories, A to ${letterOf(lands.length - 1)}`}
          description="The same territories are in the list after the map, each with a line that says where it lies."
          interactive={scripted && as === "checkbox"}
          wanted={wanted}
          land={<Fills id={id} lands={lands} looks={looks} view={sight.view} onPick={scripted ? pick : undefined} />}
        >
          <Outlines lands={lands} looks={looks} />
          <Letters
            lands={lands}
            looks={looks}
            view={sight.view}
            placed={placed}
            control={scripted ? { as, onPick: pick, onReach: ({ at }) => sight.reach(at) } : undefined}
          />
        </MapCanvas>
      </MapSheet>
      <p className={`meta ${styles.below}`}>
        <span>Borders of September 1938.</span>
        {scripted ? <span className={styles.keys}>{keys}</span> : null}
      </p>
    </div>
  );
}
