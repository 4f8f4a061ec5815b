import { afterAll, expect, test, vi } from "vitest";

import { loadCourse } from "@/content/course";
import { publish, schools, systemViewer } from "@/records";
import { closeDatabase, database } from "@/records/database";

import { makeDemo, planDemo } from "./demo";

afterAll(closeDatabase);

/** After so many of the verbs of records the making is broken off: no further one is begun. */
let callsLeft = Infinity;
const begun = new Set<Promise<unknown>>();
vi.mock("@/records", async (original) => {
  const verbs = Object.entries(await original<Record<string, unknown>>()).map(([name, verb]) => [
    name,
    typeof verb !== "function" || name === "systemViewer"
      ? verb
      : (...given: unknown[]) => {
          if (callsLeft-- <= 0) throw new Error("broken off");
          const answer: unknown = verb(...given);
          if (answer instanceof Promise) begun.add(answer);
          return answer;
        },
  ]);
  return Object.fromEntries(verbs) as Record<string, unknown>;
});

test(
  "the demo school is made of the course as it is, once, however often that was broken off, with attempts over the days before",
  { timeout: 120_000 },
  async () => {
    const course = loadCourse();
    await publish(systemViewer("a test makes the demo school"), course);
    const plan = planDemo();
    for (const calls of [24, 26, 27, 28, 29, 30, 31, 32, 34, 36, 38, 150, 500]) {
      callsLeft = calls;
      await makeDemo(plan, course).catch((error: Error) => expect(error.message).toBe("broken off"));
      await Promise.allSettled(begun);
    }
    callsLeft = Infinity;
    const { joinCode } = await makeDemo(plan, course);
    const before = await attempts();
    const [decisions, exceptions, categories, assignments] = await taught();
    expect(decisions.map(({ what }) => what).sort()).toEqual(["comment", "excuse", "question"]);
    expect([exceptions, categories, assignments]).toEqual([1, 2, 4]);
    // One that was not broken off changes nothing.
    expect(await makeDemo(plan, course)).toEqual({ joinCode });
    expect(await attempts()).toEqual(before);
    expect((await taught())[0]).toHaveLength(3);

    const done = before.filter(({ submittedAt }) => submittedAt !== null);
    expect(done.length).toBeGreaterThan(10);
    const share = done.map(({ points, maxPoints }) => points! / maxPoints!);
    expect(Math.max(...share)).toBeGreaterThan(0.8);
    expect(Math.min(...share)).toBeLessThan(0.2);
    expect(new Set(done.map(({ submittedAt }) => submittedAt!.toISOString().slice(0, 10))).size).toBeGreaterThan(3);
    for (const { startedAt, submittedAt } of before) {
      expect(startedAt.getTime()).toBeLessThan(Date.now());
      if (submittedAt) expect(submittedAt.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
    }
    expect(await schools(systemViewer("a test"))).toMatchObject([{ demo: true }]);
  },
);

function taught() {
  const { decision, assignmentException, category, assignment } = database();
  return Promise.all([decision.findMany(), assignmentException.count(), category.count(), assignment.count()]);
}

function attempts() {
  return database().attempt.findMany({ orderBy: { id: "asc" } });
}
