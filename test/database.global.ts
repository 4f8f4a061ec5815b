import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../scripts/migrate.mjs";
import { removePostgres, startPostgres } from "../scripts/postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the test server's first database, and the name of the migrated one that copies are made of. */
    database: { url: string; template: string };
  }
}

const template = "annals_template";

/** One PostgreSQL for the run, in a folder of its own; one database migrated once. Both are gone afterwards. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "annals-test-db-"));
  const server = await startPostgres({
    dataDir,
    // Nothing here must outlive the run. (The test that kills a server starts its own, with every safety on.)
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  const url = new URL(server.url);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  url.pathname = `/${template}`;
  await migrate(url.href);
  project.provide("database", { url: server.url, template });

  return async () => {
    await server.stop();
    removePostgres(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
}
