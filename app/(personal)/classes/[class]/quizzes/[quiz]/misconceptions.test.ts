import { describe, expect, it } from "vitest";
import { loadCourse } from "@/content/course";
import type { GivenAnswer, PlaceAnalysis, VersionAnalysis } from "@/records";
import { misconceptions } from "./misconceptions";
import { inOrder, shownBy } from "./order";

const course = loadCourse("soviet-union-ww2");
const learner = (name: string) => ({ personId: name, displayName: name });
const answer = (text: string, tells: GivenAnswer["tells"], ...names: string[]): GivenAnswer => {
  const from = { attemptId: "an-attempt", position: 1, part: null };
  return { id: text, text, right: false, learners: names.map(learner), tells, from };
};

function place(number: number, factId: string, answers: GivenAnswer[], facility: number | null = 50): PlaceAnalysis {
  const fact = { id: factId, name: factId, revision: 1, confidence: "H" } as const;
  const passage = { lessonId: "pact", lessonTitle: "The pact", id: "a-passage", number: 3 };
  const version = { fact, passage, attempts: 28, answers } as Partial<VersionAnalysis> as VersionAnalysis;
  const figures = { facility: { value: facility } } as PlaceAnalysis["figures"];
  return { number, attempts: 28, figures, versions: [version] } as Partial<PlaceAnalysis> as PlaceAnalysis;
}

describe("what a class confuses", () => {
  const pact = "molotov-ribbentrop-pact-1939";
  const boundary = { told: { date: "1939-09-28" } };

  it("is named with what it was confused with, the learners and the passages to teach again", () => {
    const [found, ...others] = misconceptions(
      [place(3, pact, [answer("28 September 1939", boundary, "Anna", "Boris")])],
      course,
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ of: 28, questions: [3], learners: [learner("Anna"), learner("Boris")] });
    expect(found!.confused).toEqual({ asked: pact, with: expect.stringMatching(/boundary/) as string });
    expect(found!.about).toMatch(/^‘.+’ and ‘German-Soviet Boundary.+’$/);
    expect(found!.id).toMatch(/^[0-9a-f]{12}$/);
    expect(found!.says).toMatch(/^gave 28 September 1939, the date of ‘German-Soviet Boundary/);
    expect(found!.passages[0]).toEqual({ href: "/lessons/pact#a-passage", words: "The pact, passage 3" });
    expect(found!.passages[1]!.href).toMatch(/^\/lessons\/[a-z-]+#[a-z0-9-]+$/);
  });

  it("is one thing in two questions, each learner once", () => {
    const answers = (...names: string[]) => [answer("28 September 1939", boundary, ...names)];
    const found = misconceptions(
      [place(1, pact, answers("Anna", "Boris")), place(5, pact, answers("Boris", "Cilla"))],
      course,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ questions: [1, 5] });
    expect(found[0]!.learners).toHaveLength(3);
  });

  it("is not one learner's slip, nor an answer that is right for nothing", () => {
    const lone = answer("28 September 1939", boundary, "Anna");
    const odd = answer("1 January 1941", { told: { date: "1941-01-01" } }, "Anna", "Boris");
    expect(misconceptions([place(3, pact, [lone, odd, answer("a word", null, "Anna", "Boris")])], course)).toEqual([]);
  });
});

describe("the order of the table", () => {
  const places = [place(1, "a", [], 40), place(2, "b", [], null), place(3, "c", [], 20)];
  it("is the paper's, or a figure's, and turns round", () => {
    const shown = shownBy("/here", {});
    expect(inOrder(places, shown).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(shown.turned("facility")).toBe("/here?by=facility");
    const easy = shownBy("/here", { by: "facility", of: "mine" });
    expect(inOrder(places, easy).map(({ number }) => number)).toEqual([3, 1, 2]);
    expect(easy.turned("facility")).toBe("/here?of=mine&by=facility&down=1");
    expect(inOrder(places, shownBy("/here", { by: "facility", down: "1" })).map(({ number }) => number)).toEqual([
      1, 3, 2,
    ]);
  });
  it("keeps the assignment that is looked at, and is then about no other class", () => {
    const shown = shownBy("/here", { assignment: "a1", of: "mine" });
    expect(shown).toMatchObject({ assignment: "a1", of: "class" });
    expect(shown.turned("facility")).toBe("/here?assignment=a1&by=facility");
    expect(shown.address({ assignment: null })).toBe("/here");
  });
  it("does not mind what an address has that is no column", () =>
    expect(shownBy("/here", { by: ["x"], of: "everyone", down: "2" }).address()).toBe("/here"));
});
