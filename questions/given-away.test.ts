import { expect, it } from "vitest";
import { givesAway } from "./given-away";

it.each([
  ["Who signed the Molotov-Ribbentrop Pact?", ["Molotov"], true],
  ["What did МО́ЛОТОВ sign?", ["Молотов"], true],
  ["Which bank of the river did they reach?", ["an"], false],
  ["Which treaty was signed in Moscow?", ["Moscow", "Berlin"], true],
  ["Which treaty was signed first?", ["Moscow"], false],
  ["Which treaty was signed first?", ["", "?!"], false],
])("'%s' with the answers %j: %s", (prompt, answers, given) => {
  expect(givesAway(prompt, answers)).toBe(given);
});
