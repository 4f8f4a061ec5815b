import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, removePostgres, startPostgres } from "./postgres.mjs";

type Server = Awaited<ReturnType<typeof startPostgres>>;

const folders: string[] = [];
const servers: Server[] = [];

/** A data folder; `closed` to everyone but its owner, as under /root. */
function dataFolder(closed = false): string {
  const folder = mkdtempSync(join(tmpdir(), "annals-pg-"));
  chmodSync(folder, closed ? 0o700 : 0o711);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, port?: number): Promise<Server> {
  const server = await startPostgres({ dataDir, port });
  servers.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) {
    removePostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("the embedded PostgreSQL", () => {
  it("listens on loopback alone, asks for a password, and forgets nothing at a power cut", async () => {
    const { url } = await start(dataFolder());
    const settings = await ask(url, "SELECT name, setting FROM pg_settings");
    const setting = Object.fromEntries(settings.map((row) => [row.name, row.setting]));
    expect(setting).toMatchObject({
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      password_encryption: "scram-sha-256",
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
    });
    await expect(ask(Object.assign(new URL(url), { password: "guess" }).href, "SELECT 1")).rejects.toThrow(/password/);
  });

  it("keeps its password where only its owner reads it", async () => {
    const folder = dataFolder();
    await start(folder);
    expect(statSync(join(folder, "postgres.password")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "postgres.log")).mode & 0o777).toBe(0o600);
  });

  it("knows small letters of every script, and sorts names as people do", async () => {
    const { url } = await start(dataFolder());
    const [row] = await ask(
      url,
      `SELECT lower('МОЛОТОВ') AS lower, array_agg(n ORDER BY n COLLATE "und-x-icu") AS names
      FROM unnest(ARRAY['Åsa', 'anna', 'Ёлка', 'Ева']) n`,
    );
    expect(row).toEqual({ lower: "молотов", names: ["anna", "Åsa", "Ева", "Ёлка"] });
  });

  it("works under a folder that only its owner may enter", async () => {
    const folder = dataFolder(true);
    const first = await start(folder);
    await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS n");
    await first.stop();
    const second = await start(folder);
    expect(await ask(second.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  });

  it("is found again when it runs already, and started once when two ask at once", async () => {
    const folder = dataFolder();
    const [one, two] = await Promise.all([start(folder), start(folder)]);
    expect(two.pid).toBe(one.pid);
    const third = await start(folder);
    expect(third).toMatchObject({ pid: one.pid, port: one.port, attached: true });
    await third.stop();
    expect(one.alive()).toBe(false);
  });

  it("comes back after kill -9 with everything that was acknowledged", async () => {
    const folder = dataFolder();
    const { url, pid } = await start(folder);
    await ask(url, "CREATE TABLE saved (n int)");
    const acknowledged: number[] = [];
    const writing = (async () => {
      const client = new pg.Client({ connectionString: url });
      client.on("error", () => {});
      await client.connect();
      for (let n = 1; ; n++) {
        await client.query("INSERT INTO saved VALUES ($1)", [n]);
        acknowledged.push(n);
        if (n === 200) process.kill(pid, "SIGKILL");
      }
    })();
    await expect(writing).rejects.toThrow();
    const again = await start(folder);
    expect(again.pid).not.toBe(pid);
    const rows = await ask(again.url, "SELECT n FROM saved ORDER BY n");
    expect(rows.slice(0, acknowledged.length).map(({ n }) => n)).toEqual(acknowledged);
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  });

  it("is not misled by a left-over file whose process is another one now", async () => {
    const folder = dataFolder();
    const first = await start(folder);
    await first.stop();
    writeFileSync(
      join(folder, "postgres", "postmaster.pid"),
      `${process.pid}\n/x\n0\n5432\n\n127.0.0.1\n0 0\nready   \n`,
    );
    const second = await start(folder);
    expect(second.attached).toBe(false);
    expect(await ask(second.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });

  it("says in one sentence that a port is taken", async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
    const { port } = taken.address() as AddressInfo;
    await expect(startPostgres({ dataDir: dataFolder(), port })).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringContaining(`Port ${port} is taken`) as string,
    });
    taken.close();
  });

  it("refuses the database of another PostgreSQL, and touches nothing of it", async () => {
    const folder = dataFolder();
    const first = await start(folder);
    await first.stop();
    const version = join(folder, "postgres", "PG_VERSION");
    writeFileSync(version, "99\n");
    await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringContaining("was made by PostgreSQL 99") as string,
    });
    expect(readFileSync(version, "utf8")).toBe("99\n");
  });

  it("refuses a folder that holds something else by that name", async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, "postgres"), "my notes");
    await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ name: "Refusal" });
    expect(readFileSync(join(folder, "postgres"), "utf8")).toBe("my notes");
  });

  it("chooses a free port by itself", async () => {
    expect(await freePort()).toBeGreaterThan(1023);
  });
});
