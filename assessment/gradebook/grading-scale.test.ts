import { describe, expect, test } from "vitest";
import { gradeOf, scaleProblems } from "./grading-scale";

const scale = [
  { from: 0.9, name: "A" },
  { from: 0.5, name: "C" },
  { from: 0.7, name: "B" },
  { from: 2 / 3, name: "C+" },
];

describe("a grading scale", () => {
  test.each([
    [1, "A"],
    [0.9, "A"],
    [0.1 + 0.2 + 0.6, "A"],
    [0.8996, "B"],
    [1 / 3 + 1 / 3, "C+"],
    [0.5, "C"],
    [0.499, null],
    [0, null],
  ])("names a share of %d %s", (share, name) => {
    expect(gradeOf(scale, share)).toBe(name);
  });

  test.each([
    [[], ["null no-steps"]],
    [[{ from: 0, name: "all" }], []],
    [scale, ["null nothing-from-zero"]],
    [[{ from: 0, name: " " }], ["0 no-name"]],
    [
      [
        { from: 0, name: "F" },
        { from: 90, name: "A" },
      ],
      ["1 not-a-share"],
    ],
    [
      [
        { from: 0, name: "F" },
        { from: Number.NaN, name: "A" },
      ],
      ["1 not-a-share"],
    ],
    [
      [
        { from: 0, name: "A" },
        { from: 0, name: "a" },
      ],
      ["1 same-from", "1 same-name"],
    ],
  ])("%j: %j", (steps, expected) => {
    expect(scaleProblems(steps).map(({ step, code }) => `${step} ${code}`)).toEqual(expected);
  });
});
