import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { peopleOf } from "./people";
import type { School } from "./school";
import { newFolder, removeFolder, startSchool } from "./school";
import { Visitor } from "./visitor";

// A server and a database that are shot while a class is answering. `npm run chaos` does it for longer.
const rounds = Number(process.env.ANNALS_CHAOS_ROUNDS || 3);
const learners = 6;
const dataDir = newFolder();
let school: School | null = null;
afterAll(async () => {
  await school?.stop();
  removeFolder(dataDir);
});

interface Acknowledged {
  attemptId: string;
  position: number;
  text: string;
  /** When it was asked for, among the saves of this learner. */
  turn: number;
}

test(
  "every answer that was acknowledged is there after the server and the database were killed under saves",
  { timeout: 60_000 + rounds * 40_000 },
  async () => {
    school = await startSchool({ dataDir });
    const { port } = school;
    const people = await peopleOf(await school.databaseUrl());
    const quiz = (await people.quizzes()).find(({ items }) => items.some(({ kind }) => kind === "date"))!;
    const positions = quiz.items.flatMap(({ kind }, index) => (kind === "date" ? [index + 1] : []));
    const visitors = await Promise.all(
      Array.from({ length: learners }, async () => {
        const person = await people.person({ role: "learner" });
        const visitor = new Visitor(school!.url);
        await visitor.signIn(person);
        return { visitor, attemptId: await visitor.start(quiz.id) };
      }),
    );
    people.close();

    const acknowledged: Acknowledged[] = [];
    let asked = 0;
    let unanswered = 0;
    for (let round = 0; round < rounds; round++) {
      let shot = false;
      const before = acknowledged.length;
      const saving = visitors.map(async ({ visitor, attemptId }, learner) => {
        for (let turn = 0; !shot; turn++) {
          const position = positions[turn % positions.length]!;
          // Every text is written once only, so that whatever is found later says which save it was.
          const text = `learner ${learner} round ${round} turn ${turn}`;
          asked += 1;
          const answer = await visitor.save(attemptId, position, { text: [text] }).catch(() => null);
          const said = answer?.ok ? ((await answer.json().catch(() => null)) as { state: string } | null) : null;
          if (said?.state === "saved") acknowledged.push({ attemptId, position, text, turn: asked });
          else if (!shot && answer) throw new Error(`A save was answered ${answer.status} before anything was shot.`);
          else unanswered += 1;
        }
      });
      await sleep(1200);
      const victims = [...descendants(school.process.pid!), school.process.pid!, database()];
      shot = true;
      // In turn the database first, the server first, or all at one blow.
      const order = round % 3 === 0 ? victims.reverse() : victims;
      for (const pid of order) {
        shoot(pid);
        if (round % 3 !== 2) await sleep(30);
      }
      await Promise.all(saving);
      expect(acknowledged.length, "saves acknowledged in this round").toBeGreaterThan(before + learners);
      school = await startSchool({ dataDir, port });
      await everyoneIsThere();
    }
    expect(unanswered, "saves that were under way when it fell").toBeGreaterThan(0);
    console.log(`chaos: ${rounds} rounds, ${asked} saves, ${acknowledged.length} acknowledged, none lost`);

    async function everyoneIsThere() {
      const client = new pg.Client({ connectionString: await school!.databaseUrl() });
      await client.connect();
      const { rows } = await client.query<{ attemptId: string; position: number; fields: { text?: string[] } }>(
        `SELECT "attemptId", "position", "fields" FROM "Revision"`,
      );
      const kept = new Set(rows.map((row) => `${row.attemptId} ${row.position} ${row.fields?.text?.[0]}`));
      const lost = acknowledged.filter((save) => !kept.has(`${save.attemptId} ${save.position} ${save.text}`));
      expect(lost, "acknowledged and not kept").toEqual([]);

      // What a learner finds on coming back is their last acknowledged answer, or one sent after it.
      const now = await client.query<{ attemptId: string; position: number; fields: { text: string[] } }>(
        `SELECT "attemptId", "position", "fields" FROM "Response"`,
      );
      await client.end();
      for (const { attemptId, position, fields } of now.rows) {
        const own = acknowledged.filter((save) => save.attemptId === attemptId && save.position === position);
        const last = own.at(-1);
        if (!last) continue;
        const later = !own.some((save) => save.text === fields.text[0]);
        expect(later || fields.text[0] === last.text, `${fields.text[0]} after ${last.text}`).toBe(true);
      }
      // And the sign-ins hold: the secret outlived it as well.
      const { visitor, attemptId } = visitors[0]!;
      expect((await visitor.fetch(`/attempts/${attemptId}/${positions[0]}`)).status).toBe(200);
    }

    function database(): number {
      return Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
    }
  },
);

function shoot(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It fell with another.
  }
}

/** Processes that this one started, and theirs. */
function descendants(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  const own = readFileSync(path, "utf8").trim().split(/\s+/).filter(Boolean).map(Number);
  return own.flatMap((child) => [...descendants(child), child]);
}
