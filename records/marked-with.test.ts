import { expect, test } from "vitest";

import { markedWith, type ResponseChange } from "./marked-with";

const options = ["a", "b", "c"].map((id) => ({ id, text: id.toUpperCase() }));
const item = {
  kind: "single-choice",
  body: { options },
  key: { options: options.map(({ id }) => ({ id, fraction: id === "a" ? 1 : 0 })) },
};
const also = (choice: string, neverLower = false): ResponseChange => ({
  change: { what: "accept", response: { choice }, part: null },
  neverLower,
});
const instead = (choice: string, neverLower = false): ResponseChange => ({
  change: { what: "replace", response: { choice }, part: null },
  neverLower,
});
const version = (right: string, neverLower = false): ResponseChange => ({
  change: { what: "version", key: { options: options.map(({ id }) => ({ id, fraction: id === right ? 1 : 0 })) } },
  neverLower,
});

test.each<[string, ResponseChange[], string]>([
  ["without changes the key alone", [], "100"],
  ["too", [also("b")], "110"],
  ["instead", [instead("b")], "010"],
  ["another key", [version("c")], "001"],
  ["what was accepted counts under a later key too", [also("b"), version("c")], "011"],
  ["and not once another answer is put in its place", [also("b"), instead("c")], "001"],
  ["a later key puts its own in the place of that", [instead("b"), version("c")], "001"],
  ["a key that is none of this question's changes nothing", [{ ...version("z") }], "100"],
  ["never lower: who had it keeps it", [instead("b", true)], "110"],
  ["through a later change that is not about them", [instead("b", true), also("c")], "111"],
  ["until one that is", [instead("b", true), also("a"), instead("b")], "010"],
])("%s", (_, changes, expected) => {
  const marks = options.map(({ id }) => markedWith({ ...item, fields: { choice: [id] } }, changes).points);
  expect(marks.join("")).toBe(expected);
});
