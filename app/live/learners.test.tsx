import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LiveLearner, LiveView } from "@/records";
import { Learners } from "./learners";

const learner = (index: number): LiveLearner => ({
  ...{ personId: `p${index}`, name: `Learner ${index}`, attemptId: null, state: "not begun", quiet: false },
  ...{ answered: 0, of: 0, last: null, savedAt: null, at: null, submittedAt: null, endsAt: null, timeFactor: 1 },
});
const view: LiveView = {
  assignment: { id: "a", title: "Homework", classId: "c", className: "10B", timeZone: "UTC", shuffle: true },
  ...{ now: "2026-10-05T09:00:00.000Z", mark: "m", questions: [], patience: 300 },
  totals: { learners: 1000, notBegun: 1000, working: 0, handedIn: 0 },
  learners: Array.from({ length: 1000 }, (_, index) => learner(index)),
};
const shown = (all: boolean) =>
  renderToStaticMarkup(
    <Learners
      {...{ view, all, now: 0, filter: "not begun", here: "/live" }}
      onFilter={() => {}}
      onAll={() => {}}
      onChoose={() => {}}
    />,
  );

test("a thousand learners are folded after a hundred, and counted all; on request they are shown to the end", () => {
  const folded = shown(false);
  expect(folded.match(/<th scope="row">/g)).toHaveLength(100);
  expect(folded).toContain("100 of 1000 are shown.");
  expect(folded).toContain("Everyone (1000)");
  expect(folded).toContain('href="/live?show=not%20begun&amp;all=1#learners"');
  const whole = shown(true);
  expect(whole.match(/<th scope="row">/g)).toHaveLength(1000);
  expect(whole).not.toContain("are shown.");
});

test("where the questions are shuffled it says whose numbers stand there", () => {
  expect(shown(false)).toContain("Numbers are those of the paper");
});
