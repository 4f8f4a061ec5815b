import { expect, test } from "vitest";
import { paperAddress, paperWanted } from "./wanted";

test("an address names a paper and perhaps an edition, and without either it is paper A of today", () => {
  expect(paperWanted({})).toEqual({ paper: "A", edition: undefined });
  expect(paperWanted({ paper: "C", edition: "0a1b2c3d" })).toEqual({ paper: "C", edition: "0a1b2c3d" });
  expect(paperWanted({ paper: ["A", "B"], edition: ["0a1b2c3d"] })).toEqual({ paper: "", edition: "" });
  expect(paperAddress("key", { quizId: "munich", paper: "B", edition: "0a1b2c3d" })).toBe(
    "/quizzes/munich/key?paper=B&edition=0a1b2c3d",
  );
  expect(paperAddress("print", { quizId: "munich", paper: "A" })).toBe("/quizzes/munich/print?paper=A");
});
