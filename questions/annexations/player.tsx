"use client";

import type { PlayerProps } from "../contract";
import { PickPlayer } from "./player-pick";
import { PlacePlayer } from "./player-place";
import { TakerPlayer } from "./player-taker";
import type { Body } from "./schema";

/** By task: lands to mark, takers to name, a city to place. The list answers all of it; the map is another way. */
export default function AnnexationsPlayer({ body, ...props }: PlayerProps<Body>) {
  if (body.task === "taker") return <TakerPlayer body={body} {...props} />;
  if (body.task === "place") return <PlacePlayer body={body} {...props} />;
  return <PickPlayer body={body} {...props} />;
}
