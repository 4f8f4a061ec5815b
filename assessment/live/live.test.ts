import { describe, expect, test } from "vitest";

import { classAtWork, patience, whereabouts, type Work, type WorkedQuestion } from ".";

const start = Date.UTC(2026, 9, 5, 9);
const at = (seconds: number) => new Date(start + seconds * 1000);

/** An attempt at five questions: the seconds at which each was answered; null where it was not. */
function work(seconds: readonly (number | null)[], more: Partial<Record<number, Partial<WorkedQuestion>>> = {}): Work {
  return {
    startedAt: at(0),
    submittedAt: null,
    questions: seconds.map((second, index) => ({
      place: `q${index + 1}`,
      position: index + 1,
      answered: second !== null,
      savedAt: second === null ? null : at(second),
      tries: 0,
      triedRight: false,
      ...more[index + 1],
    })),
  };
}

describe("where a learner is", () => {
  test("before the first question when nothing is saved, quiet since they began", () => {
    expect(whereabouts(work([null, null, null]))).toMatchObject({
      ...{ answered: 0, of: 3, last: null, savedAt: null, quietSince: at(0) },
      at: { position: 1 },
    });
  });

  test("before the first without an answer after the one saved last", () => {
    const { answered, last, at: here, quietSince } = whereabouts(work([10, null, 30, null, null]));
    expect({ answered, last, here: here?.position, quietSince }).toEqual({
      ...{ answered: 2, last: 3, here: 4, quietSince: at(30) },
    });
  });

  test("back at what was left out, when all after it is answered", () => {
    expect(whereabouts(work([10, null, 30])).at?.position).toBe(2);
    expect(whereabouts(work([10, 20, 30])).at).toBeNull();
  });

  test("at the question saved last, while that is no answer yet", () => {
    const flagged = work([10, null, null], { 2: { savedAt: at(20) } });
    expect(whereabouts(flagged)).toMatchObject({ answered: 1, last: 2, at: { position: 2 } });
  });

  test("by their own order where it is not that of the paper, named by the paper", () => {
    const [one, two, three, four] = work([null, null, 30, null]).questions as [
      WorkedQuestion,
      WorkedQuestion,
      WorkedQuestion,
      WorkedQuestion,
    ];
    const shuffled = { ...work([]), questions: [four, three, one, two] };
    expect(whereabouts(shuffled)).toMatchObject({ last: 3, at: { position: 1 } });
    // What they left behind is what came before, to them.
    const { questions } = classAtWork([shuffled, shuffled], at(60));
    const passedOver = [...questions.values()].filter((each) => each.passedOver > 0).map(({ place }) => place);
    expect(passedOver).toEqual(["q4"]);
  });

  test("nowhere once it is handed in", () => {
    const done = { ...work([10, null]), submittedAt: at(60) };
    expect(whereabouts(done)).toMatchObject({ answered: 1, at: null, quietSince: null });
  });
});

describe("a question is stuck", () => {
  const question = (all: Work[], place: string, seconds = 60) => classAtWork(all, at(seconds)).questions.get(place)!;

  test("when two wait before it for longer than is usual here; one is no sign", () => {
    const quick = [work([10, 20, 30, 40, 50]), work([10, 20, 30, 40, 50])];
    const slow = work([10, 20, null, null, null]);
    expect(question([...quick, slow, slow], "q3", 20 + patience.least)).toMatchObject({
      here: 2,
      waiting: 0,
      stuck: [],
    });
    const later = 21 + patience.least;
    expect(question([...quick, slow, slow], "q3", later)).toMatchObject({ here: 2, waiting: 2, stuck: ["waiting"] });
    expect(question([...quick, slow], "q3", later)).toMatchObject({ waiting: 1, stuck: [] });
  });

  test("later in a class that takes its time", () => {
    const slow = work([200, 400, 600, null, null]);
    expect(classAtWork([slow, slow], at(1100))).toMatchObject({ patience: 600 });
    expect(question([slow, slow], "q4", 1100).stuck).toEqual([]);
    expect(question([slow, slow], "q4", 1201).stuck).toEqual(["waiting"]);
  });

  test("when two checked it, and half of those who did have nothing right", () => {
    const wrong = work([10], { 1: { tries: 2, triedRight: false } });
    const right = work([10], { 1: { tries: 2, triedRight: true } });
    expect(question([wrong, right], "q1")).toMatchObject({ tried: 2, triedInVain: 1, stuck: [] });
    expect(question([wrong, wrong, right, right], "q1").stuck).toEqual(["wrong"]);
    expect(question([wrong, wrong, right, right, right], "q1").stuck).toEqual([]);
  });

  test("when two left it and went on, of six or fewer who came by", () => {
    const left = work([10, null, 30]);
    const answered = work([10, 20, 30]);
    expect(question([left, answered], "q2")).toMatchObject({ passedOver: 1, stuck: [] });
    expect(question([left, left, ...Array<Work>(4).fill(answered)], "q2").stuck).toEqual(["passed over"]);
    expect(question([left, left, ...Array<Work>(5).fill(answered)], "q2").stuck).toEqual([]);
  });

  test("never because of nobody", () => {
    expect(classAtWork([], at(0))).toEqual({ questions: new Map(), patience: patience.unknown });
  });
});

test("the time a question takes is the median of what lies between the saves", () => {
  const { questions } = classAtWork([work([10, 40, 100]), work([20, 30, null]), work([60, null, null])], at(100));
  expect([...questions.values()].map(({ seconds }) => seconds)).toEqual([20, 20, 60]);
});
