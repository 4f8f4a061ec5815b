import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

import { migrate } from "../../scripts/migrate.mjs";
import { removePostgres, startPostgres } from "../../scripts/postgres.mjs";

/** A PostgreSQL of its own for one run, set as `npm start` sets it; nothing of it is left afterwards. */
export interface ScratchServer {
  /** A migrated database, the same for everyone who asks. */
  template: string;
  /** Its copy under a name of its own. */
  copy(name: string): Promise<string>;
  stop(): Promise<void>;
}

const TEMPLATE = "bench_template";

export async function scratchServer(): Promise<ScratchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "annals-bench-"));
  // Nothing may sweep the tables while something is measured.
  const server = await startPostgres({ dataDir, settings: { autovacuum: "off" } });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      await server.stop();
      removePostgres(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    })();
    return stopped;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  const at = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const order = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  try {
    await order(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(at(TEMPLATE));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    template: at(TEMPLATE),
    copy: async (name) => {
      await order(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      return at(name);
    },
    stop,
  };
}
