import { expect, test } from "vitest";
import { cameAlongWords } from "./came-along";

const at = new Date("2026-09-01T06:00:00Z");
const [undated, due, opens] = [
  { opensAt: null, dueAt: null, closesAt: null },
  { opensAt: null, dueAt: at, closesAt: null },
  { opensAt: at, dueAt: at, closesAt: at },
];

test("A copied class says how many assignments came along, and that without dates they are open to whoever joins", () => {
  expect(cameAlongWords([])).toBe("No assignments came along.");
  expect(cameAlongWords([undated])).toBe(
    "1 assignment came along. It has no dates yet: set them before learners join.",
  );
  expect(cameAlongWords([undated, undated, undated])).toBe(
    "3 assignments came along. They have no dates yet: set them before learners join.",
  );
});

test("Where the dates came along too, it names those that have none", () => {
  expect(cameAlongWords([opens])).toBe("1 assignment came along with its dates.");
  expect(cameAlongWords([opens, due])).toBe("2 assignments came along with their dates.");
  expect(cameAlongWords([opens, due, undated])).toBe(
    "3 assignments came along. 1 of them has no dates: set them before learners join.",
  );
  expect(cameAlongWords([undated, due, undated])).toBe(
    "3 assignments came along. 2 of them have no dates: set them before learners join.",
  );
});
