import { expect, test } from "vitest";
import { plainRules, rulesFor } from "./rules";

const strict = { certainty: true, tries: 2, penalty: 0.5 };

test.each([
  ["without a choice the quiz's rules hold", plainRules, {}, plainRules, false],
  [
    "and so they do when the choice is what the quiz asks anyway",
    strict,
    { certainty: true, check: true },
    strict,
    false,
  ],
  [
    "who wants to say how sure they are practises",
    plainRules,
    { certainty: true },
    { ...plainRules, certainty: true },
    true,
  ],
  [
    "who wants each answer checked gets three tries at a third each, and practises",
    plainRules,
    { check: true },
    { certainty: false, tries: 3, penalty: 1 / 3 },
    true,
  ],
  ["both at once", plainRules, { certainty: true, check: true }, { certainty: true, tries: 3, penalty: 1 / 3 }, true],
  ["a choice takes nothing away from the quiz's rules", strict, { certainty: false, check: false }, strict, false],
])("%s", (_, quiz, chosen, rules, practice) => {
  expect(rulesFor(quiz, chosen)).toEqual({ rules, practice });
});
