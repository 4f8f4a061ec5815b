import { expect, test } from "vitest";
import { rulesInWords } from "./rules";

const plain = { certainty: false, tries: 1, penalty: 0 };

test("An ordinary quiz is marked at the end, and a wrong answer takes nothing", () => {
  expect(rulesInWords(plain)).toBe(
    "Your answers are marked when you hand in. A wrong answer gives nothing, and takes nothing away from other questions.",
  );
});

test.each([
  [{ tries: 3, penalty: 1 / 3 }, "checked 3 times before you hand in. Each try after the first costs a third of the"],
  [{ tries: 2, penalty: 0 }, "checked twice before you hand in. The second try costs nothing."],
  [{ tries: 2, penalty: 1 }, "The second try costs all the question’s points."],
])("Tries are told with what each costs: %o", (rules, words) => {
  expect(rulesInWords({ ...plain, ...rules })).toContain(words);
});

test("Certainty is told, and that a blank is safe", () => {
  const words = rulesInWords({ ...plain, certainty: true });
  expect(words).toContain("how sure you are");
  expect(words).toContain("What you leave blank gives and takes nothing.");
  expect(words).not.toContain("takes nothing away");
});
