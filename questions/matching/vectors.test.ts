import { describe, expect, it } from "vitest";
import match from "@/test/vectors/grading/match.json";
import { grade } from "./grade";
import { read } from "./read";
import type { Body, Key } from "./schema";

// Nothing differs on purpose: an equal share for each stem, nothing for an empty one, each choice offered once.

describe("matching, as Moodle's tests expect it", () => {
  it.each(match.gradeCases)("$response is worth $fraction", ({ question, response, fraction }) => {
    const stems = Object.entries(question.stems);
    const choices = [...new Set(question.choices)];
    const body: Body = {
      mode: "match",
      stems: stems.map(([id]) => ({ id, text: id })),
      choices: choices.map((id) => ({ id, text: id })),
    };
    const key: Key = { pairs: stems.map(([stem, choice]) => ({ stem, choices: [choice] })) };
    const fields = Object.fromEntries(Object.entries(response).map(([stem, choice]) => [stem, [choice ?? ""]]));
    const reading = read(fields, body);
    const earned = reading.state === "read" ? grade(reading.response, key, body) : reading;
    if (earned.state === "blank") expect(fraction).toBe(0);
    else expect(earned).toMatchObject({ state: "scored", fraction: expect.closeTo(fraction, 6) });
  });
});
