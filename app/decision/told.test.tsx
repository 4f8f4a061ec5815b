import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MarkChangeLine } from "@/records";
import { MarkChanges } from "./told";

const line: MarkChangeLine = {
  ...{
    changeId: "c",
    what: "accept",
    attemptId: "a",
    assignmentId: "s",
    undo: false,
    before: 0,
    after: 1,
    positions: [3],
  },
  ...{
    reason: "The lesson has it",
    note: "It counts now.",
    by: "Ilze",
    at: new Date("2026-10-05T10:00:00Z"),
    undone: null,
  },
};
const words = (lines: MarkChangeLine[]) =>
  renderToStaticMarkup(<MarkChanges lines={lines} timeZone="Europe/Riga" how={false} />).replace(/<[^>]+>/g, "");

test("A change of marking says what it did, why, what was said of it, by whom and when; taken back, that too, on the same line", () => {
  expect(words([line])).toBe(
    "Question 3 is marked anew: 1 point moreWhy: The lesson has itIt counts now.Ilze, 5 October 2026, 13:00",
  );
  const undone = { by: "Juris", at: new Date("2026-10-06T10:00:00Z"), points: -1 };
  expect(words([{ ...line, reason: "", note: "", undone }])).toBe(
    "Question 3 is marked anew: 1 point moreIlze, 5 October 2026, 13:00. Taken back by Juris, 6 October 2026, 13:00: 1 point less",
  );
});
