import { expect, test } from "vitest";
import { worthALook } from "./worth-a-look";

test.each<[string, number, number | null, number | null, ReturnType<typeof worthALook>]>([
  ["most of its points were missed", 20, 0.4, 0.3, "hard"],
  ["half of them were not", 20, 0.5, 0.3, null],
  ["who knew more did worse at it, though it was easy", 20, 0.9, -0.1, "odd"],
  ["everybody earned the same", 20, 1, null, null],
  ["nobody earned anything", 20, 0, null, "hard"],
  ["four attempts say nothing", 4, 0, -1, null],
  ["it is worth no points", 20, null, null, null],
])("%s", (_, attempts, facility, discrimination, why) =>
  expect(worthALook({ attempts, facility, discrimination })).toBe(why),
);
