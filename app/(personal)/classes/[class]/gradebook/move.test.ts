import { describe, expect, test } from "vitest";
import { moved, type Place } from "./move";

describe("a key in a grid", () => {
  const size = { lines: 30, columns: 5 };
  // Nothing can be focused in the corner.
  const is = ({ line, column }: Place) => !(line === 0 && column === 0);
  const press = (line: number, column: number, key: string, control = false) => {
    const to = moved({ line, column }, key, control, size, is);
    return to && [to.line, to.column];
  };

  test.each([
    ["ArrowRight", [12, 3]],
    ["ArrowLeft", [12, 1]],
    ["ArrowDown", [13, 2]],
    ["ArrowUp", [11, 2]],
    ["Home", [12, 0]],
    ["End", [12, 4]],
    ["PageDown", [22, 2]],
    ["PageUp", [2, 2]],
  ])("%s leads from the middle to %j", (key, to) => {
    expect(press(12, 2, key)).toEqual(to);
  });

  test("leads to the corners with Control, and past what cannot be focused", () => {
    expect(press(12, 2, "Home", true)).toEqual([0, 1]);
    expect(press(12, 2, "End", true)).toEqual([29, 4]);
    expect(press(1, 0, "ArrowUp")).toBeNull();
  });

  test("stays at the edges, and goes as far as there is", () => {
    expect(press(12, 4, "ArrowRight")).toBeNull();
    expect(press(29, 2, "ArrowDown")).toBeNull();
    expect(press(25, 2, "PageDown")).toEqual([29, 2]);
    expect(press(5, 2, "PageUp")).toEqual([0, 2]);
    expect(press(5, 0, "PageUp")).toEqual([1, 0]);
  });

  test("is left alone when it is none of these", () => {
    expect(press(12, 2, "Enter")).toBeNull();
    expect(press(12, 2, "ArrowDown", true)).toBeNull();
  });
});
