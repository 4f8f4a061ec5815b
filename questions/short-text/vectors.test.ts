import { describe, expect, it } from "vitest";
import vectors from "@/test/vectors/grading/shortanswer.json";
import { grade } from "./grade";
import { firstFitting, fits } from "./pattern";
import { read } from "./read";
import type { Body, Key } from "./schema";

/**
 * Short-answer vectors re-stated from Moodle's own tests (test/vectors/grading).
 *
 * Rules that differ on purpose, though no case here meets them:
 * - White space and invisible marks alone are a blank, not an answer.
 * - A star stands for line breaks too.
 */
const body: Body = { asks: "text", namesakes: [] };

describe("patterns", () => {
  it.each(vectors.matchCases)("'$response' fits '$pattern': $matches", ({ response, pattern, ignoreCase, matches }) => {
    expect(fits(response, pattern, !ignoreCase)).toBe(matches);
  });
});

describe("grading", () => {
  it.each(vectors.gradeCases)("$response", ({ question, response, fraction }) => {
    expect(firstFitting(response, question.answers, question.caseSensitive)?.fraction ?? 0).toBe(fraction);
    const key: Key = {
      right: [],
      patterns: question.answers,
      caseSensitive: question.caseSensitive,
      others: [],
      slips: { forgiven: false, cost: 0 },
      namesakes: "ask",
    };
    const reading = read({ text: [response] }, body);
    const outcome = reading.state === "read" ? grade(reading.response, key, body) : reading;
    expect(outcome).toMatchObject({ state: "scored", fraction });
  });
});

describe("whether something was answered", () => {
  it.each(vectors.completeCases as { response: string | null; complete: boolean }[])("$response: $complete", (each) => {
    const reading = read(each.response === null ? {} : { text: [each.response] }, body);
    expect(reading.state).toBe(each.complete ? "read" : "blank");
  });

  it("'0' is an answer", () => expect(read({ text: ["0"] }, body).state).toBe("read"));
});
