import { describe, expect, test } from "vitest";
import { destination, fieldsOf, flagSent, goOnPage, positionsIn, questionAddress, sameFields } from "./form";

describe("the form of a question", () => {
  test("gives only the fields of that question, without their prefix", () => {
    expect(fieldsOf({ "q3.text": ["1939"], "q31.text": ["x"], go: ["4"] }, 3)).toEqual({ text: ["1939"] });
  });

  test("leads where its button says, and nowhere else", () => {
    expect(destination("a", 3, "4")).toBe("/attempts/a/4#question");
    expect(destination("a", 3, "check")).toBe("/attempts/a/check");
    for (const go of ["stay", "flag", undefined, "//evil.example", "-1", "4/../../x"]) {
      expect(destination("a", 3, go)).toBe("/attempts/a/3#question");
    }
  });

  test("changes the flag only by its own button", () => {
    expect(["flag", "unflag", "4", undefined].map(flagSent)).toEqual([true, false, undefined, undefined]);
  });

  test("that was not touched says the same as one never sent", () => {
    expect(sameFields({ text: [""] }, {})).toBe(true);
    expect(sameFields({ name: ["", "Molotov", ""] }, { name: ["Molotov"] })).toBe(true);
    expect(sameFields({ choice: ["a"] }, { choice: ["b"] })).toBe(false);
  });
});

test.each([
  ["try.3", "try", 3],
  ["unflag.12", "unflag", 12],
  ["check", "check", null],
  ["stay", "stay", null],
  ["try.0", "", null],
  ["try.3.4", "", null],
  ["3", "", null],
  [undefined, "", null],
])("on the page of all questions '%s' asks to %s question %s", (go, what, at) =>
  expect(goOnPage(go)).toEqual({ what, at }),
);

test("The questions of a whole page are those whose version it names", () =>
  expect(
    positionsIn({ "version.1": ["a"], "version.12": ["b"], "version.x": ["c"], "q3.text": ["d"], go: ["4"] }),
  ).toEqual([1, 12]));

test("A question stands on a page of its own, or at its place on the one page", () => {
  expect(questionAddress({ id: "a", rules: {} }, 3)).toBe("/attempts/a/3#question");
  expect(questionAddress({ id: "a", rules: { onePage: true } }, 3)).toBe("/attempts/a/all#q3");
});
