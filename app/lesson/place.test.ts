import { expect, test } from "vitest";
import { forget, places, remember } from "./place";

const day = 24 * 60 * 60 * 1000;

function aStore(kept?: string) {
  let text = kept ?? null;
  return { getItem: () => text, setItem: (_: string, next: string) => void (text = next) };
}

const at = (lessonId: string, passage: string) => ({ lessonId, passage, words: passage });

test("the newest place of each lesson is remembered, the newest lesson first", () => {
  const store = aStore();
  remember(at("munich", "one"), store, 1);
  remember(at("pact", "one"), store, 2);
  remember(at("munich", "two"), store, 3);
  expect(places(store, 4).map(({ passage }) => passage)).toEqual(["two", "one"]);
  forget("munich", store, 5);
  expect(places(store, 6).map(({ lessonId }) => lessonId)).toEqual(["pact"]);
});

test("what is old, of the future, broken or out of reach is as nothing", () => {
  const store = aStore();
  remember(at("munich", "one"), store, 1);
  expect(places(store, 100 * day)).toEqual([]);
  expect(places(store, 0)).toEqual([]);
  for (const kept of ["{", "null", '{"a":1}', "[1,null,{}]", '[{"lessonId":1,"passage":"a","words":"a","at":1}]'])
    expect(places(aStore(kept), 2)).toEqual([]);
  const shut = {
    getItem: () => {
      throw new Error("forbidden");
    },
    setItem: () => {
      throw new Error("full");
    },
  };
  expect(places(shut, 1)).toEqual([]);
  expect(() => remember(at("munich", "one"), shut, 1)).not.toThrow();
  expect(places(undefined, 1)).toEqual([]);
});
