import { describe, expect, it } from "vitest";
import multichoice from "@/test/vectors/grading/multichoice.json";
import truefalse from "@/test/vectors/grading/truefalse.json";
import { grade } from "./grade";
import { read } from "./read";
import type { Body, Key } from "./schema";

/** Where our rule differs on purpose. */
const onPurpose = [
  {
    name: "A choice worth less than nothing",
    reason: "There it takes marks from other questions; here a question is worth 0 at least, and only certainty costs.",
    ours: (theirs: number) => Math.max(0, theirs),
  },
];

const item = (choices: Record<string, number>) => {
  const ids = Object.keys(choices);
  return {
    body: { options: ids.map((id) => ({ id, text: id })) } satisfies Body,
    key: { options: ids.map((id) => ({ id, fraction: choices[id]! })) } satisfies Key,
  };
};

function earned(choice: string, { body, key }: { body: Body; key: Key }): number {
  const reading = read({ choice: [choice] }, body);
  if (reading.state !== "read") throw new Error(reading.state);
  const outcome = grade(reading.response, key, body);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome.fraction;
}

describe("single choice, as Moodle's tests expect it", () => {
  const cases = multichoice.gradeCases.filter(({ question }) => question.type === "single");
  it.each(cases)("$question.choices: $selected is worth $fraction", ({ question, selected, fraction }) => {
    const choices = question.choices as Record<string, number>;
    const [floor] = onPurpose;
    expect(earned(selected[0]!, item(choices))).toBeCloseTo(floor!.ours(fraction), 6);
  });

  it.each(multichoice.completeCases.filter(({ type }) => type === "single"))(
    "$selected: complete is $complete",
    ({ selected, complete }) => {
      const { body } = item({ A: 1, B: 0 });
      const chosen = (selected ?? []).map((each) => body.options[Number(each.replace("index ", ""))]!.id);
      expect(read({ choice: chosen }, body).state === "read").toBe(complete);
    },
  );
});

describe("true or false, as Moodle's tests expect it", () => {
  it.each(truefalse.gradeCases)("$correct answered with $response is worth $fraction", (each) => {
    const body: Body = {
      truth: true,
      options: [
        { id: "true", text: "True" },
        { id: "false", text: "False" },
      ],
    };
    const key: Key = {
      options: ["true", "false"].map((id) => ({ id, fraction: id === String(each.correct) ? 1 : 0 })),
    };
    expect(earned(String(each.response), { body, key })).toBe(each.fraction);
  });
});
