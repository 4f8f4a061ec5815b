import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { AssignmentDoor } from "@/records";
import { Door } from "./door";
import { OwnAssignments } from "./own-list";

/** Between an attempt's end and its being handed in, the end lies behind who looks. */

const timeZone = "Europe/Riga";
const door = (secondsLeft: number) =>
  ({
    ...{ id: "s", title: "Pact", className: "9b", timeZone, excused: false, practice: null, score: null, attempts: [] },
    terms: {
      opensAt: null,
      dueAt: null,
      closesAt: null,
      timeLimit: 20,
      attempts: 1,
      late: { accept: false },
      origin: {},
    },
    running: { attemptId: "a", clock: { endsAt: new Date("2026-10-04T21:42:00Z"), secondsLeft, timeFactor: 1 } },
    begin: { may: false, why: "in-progress", when: null },
    ...{ counts: "best", quiz: { questions: 9, maxPoints: 9 }, rules: { tries: 1, shuffle: false } },
    show: { score: "after", correctness: "after", key: "after", feedback: "after", closedMeans: "learner" },
  }) as unknown as AssignmentDoor;
const words = (page: ReactElement) => renderToStaticMarkup(page).replace(/<[^>]+>/g, "");

describe("an attempt that runs", () => {
  test("says at the door and on the home page when it ends", () => {
    expect(words(<Door door={door(60)} refused={null} />)).toContain("It ends 5 October 2026, 00:42.");
    expect(words(<OwnAssignments lines={[door(60)]} />)).toContain("Begun, ends 5 October 2026, 00:42");
  });

  test("says when its time is over that it was, and what becomes of what stands", () => {
    const over = "Its time ended 5 October 2026, 00:42; what stands is handed in.";
    expect(words(<Door door={door(0)} refused={null} />)).toContain(over);
    expect(words(<OwnAssignments lines={[door(0)]} />)).toContain(over);
    for (const page of [<Door key="" door={door(0)} refused={null} />, <OwnAssignments key="" lines={[door(0)]} />])
      expect(words(page)).not.toMatch(/\bends\b/);
  });
});
