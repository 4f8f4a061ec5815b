import type { ReviewProps } from "../contract";
import { degreesText } from "./net";
import { PickReview, TakerReview } from "./review-lands";
import { PlaceReview } from "./review-place";
import type { Body, Key, Response } from "./schema";

/** By task. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  if (body.task === "taker" && key_.task === "taker")
    return <TakerReview body={body} key_={key_} takers={response && "takers" in response ? response.takers : null} />;
  if (body.task === "place" && key_.task === "place")
    return (
      <PlaceReview
        body={body}
        key_={key_}
        response={response && ("at" in response || "square" in response) ? response : null}
      />
    );
  if (body.task !== "taker" && body.task !== "place" && key_.task !== "taker" && key_.task !== "place")
    return (
      <PickReview body={body} key_={key_} marks={response && "territories" in response ? response.territories : null} />
    );
  return null;
}

/** The answer in one line of plain text, for tables. */
export function summary(response: Response, body: Body): string {
  if ("at" in response) return degreesText(response.at);
  if ("square" in response) return `Square ${response.square}`;
  if (body.task === "place") return "";
  const nameOf = (id: string) => body.territories.find((land) => land.id === id)?.name ?? id;
  if ("territories" in response)
    return body.territories
      .filter(({ id }) => response.territories.includes(id))
      .map(({ name }) => name)
      .join("; ");
  const states = body.task === "taker" ? body.states : [];
  return response.takers
    .map(({ territory, state }) => `${nameOf(territory)}: ${states.find(({ id }) => id === state)?.name ?? state}`)
    .join("; ");
}
