import { describe, expect, it } from "vitest";
import multichoice from "@/test/vectors/grading/multichoice.json";
import { grade } from "./grade";
import { read } from "./read";
import type { Body, Key } from "./schema";

// Moodle's multiple answers are our rule 'weighted'. Nothing differs on purpose in what a tick is worth. What our authors
// may not write is graded all the same: wrong choices worth 0, with which ticking everything earns all.

const item = (choices: Record<string, number>) => {
  const ids = Object.keys(choices);
  return {
    body: { rule: "weighted", options: ids.map((id) => ({ id, text: id })) } satisfies Body,
    key: { options: ids.map((id) => ({ id, fraction: choices[id]! })) } satisfies Key,
  };
};

describe("weighted multiple choice, as Moodle's tests expect it", () => {
  const cases = multichoice.gradeCases.filter(({ question }) => question.type === "multi");
  it.each(cases)("$question.choices: $selected is worth $fraction", ({ question, selected, fraction }) => {
    const { body, key } = item(question.choices as Record<string, number>);
    const reading = read({ choice: selected }, body);
    const outcome = reading.state === "read" ? grade(reading.response, key, body) : reading;
    if (outcome.state === "blank") expect(fraction).toBe(0);
    else expect(outcome).toMatchObject({ state: "scored", fraction: expect.closeTo(fraction, 6) });
  });

  it.each(multichoice.completeCases.filter(({ type }) => type === "multi"))(
    "$selected: complete is $complete",
    ({ selected, complete }) => {
      const { body } = item({ A: 0.5, B: 0.5, C: -1 });
      const chosen = (selected ?? []).map((each) => body.options[Number(each.replace("index ", ""))]!.id);
      expect(read({ choice: chosen }, body).state === "read").toBe(complete);
    },
  );

  it("makes three thirds exactly one, with seven digits or all of them", () => {
    for (const third of [0.3333333, 1 / 3]) {
      const { body, key } = item({ A: third, B: third, C: third, D: -1 });
      expect(grade({ chosen: ["A", "B", "C"] }, key, body)).toMatchObject({ fraction: 1 });
    }
  });
});
