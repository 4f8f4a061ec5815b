import { expect, test } from "vitest";

import { decisionShown } from "./decision-shown";
import { showables, type Showable, type Shown } from "./show-rules";

const only = (...these: Showable[]) =>
  Object.fromEntries(showables.map((what) => [what, these.includes(what)])) as Shown;

test.each<[string, string, boolean, Showable[], boolean, boolean]>([
  ["points for the assignment wait as the score does", "score", false, ["correctness", "key", "feedback"], true, false],
  ["points for the assignment come with the score", "score", false, ["score"], false, true],
  ["points for a question need more than the score", "question", true, ["score"], true, false],
  ["points for a question need more than right or wrong", "question", true, ["correctness"], true, false],
  ["points for a question come with both", "question", true, ["score", "correctness"], false, true],
  ["points for a question come with the score and the key", "question", true, ["score", "key"], false, true],
  ["a comment on a question tells whether it was right", "comment", true, ["score"], false, false],
  ["a comment on a question comes with right or wrong", "comment", true, ["correctness"], false, true],
  ["a comment on a question comes with the explanations", "comment", true, ["feedback"], false, true],
  ["a comment on a question is not kept for good", "comment", true, [], true, true],
  ["a comment on the whole work is told at once", "comment", false, [], false, true],
  ["being excused is told at once", "excuse", false, [], false, true],
  ["that an attempt was taken out is told at once", "void", false, [], false, true],
  ["that an attempt is open again is told at once", "reopen", false, [], false, true],
  ["that attempts were added is told at once", "add", false, [], false, true],
])("%s", (_, what, onQuestion, these, over, expected) => {
  expect(decisionShown({ what, onQuestion }, { shown: only(...these), over })).toBe(expected);
});
