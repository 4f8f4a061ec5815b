import pg from "pg";

import { systemViewer, viewerOfSession } from "@/records";
import { closeDatabase } from "@/records/database";

import { forgetPeak, heldMemory, peakMemory } from "./memory";
import type { BenchSchool } from "./seed";
import { views } from "./views";

/** By the records, or by plain SQL through pg. */
export type How = "ours" | "bare";

/** What it took to do something once. */
export interface Cost {
  milliseconds: number;
  /** The most that the process held meanwhile, in bytes. */
  memory: number;
}

/** One way to do one thing in a school, ready to be done again and again by this process. */
export async function doing(school: BenchSchool, name: string, how: How) {
  const view = views.find((each) => each.name === name)!;
  process.env.DATABASE_URL = school.url;
  // Each request of a signed-in person begins with this.
  const visitor = async () => (await viewerOfSession(systemViewer("bench"), school.session))!;
  const client = new pg.Client({ connectionString: school.url });
  // Of a server that is stopped there is nothing to say here.
  client.on("error", () => {});
  await client.connect();
  await visitor();
  return {
    once: async (): Promise<Cost> => {
      const viewer = await visitor();
      const before = how === "ours" ? await view.before?.(school, viewer) : undefined;
      // What was done before is no burden on what comes now.
      await heldMemory();
      forgetPeak();
      const start = performance.now();
      const done = await (how === "ours" ? view.ours(school, viewer, before) : view.bare(school, client));
      const cost = { milliseconds: performance.now() - start, memory: peakMemory() };
      if (how === "ours") {
        await view.after?.(school, viewer, done);
        if (!view.holds(school, done)) throw new Error(`'${name}' answers something else than what there is.`);
      }
      return cost;
    },
    end: async () => {
      await client.end();
      await closeDatabase();
    },
  };
}
