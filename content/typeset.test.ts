import { describe, expect, test } from "vitest";
import { typeset, typesetAll } from "./typeset";

describe("House style of set text", () => {
  test.each([
    ["'in the event'", "‘in the event’"],
    ['He said "no".', "He said “no”."],
    ["Britain's and the Poles' part", "Britain’s and the Poles’ part"],
    ["(it wasn't 'new')", "(it wasn’t ‘new’)"],
    ["\"'Peace' is the word\"", "“‘Peace’ is the word”"],
    ["one - two -- three", "one – two – three"],
    ["and then...", "and then…"],
    ["non-aggression, 1938-1940", "non-aggression, 1938-1940"],
  ])("%s is set as %s", (typed, set) => {
    expect(typeset(typed)).toBe(set);
  });

  test("A day never parts from its month at the end of a line", () => {
    expect(typeset("On 23 August 1939, 29 to 30 September")).toBe("On 23\u00A0August 1939, 29 to 30\u00A0September");
  });

  test("Text that is set already is left as it is", () => {
    for (const text of ["‘No’, he said – ‘never’", "from 23 August to “today”…", "It’s 5 May"]) {
      expect(typeset(typeset(text))).toBe(typeset(text));
    }
  });

  test("All texts of a value are set and its keys are left alone", () => {
    expect(typesetAll({ "it's": ["it's", 3, null] })).toEqual({ "it's": ["it’s", 3, null] });
  });
});
