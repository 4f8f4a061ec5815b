import { get } from "node:http";
import type { IncomingMessage } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LiveView } from "@/records";
import { peopleOf, type People } from "../test/people";
import { removeFolder, startSchool, type School } from "../test/school";
import { Visitor } from "../test/visitor";

// Two server processes on one database, each behind a front door of its own.
let school: School;
let second: School;
let people: People;
beforeAll(async () => {
  school = await startSchool();
  second = await startSchool({ env: { DATABASE_URL: await school.databaseUrl() } });
  people = await peopleOf(await school.databaseUrl());
});
afterAll(async () => {
  people?.close();
  await second?.stop();
  await school?.stop();
  for (const each of [second, school]) if (each) removeFolder(each.dataDir);
});

interface Heard {
  answer: IncomingMessage;
  text: () => string;
  /** Of the last view that was sent: how many work, and what the learners whose rows changed have answered. */
  working: () => number | undefined;
  answered: () => number[] | undefined;
}

/** Listens as a browser does, with compression on offer. */
function listen(url: string, cookie: string): Promise<Heard> {
  return new Promise((done, fail) => {
    const headers = { cookie, accept: "text/event-stream", "accept-encoding": "gzip, br" };
    get(url, { headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (more: string) => (text += more));
      answer.on("error", () => {});
      const last = () => {
        const event = text.match(/^data: (\{.*\})$/gm)?.at(-1);
        return event ? (JSON.parse(event.slice(6)) as LiveView) : undefined;
      };
      done({
        answer,
        text: () => text,
        working: () => last()?.totals.working,
        answered: () => last()?.learners.map((each) => each.answered),
      });
    }).on("error", fail);
  });
}

const connections = async () => {
  const client = new pg.Client({ connectionString: await school.databaseUrl() });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE "application_name" = 'annals live'`,
  );
  await client.end();
  return rows[0]!.n;
};

test("what is done by one server process is seen through another; a server that stops does not wait for who watches", async () => {
  const teacher = await people.person({ role: "teacher" });
  const learner = await people.person({ role: "learner" });
  const { classId, joinCode } = await people.class({ teacher: teacher.personId });
  await people.join({ learner: learner.personId, joinCode });
  const [quiz] = await people.quizzes();
  const { assignmentId } = await people.sets({ teacher: teacher.personId, classId, quizId: quiz!.id });

  const address = `/api/classes/${classId}/assignments/${assignmentId}/live`;
  const [desk, desk2, own] = [new Visitor(school.url), new Visitor(second.url), new Visitor(second.url)];
  await Promise.all([desk.signIn(teacher), desk2.signIn(teacher), own.signIn(learner)]);
  expect(await connections()).toBe(0);
  const [here, there] = await Promise.all([
    listen(school.url + address, desk.cookie),
    listen(second.url + address, desk2.cookie),
  ]);
  for (const { answer } of [here, there]) {
    expect(answer.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
    });
    expect(answer.headers).not.toHaveProperty("content-encoding");
  }
  await expect.poll(() => [here.working(), there.working()], { timeout: 10_000 }).toEqual([0, 0]);
  expect(here.text()).toMatch(/^retry: \d+$/m);
  expect(await connections()).toBe(2);

  // Done elsewhere, and then through the second, it is seen through both.
  const { attemptId } = await people.begin({ learner: learner.personId, assignmentId });
  await expect.poll(() => [here.working(), there.working()], { timeout: 10_000 }).toEqual([1, 1]);
  const [solution] = quiz!.items[0]!.variants.map((each) => each.solution);
  expect((await own.save(attemptId, 1, solution as Record<string, string[]>)).status).toBe(200);
  await expect.poll(() => [here.answered(), there.answered()], { timeout: 10_000 }).toEqual([[1], [1]]);

  const json = await desk.fetch(`${address}.json`, { headers: { accept: "application/json" } });
  expect(await json.json()).toMatchObject({ totals: { working: 1 } });
  const tag = json.headers.get("etag")!;
  const again = await desk.fetch(`${address}.json`, { headers: { accept: "application/json", "if-none-match": tag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);

  here.answer.destroy();
  await expect.poll(connections, { timeout: 10_000 }).toBe(1);
  const began = performance.now();
  await second.stop();
  expect(performance.now() - began).toBeLessThan(8_000);
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
});
