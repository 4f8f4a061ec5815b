import type { Outcome } from "../contract";
import { gradePicks } from "./grade-picks";
import { gradePlace } from "./grade-place";
import { gradeTakers } from "./grade-takers";
import type { Body, Key, Response } from "./schema";

/** By task; an answer to another one is malformed. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  if (body.task === "taker") {
    if (key.task === "taker" && "takers" in response) return gradeTakers(response.takers, key, body);
  } else if (body.task === "place") {
    if (key.task === "place" && ("at" in response || "square" in response)) return gradePlace(response, key, body);
  } else if (key.task !== "taker" && key.task !== "place" && "territories" in response) {
    return gradePicks(response.territories, key, body);
  }
  return { state: "malformed", why: "This answer belongs to another question." };
}
