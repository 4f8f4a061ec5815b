import { afterAll, expect, test } from "vitest";

import { loadCourse } from "@/content/course";
import { publish, schools, systemViewer } from "@/records";
import { closeDatabase, database } from "@/records/database";

import { makeDemo, planDemo } from "./demo";

afterAll(closeDatabase);

test(
  "the demo school is made of the course as it is, once, with attempts over the days before",
  { timeout: 120_000 },
  async () => {
    const course = loadCourse();
    await publish(systemViewer("a test makes the demo school"), course);
    const plan = planDemo();
    const { joinCode } = await makeDemo(plan, course);
    const before = await attempts();
    // A start that was killed in the middle goes on; one that was not changes nothing.
    expect(await makeDemo(plan, course)).toEqual({ joinCode });
    expect(await attempts()).toEqual(before);

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

function attempts() {
  return database().attempt.findMany({ orderBy: { id: "asc" } });
}
