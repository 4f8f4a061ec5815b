import pg from "pg";

import { systemViewer, viewerOfSession } from "@/records";
import { closeDatabase } from "@/records/database";

import type { BenchSchool } from "./seed";
import { views } from "./views";

/** By the records, or by plain SQL through pg. */
export type How = "ours" | "bare";

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
    /** Does it once; answers how many milliseconds it took. */
    once: async (): Promise<number> => {
      const viewer = await visitor();
      const before = how === "ours" ? await view.before?.(school, viewer) : undefined;
      // What was done before is no burden on what comes now.
      globalThis.gc?.();
      const start = performance.now();
      const done = await (how === "ours" ? view.ours(school, viewer, before) : view.bare(school, client));
      const milliseconds = performance.now() - start;
      if (how === "ours") {
        await view.after?.(school, viewer, done);
        if (!view.holds(school, done)) throw new Error(`'${name}' answers something else than what there is.`);
      }
      return milliseconds;
    },
    end: async () => {
      await client.end();
      await closeDatabase();
    },
  };
}
