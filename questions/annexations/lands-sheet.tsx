import { useId } from "react";
import { MapBox, MapCanvas, viewOf, viewOfLands } from "@/ui/map";
import styles from "./annexations.module.css";
import { Fills, lettered, Letters, Outlines, places, type Looks } from "./lands";
import type { PickBody, TakerBody } from "./schema";

/** The map with the lands of a question, lettered, to look at. `looks` leaves out what is only on offer. */
export function LandsSheet({
  body,
  looks,
  title,
  description,
}: {
  body: PickBody | TakerBody;
  looks: Looks;
  title: string;
  description: string;
}) {
  const lands = body.territories;
  const view = body.frame ? viewOf(body.frame) : viewOfLands(lands.map(({ id }) => id));
  const placed = places(lands, view, view);
  // Ids within the map: several of them may stand on one page.
  const id = `map-${useId().replace(/[^A-Za-z0-9]/g, "")}`;
  return (
    <div className={styles.reviewed}>
      <MapBox>
        <MapCanvas
          id={id}
          view={view}
          title={title}
          description={description}
          type="figure"
          wanted={lettered(lands, placed, view, body.cities)}
          land={<Fills id={id} lands={lands} looks={looks} view={view} />}
        >
          <Outlines lands={lands} looks={looks} />
          <Letters lands={lands} looks={looks} view={view} placed={placed} />
        </MapCanvas>
      </MapBox>
    </div>
  );
}
