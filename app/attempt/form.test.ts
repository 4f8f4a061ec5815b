import { describe, expect, test } from "vitest";
import { destination, fieldsOf, flagSent, sameFields } from "./form";

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
