import { expect, test } from "vitest";
import type { Figure } from "@/facts/base";
import { quotedNumber, readingForm } from "./quoted-number";

test.each([
  [25_000, "25,000"],
  [999_999, "999,999"],
  [1_000_000, "1 million"],
  [26_600_000, "26.6 million"],
  [1_950_000, "1.95 million"],
  [1_102_800, "1,102,800"],
  [8_668_400, "8,668,400"],
  [11_000_000_000, "11 billion"],
  [11.5, "11.5"],
])("%d reads %s", (value, text) => expect(readingForm(value).replaceAll("\u00A0", " ")).toBe(text));

const figure = (numbers: Pick<Figure, "low" | "high" | "best">): Figure => ({
  id: "losses",
  type: "figure",
  name: "The losses",
  statement: "Many died.",
  what: "dead",
  unit: "people",
  estimateBy: "A historian",
  sources: ["K"],
  confidence: "M",
  revision: 1,
  ...numbers,
});

test.each([
  [{ best: 7_000_000, low: 5_700_000, high: 8_000_000 }, undefined, "7 million"],
  [{ best: 7_000_000, low: 5_700_000, high: 8_000_000 }, "range", "5.7 to 8 million"],
  [{ low: 126_875, high: 167_976 }, undefined, "126,875 to 167,976"],
  [{ low: 900_000, high: 2_000_000 }, undefined, "900,000 to 2 million"],
  [{ low: 81_100 }, undefined, "81,100"],
  [{ low: 81_100, high: 95_400 }, "high", "95,400"],
] as const)("%j as %s is %s", (numbers, form, text) => {
  const found = quotedNumber(figure(numbers), form);
  expect("text" in found && found.text.replaceAll("\u00A0", " ")).toBe(text);
});
