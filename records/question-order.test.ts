import { expect, test } from "vitest";
import { shownOrder } from "./question-order";

const paper = [1, 2, 3, 4, 5, 6];

test("without shuffling the order is the paper's, whatever the seed and however the rows came", () =>
  expect(shownOrder([4, 2, 6, 1, 3, 5], { seed: 7, shuffle: false })).toEqual(paper));

test("shuffled, every question is there once, and the same attempt always shows the same order", () => {
  for (let seed = 0; seed < 50; seed++) {
    const order = shownOrder(paper, { seed, shuffle: true });
    expect([...order].sort()).toEqual(paper);
    expect(shownOrder([...paper].reverse(), { seed, shuffle: true })).toEqual(order);
  }
});

test("shuffled, each question comes first about as often as any other", () => {
  const first = new Map(paper.map((position) => [position, 0]));
  for (let seed = 0; seed < 6000; seed++) {
    const [position] = shownOrder(paper, { seed: seed * 7919, shuffle: true });
    first.set(position!, first.get(position!)! + 1);
  }
  for (const times of first.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});
