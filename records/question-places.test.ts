import { expect, test } from "vitest";
import { placesOf, type Slot } from "./question-places";

const slot = (quiz: string, position: number, item: string, version = 1): Slot => {
  return { quizVersionId: quiz, position, itemId: item, itemVersionId: `${item}@${version}` };
};

test("parallel questions, and the versions of one, share a place", () => {
  const places = placesOf([
    slot("one", 1, "a"),
    slot("one", 2, "b~1"),
    slot("one", 2, "b~2"),
    slot("two", 1, "c"),
    slot("two", 2, "a", 2),
    slot("two", 3, "b~1"),
    slot("two", 3, "b~3"),
  ]);
  expect(places.get("a@1")).toBe(places.get("a@2"));
  expect(new Set(["b~1@1", "b~2@1", "b~3@1"].map((each) => places.get(each))).size).toBe(1);
  expect(new Set(places.values()).size).toBe(3);
});

test("where a slot was taken apart, each question stands by itself", () => {
  const places = placesOf([slot("one", 1, "a"), slot("one", 1, "b"), slot("two", 1, "a"), slot("two", 2, "b")]);
  expect(places.get("a@1")).not.toBe(places.get("b@1"));
});
