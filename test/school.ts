import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, removePostgres, startPostgres } from "../scripts/postgres.mjs";

const root = resolve(import.meta.dirname, "..");

/** A whole school as `npm start` makes it: the front door, its pages, its database, on a folder of its own. */
export interface School {
  /** Without a slash at the end: `http://127.0.0.1:41801`. */
  url: string;
  port: number;
  dataDir: string;
  process: ChildProcess;
  /** What it has said so far. */
  said: () => string;
  /** Address of its database. */
  databaseUrl: () => Promise<string>;
  /** As Ctrl-C does. */
  stop: () => Promise<void>;
}

export interface SchoolOptions {
  /** Keep using the folder of an earlier one. */
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
}

/**
 * Starts a school from the build in ANNALS_DIST (`.next-test` when nothing is said) and waits until it is well.
 *
 * @throws with what it said when it ends before that.
 */
export async function startSchool({ dataDir = newFolder(), port, env = {} }: SchoolOptions = {}): Promise<School> {
  const at = port ?? (await freePort());
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: {
      ...ownEnvironment(),
      NODE_ENV: "production",
      ANNALS_DIST: process.env.ANNALS_DIST || ".next-test",
      ANNALS_DATA: dataDir,
      PORT: String(at),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const url = `http://127.0.0.1:${at}`;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The school ended (${child.exitCode ?? child.signalCode}) before it was well:\n${said}`);
    }
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) break;
    await sleep(50);
  }
  return {
    url,
    port: at,
    dataDir,
    process: child,
    said: () => said,
    // Attaches to the one that runs.
    databaseUrl: async () => (await startPostgres({ dataDir })).url,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
    },
  };
}

/** This process's environment without what would point the school at somebody's database, or at our test runner. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, DIRECT_DATABASE_URL: _direct, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

/** A data folder that is not there yet for anyone else. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "annals-school-"));
  // As root, PostgreSQL runs as `nobody`, who has to get in.
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes what a stopped school kept, its database too when that lives elsewhere. */
export function removeFolder(dataDir: string): void {
  removePostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
