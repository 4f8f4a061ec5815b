import { describe, expect, test } from "vitest";
import { choosePractice, MOST, type PracticeCandidate } from "./practice-choice";

let made = 0;
function question(factId: string, passage: number, more: Partial<PracticeCandidate> = {}): PracticeCandidate {
  const id = `item-${String(++made).padStart(3, "0")}`;
  return {
    ...{
      itemVersionId: id,
      itemId: id,
      quizId: "quiz",
      position: made,
      kind: "date",
      prompt: `Question ${id}`,
      points: 1,
    },
    ...{ factId, passage: { lessonId: "lesson", id: `p${passage}`, number: passage } },
    ...more,
  };
}

const facts = (chosen: readonly PracticeCandidate[]) => chosen.map(({ factId }) => factId);
const pact = { asked: "pact", with: "treaty" };

describe("the questions of a practice paper", () => {
  test("ask about the two facts in turn, then what their passages tell", () => {
    const all = [
      question("pact", 3),
      question("pact", 3),
      question("treaty", 9),
      question("neighbour", 4),
      question("another", 8),
      question("far", 20),
      question("elsewhere", 3, { passage: { lessonId: "other", id: "p3", number: 3 } }),
    ];
    expect(facts(choosePractice(all, pact))).toEqual(["pact", "treaty", "pact", "neighbour", "another"]);
  });

  test("are eight at most, and not of the two facts alone", () => {
    const all = [
      ...Array.from({ length: 9 }, () => question("pact", 3)),
      ...Array.from({ length: 9 }, () => question("treaty", 9)),
      question("neighbour", 4),
      question("neighbour", 4),
    ];
    const chosen = facts(choosePractice(all, pact));
    expect(chosen).toHaveLength(MOST);
    expect(chosen.filter((each) => each === "pact")).toHaveLength(3);
    expect(chosen.filter((each) => each === "treaty")).toHaveLength(3);
    expect(chosen.filter((each) => each === "neighbour")).toHaveLength(2);
  });

  test("of two sides of one fact are about it and what is near", () => {
    const all = [question("pact", 3), question("near", 3), question("near", 5), question("near", 2)];
    expect(facts(choosePractice(all, { asked: "pact", with: "pact" }))).toEqual(["pact", "near", "near", "near"]);
  });

  test("never are the same twice: one item, one wording, parallel ones of one place that ask the same", () => {
    const first = question("pact", 3);
    const all = [
      first,
      { ...first, quizId: "the-final", position: 40 },
      question("pact", 3, { prompt: first.prompt }),
      question("pact", 3, { position: first.position }),
    ];
    expect(choosePractice(all, pact)).toHaveLength(1);
  });

  test("are the same however the rows came, and none where there are none", () => {
    const all = [question("pact", 3), question("treaty", 3), question("near", 3)];
    expect(choosePractice([...all].reverse(), pact)).toEqual(choosePractice(all, pact));
    expect(choosePractice([question("near", 3)], pact)).toEqual([]);
  });
});
