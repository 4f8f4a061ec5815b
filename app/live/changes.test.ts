import { describe, expect, test } from "vitest";
import type { LiveLearner, LiveQuestion, LiveView } from "@/records";
import { changed, changesSince, type Sent } from "./changes";

function aView(answered: Record<string, number>, questions: Record<string, number> = { q1: 0, q2: 0 }): LiveView {
  return {
    assignment: { id: "a", title: "Homework", classId: "c", className: "10B", timeZone: "UTC", shuffle: false },
    now: new Date(0).toISOString(),
    mark: JSON.stringify([answered, questions]),
    totals: { learners: 0, notBegun: 0, working: 0, handedIn: 0 },
    learners: Object.entries(answered).map(([personId, answered]) => ({ personId, answered }) as LiveLearner),
    questions: Object.entries(questions).map(([place, here]) => ({ place, here }) as LiveQuestion),
    patience: 300,
  };
}

describe("what a browser is sent", () => {
  test("is all at first, then the rows that changed, and always what it had put together", () => {
    const sent: Sent = new Map();
    const views = [
      aView({ anna: 0, bruno: 0 }),
      aView({ anna: 1, bruno: 0 }),
      aView({ anna: 1, bruno: 0 }, { q1: 1, q2: 0 }),
      // Somebody comes, somebody goes, two change places.
      aView({ anna: 2, bruno: 0, cilda: 0 }),
      aView({ bruno: 0, cilda: 0 }),
      aView({ cilda: 0, bruno: 0 }),
    ];
    const changes = views.map((view) => changesSince(sent, view));
    expect(changes.map(({ whole }) => whole)).toEqual([true, false, false, true, true, true]);
    expect(changes[1]).toMatchObject({ learners: [{ personId: "anna", answered: 1 }], questions: [] });
    expect(changes[2]).toMatchObject({ learners: [], questions: [{ place: "q1" }] });
    let shown = aView({});
    for (const [n, change] of changes.entries()) {
      shown = changed(shown, change);
      expect(shown).toMatchObject({ ...views[n] });
    }
  });
});
