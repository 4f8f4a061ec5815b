import { describe, expect, it } from "vitest";
import { foldUnit, readNumber } from "@/facts/numbers";
import vectors from "@/test/vectors/grading/numerical.json";
import { grade } from "./grade";
import { read } from "./read";
import type { Body, Key, Tolerance } from "./schema";
import { within } from "./tolerance";

/**
 * Numerical vectors re-stated from Moodle's own tests (test/vectors/grading). No case here has another outcome by our
 * rules.
 *
 * Rules that differ on purpose, though no case here meets them:
 * - A unit that is known and makes another number of the answer makes it wrong, also where units are optional:
 *   '3.14 cm' is not 3.14 m. There, the bare number counts.
 * - Units may stand before or after the number, whatever the question says.
 * - A comma alone before other than three digits parts decimals: '12,34' is 12.34 and not 1,234; '1,2,3' is no number.
 * - 'm' is a million where metres are not among the units.
 */
type Type = "nominal" | "relative" | "geometric";
const tolerance = (type: Type, by: number): Tolerance => ({ type: type === "nominal" ? "absolute" : type, by });

/** Units of their kind: how many of each are one of the first. */
function unitsOf(units: Record<string, number>, rule: "optional" | "required" | "graded", entry: "typed" | "chosen") {
  const names = Object.keys(units);
  return {
    body: names.length === 0 ? undefined : { entry, rule, units: names.map((name) => ({ id: name, names: [name] })) },
    times: Object.fromEntries(names.map((name) => [name, 1 / units[name]!])),
  };
}

describe("tolerance", () => {
  it.each(vectors.toleranceCases)("$response within $tolerance ($toleranceType) of $answer: $within", (each) => {
    expect(within(each.response, each.answer, tolerance(each.toleranceType as Type, each.tolerance ?? 0))).toBe(
      each.within,
    );
  });
});

describe("the parts of a number", () => {
  it.each(vectors.parseCases)("$input", (each) => {
    // The units of the cases: 'm' is a metre among them, and a million elsewhere.
    const reading = readNumber(each.input, { units: ["m", "cm"] });
    if (each.beforePoint === null) return expect(reading.state).not.toBe("read");
    expect(reading).toMatchObject({
      state: "read",
      written: { whole: each.beforePoint, decimals: each.decimals, exponent: each.exponent },
      unit: each.unit,
    });
  });
});

describe("units", () => {
  interface UnitCase {
    units: Record<string, number>;
    input: string;
    value: number | null;
    unit: string | null;
    multiplier: number | null;
    separateUnit?: string;
    decimalPoint?: string;
  }
  it.each(vectors.unitCases as unknown as UnitCase[])("$input", (each) => {
    const names = Object.keys(each.units);
    const reading = readNumber(each.input, {
      units: names.map(foldUnit),
      decimal: each.decimalPoint === "," ? "," : ".",
    });
    if (each.value === null) return expect(reading.state).toBe("unreadable");
    if (reading.state !== "read") throw new Error(reading.state);
    expect(within(reading.low, each.value, tolerance("relative", vectors.meta.defaults.valueDelta))).toBe(true);
    const unit = each.separateUnit ?? reading.unit;
    expect(unit).toBe(each.unit);
    const { times } = unitsOf(each.units, "optional", "typed");
    if (each.multiplier === null) expect(times[unit]).toBeUndefined();
    else expect(times[unit]).toBeCloseTo(each.multiplier, 4);
  });
});

describe("grading", () => {
  interface GradeCase {
    id: string;
    question: {
      answers: { value: string; fraction: number; tolerance?: number; toleranceType?: Type }[];
      units?: Record<string, number>;
      unitGrading?: "optional" | "required" | "graded" | "none";
      unitPenalty?: number;
      unitPenaltyOf?: "response mark" | "question maximum";
    };
    response: { answer: string; unit?: string };
    fraction: number;
  }
  it.each((vectors.gradeCases as unknown as GradeCase[]).map((each) => [each.id, each.response, each] as const))(
    "%s %j",
    (_, response, { question, fraction }) => {
      const rule =
        question.unitGrading === "graded" || question.unitGrading === "required" ? question.unitGrading : "optional";
      const entry = response.unit === undefined ? "typed" : "chosen";
      const unit = unitsOf(question.units ?? {}, rule, entry);
      const body: Body = { decimal: ".", ...(unit.body ? { unit: unit.body } : {}) };
      const key: Key = {
        answers: question.answers.map(({ value, fraction, tolerance: by = 0, toleranceType = "nominal" }) =>
          value === "*"
            ? { value: 0, tolerance: { type: "any" }, fraction }
            : { value: Number(value), tolerance: tolerance(toleranceType, by), fraction },
        ),
        times: unit.times,
        penalty: {
          share: question.unitPenalty ?? 0,
          of: question.unitPenaltyOf === "question maximum" ? "question" : "answer",
        },
        confusable: [],
      };
      const reading = read(
        { text: [response.answer], ...(response.unit === undefined ? {} : { unit: [response.unit] }) },
        body,
      );
      const outcome = reading.state === "read" ? grade(reading.response, key, body) : reading;
      expect(outcome).toMatchObject({ state: "scored" });
      if (outcome.state === "scored") expect(outcome.fraction).toBeCloseTo(fraction, 6);
    },
  );
});
