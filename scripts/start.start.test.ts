import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort, removePostgres, startPostgres } from "./postgres.mjs";

const root = dirname(import.meta.dirname);
/** Holds the data folders; `nobody` may pass through. */
const folder = mkdtempSync(join(tmpdir(), "annals-start-"));
chmodSync(folder, 0o711);
/** The data folder of the school that most tests start, and where it listens. */
const school = join(folder, "school");
let port: number;

const running = new Set<Start>();

/** One `npm start`, seen from outside. */
class Start {
  output = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | string>;

  constructor(environment: Record<string, string> = {}, nodeArguments: string[] = []) {
    const inherited = Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) =>
          !/^(DATABASE_|DIRECT_|NEXTAUTH_|AUTH_|OIDC_|ANNALS_DEMO|HOST$|NODE_OPTIONS$|NODE_ENV$|VITEST)/.test(name),
      ),
    );
    this.child = spawn(process.execPath, [...nodeArguments, join(root, "scripts", "start.mjs")], {
      env: { ...inherited, ANNALS_DATA: school, PORT: String(port), ...environment } as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(this);
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => (this.output += text));
    }
    this.ended = new Promise((done) =>
      this.child.once("close", (code, signal) => {
        running.delete(this);
        done(code ?? signal ?? "gone");
      }),
    );
  }

  async open(): Promise<this> {
    const ended = this.ended.then((code) => {
      throw new Error(`npm start ended with ${code}: ${this.output}`);
    });
    ended.catch(() => {});
    const opened = (async () => {
      while (!this.output.includes("Ctrl-C stops it.")) await sleep(20);
    })();
    await Promise.race([opened, ended]);
    return this;
  }

  async stop(): Promise<number | string> {
    this.child.kill("SIGTERM");
    return this.ended;
  }

  /** What it refused with; the sentence stands alone, without a stack. */
  async refusal(): Promise<string> {
    expect(await this.ended).toBe(1);
    expect(this.output).not.toMatch(/^\s+at /m);
    return this.output;
  }
}

const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).status;
const descendants = (pid: number): number[] =>
  spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .stdout.trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .flatMap(([child]) => [child!, ...descendants(child!)]);
const commandOf = (pid: number) =>
  spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
const databasePid = () => Number(readFileSync(join(school, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
const gone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
};

/** Asks the school's embedded database, while it runs. */
async function ask(sql: string, data = school): Promise<Record<string, unknown>[]> {
  const file = readFileSync(join(data, "postgres", "postmaster.pid"), "utf8").split("\n");
  const password = readFileSync(join(data, "postgres.password"), "utf8");
  const client = new pg.Client(`postgresql://annals:${password}@127.0.0.1:${file[3]}/annals`);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  port = await freePort();
  const first = await new Start().open();
  expect(first.output).toContain("Making the demo school");
  expect(await first.stop()).toBe(0);
});

afterEach(async () => {
  for (const start of [...running]) await start.stop();
});

afterAll(async () => {
  for (const name of ["school", "half", "other", "elsewhere"]) {
    const dataDir = join(folder, name);
    if (!existsSync(join(dataDir, "postgres", "PG_VERSION"))) continue;
    await (await startPostgres({ dataDir })).stop();
    removePostgres(dataDir);
  }
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start", () => {
  it("does only what is needed the second time, and is up within a few seconds", async () => {
    const began = Date.now();
    const start = await new Start().open();
    // Two to three on an idle machine; others may be working on this one.
    expect(Date.now() - began).toBeLessThan(12_000);
    expect(start.output).not.toMatch(/Installing|Building|Making|Generating/);
    expect(await health()).toBe(200);
  });

  it("prints the address, the demo's sign-ins and how to open it to a classroom", async () => {
    const { output } = await new Start().open();
    expect(output).toContain(`http://localhost:${port}`);
    expect(output).toMatch(/administrator +admin +\S+/);
    expect(output).toMatch(/teacher +teacher +\S+/);
    expect(output).toMatch(/learner +learner +\S+/);
    expect(output).toContain("HOST=0.0.0.0 npm start");
  });

  it("listens on this machine alone", async () => {
    const start = await new Start().open();
    const listening = spawnSync("ss", ["-ltnp"], { encoding: "utf8" });
    if (listening.status !== 0) return;
    const ours = [start.child.pid!, ...descendants(start.child.pid!), databasePid()];
    const lines = listening.stdout.split("\n").filter((line) => ours.some((pid) => line.includes(`pid=${pid},`)));
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) expect(line).toContain(" 127.0.0.1:");
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "stops the server and the database cleanly at %s",
    async (signal) => {
      const start = await new Start().open();
      const all = [...descendants(start.child.pid!), databasePid()];
      start.child.kill(signal);
      expect(await start.ended).toBe(0);
      expect(all.every(gone)).toBe(true);
      expect(existsSync(join(school, "postgres", "postmaster.pid"))).toBe(false);
      expect(existsSync(join(school, "start.lock"))).toBe(false);
      expect(readFileSync(join(school, "postgres.log"), "utf8").trimEnd()).toMatch(/database system is shut down$/);
    },
  );

  it("recovers by itself after kill -9 of everything", async () => {
    const start = await new Start().open();
    await ask("CREATE TABLE kept (n int)");
    await ask("INSERT INTO kept VALUES (1)");
    const all = [start.child.pid!, ...descendants(start.child.pid!), databasePid()];
    for (const pid of all) process.kill(pid, "SIGKILL");
    await start.ended;
    await new Start().open();
    expect(await health()).toBe(200);
    expect(await ask("SELECT n FROM kept")).toEqual([{ n: 1 }]);
    await ask("DROP TABLE kept");
  });

  it("recovers after kill -9 of the launcher alone: the server leaves, the database is found again", async () => {
    const start = await new Start().open();
    const database = databasePid();
    start.child.kill("SIGKILL");
    const again = await new Start().open();
    expect(databasePid()).toBe(database);
    expect(await health()).toBe(200);
    expect(await again.stop()).toBe(0);
    expect(gone(database)).toBe(true);
  });

  it("starts the server again when only that is killed", async () => {
    const start = await new Start().open();
    const [server] = descendants(start.child.pid!).filter((pid) => commandOf(pid).includes("server/main.mjs"));
    process.kill(server!, "SIGKILL");
    await expect.poll(() => health().catch(() => 0), { timeout: 20_000 }).toBe(200);
  });

  it("starts the database again when only that is killed, and the server goes on with it", async () => {
    await new Start().open();
    process.kill(databasePid(), "SIGKILL");
    await expect.poll(health, { timeout: 5_000, interval: 20 }).toBe(503);
    await expect.poll(health, { timeout: 20_000 }).toBe(200);
  });

  it("lets a phone that comes by the machine's address sign in and save, over plain http", async (test) => {
    const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const [lan] = addresses.filter((entry) => entry.family === "IPv4" && !entry.internal);
    if (!lan) return test.skip();
    const start = await new Start({ HOST: "0.0.0.0" }).open();
    const there = `http://${lan.address}:${port}`;
    expect(start.output).toContain(there);
    const jar = new Map<string, string>();
    const go = async (path: string, body?: Record<string, string> | string) => {
      const answer = await fetch(there + path, {
        redirect: "manual",
        ...(body && { method: "POST", body: typeof body === "string" ? body : new URLSearchParams(body) }),
        headers: {
          ...(typeof body === "string" && { "content-type": "application/json" }),
          origin: there,
          cookie: [...jar].map((pair) => pair.join("=")).join("; "),
        },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        expect(cookie).not.toMatch(/; secure/i);
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
        jar.set(name!, value!);
      }
      return answer;
    };
    const { csrfToken } = (await (await go("/api/auth/csrf")).json()) as { csrfToken: string };
    const password = /learner +learner +(\S+)/.exec(start.output)![1]!;
    const signedIn = await go("/api/auth/callback/credentials", {
      csrfToken,
      userName: "learner",
      password,
      callbackUrl: `${there}/home`,
    });
    expect(signedIn.headers.get("location")).toMatch(new RegExp(`^(${there})?/home$`));
    expect(await (await go("/home")).text()).toContain("Mila");
    const begun = await go("/api/attempts", JSON.stringify({ quizId: "pact" }));
    const { attemptId } = (await begun.json()) as { attemptId: string };
    const saved = await go(
      `/api/attempts/${attemptId}/responses/1`,
      JSON.stringify({ revisionId: crypto.randomUUID(), fields: { text: ["23.8.1939"] } }),
    );
    expect(await saved.json()).toMatchObject({ state: "saved" });
  });

  it("goes on with a demo school that a killed start left half-made", async () => {
    const data = join(folder, "half");
    const start = new Start({ ANNALS_DATA: data });
    const begun = () => existsSync(join(data, "demo-unfinished.json"));
    await expect.poll(begun, { timeout: 60_000, interval: 10 }).toBe(true);
    await sleep(500);
    expect(begun()).toBe(true);
    for (const pid of [start.child.pid!, ...descendants(start.child.pid!)]) process.kill(pid, "SIGKILL");
    await start.ended;
    const again = await new Start({ ANNALS_DATA: data }).open();
    expect(again.output).toMatch(/learner +learner +\S+/);
    expect(existsSync(join(data, "demo-unfinished.json"))).toBe(false);
    const [made] = await ask(
      `SELECT (SELECT count(*)::int FROM "School" WHERE demo) AS schools, (SELECT count(*)::int FROM "Person") AS people,
              (SELECT count(*)::int FROM "Class") AS classes, (SELECT count(*)::int FROM "Enrolment") AS enrolled,
              (SELECT count(*)::int FROM "Attempt" WHERE "submittedAt" IS NULL) AS open,
              (SELECT count(*)::int FROM (SELECT 1 FROM "Attempt" GROUP BY "personId", "quizId")) AS tried`,
      data,
    );
    expect(made).toEqual({ schools: 1, people: 14, classes: 1, enrolled: 12, open: 5, tried: 23 });
  });

  it("signs sessions with the same secret at every start, readable for its owner alone", async () => {
    const path = join(school, "session.secret");
    const before = readFileSync(path, "utf8");
    await new Start().open();
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(before.length).toBeGreaterThanOrEqual(32);
    for (const name of ["session.secret", "postgres.password", "demo-sign-ins.json"]) {
      expect(statSync(join(school, name)).mode & 0o077).toBe(0);
    }
  });
});

describe("npm start refuses, in one sentence and with a non-zero exit,", () => {
  it("when the school runs already", async () => {
    await new Start().open();
    expect(await new Start({ PORT: String(await freePort()) }).refusal()).toMatch(
      /This school runs already \(process \d+, http/,
    );
    expect(await health()).toBe(200);
  });

  it("all but one of two that start at once", async () => {
    const both = [new Start(), new Start()];
    const outcomes = await Promise.all(
      both.map((start) =>
        Promise.race([
          start.open().then(
            () => "open",
            () => "refused",
          ),
          start.ended.then(() => "refused"),
        ]),
      ),
    );
    expect(outcomes.sort()).toEqual(["open", "refused"]);
    expect(await health()).toBe(200);
  });

  it("a port that is taken", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
    expect(await new Start().refusal()).toContain(`Port ${port} is taken`);
    await new Promise((done) => other.close(done));
  });

  it.each([
    ["PORT", "seventy"],
    ["PORT", "70000"],
    ["HOST", "192.0.2.1"],
    ["TRUSTED_PROXY", "the one in the cellar"],
    ["DATABASE_URL", "mysql://localhost/annals"],
    ["DATABASE_URL", "postgresql://nobody:hunter2@127.0.0.1:1/annals"],
  ])("%s=%s", async (name, value) => {
    const said = await new Start({ [name]: value }).refusal();
    expect(said).toContain(name);
    expect(said).not.toContain("hunter2");
  });

  it("a Node that is too old", async () => {
    const older = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})`;
    const said = await new Start({}, ["--import", older]).refusal();
    expect(said.trim()).toBe(
      "This is Node.js 18.20.4, and Annals needs 20.19 (or 22.12, or anything newer): install it from https://nodejs.org and start again.",
    );
  });

  it("a data folder that cannot be written", async () => {
    const place = join(folder, "read-only");
    mkdirSync(place);
    const root = process.getuid?.() === 0;
    // Root may write anywhere but on a disk that nobody may write on.
    if (root && spawnSync("mount", ["-t", "tmpfs", "-o", "ro", "tmpfs", place]).status !== 0) return;
    if (!root) chmodSync(place, 0o500);
    try {
      for (const data of [place, join(place, "inside")]) {
        expect(await new Start({ ANNALS_DATA: data }).refusal()).toContain(`${data} cannot be written`);
      }
    } finally {
      if (root) spawnSync("umount", [place]);
    }
  });

  it("a data folder on a full disk, and goes on with the same folder when there is room", async (test) => {
    const place = join(folder, "full");
    mkdirSync(place);
    const options = "size=400m,mode=711";
    if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place]).status !== 0) return test.skip();
    const environment = { ANNALS_DATA: join(place, "data"), ANNALS_DEMO: "no" };
    const fill = (megabytes: number) =>
      spawnSync("dd", ["if=/dev/zero", `of=${join(place, "ballast")}`, "bs=1M", `count=${megabytes}`]);
    try {
      fill(400);
      expect(await new Start(environment).refusal()).toContain("is full");
      fill(320);
      expect(await new Start(environment).refusal()).toContain("is full");
      fill(1);
      const start = await new Start(environment).open();
      expect(await start.stop()).toBe(0);
      fill(400);
      expect(await new Start(environment).refusal()).toContain("is full");
      rmSync(join(place, "ballast"));
      const again = await new Start(environment).open();
      expect(await again.stop()).toBe(0);
    } finally {
      spawnSync("umount", ["-l", place]);
    }
  });

  it("a database of a newer version, which it leaves as it was", async () => {
    const server = await startPostgres({ dataDir: school });
    const sql = (text: string) => ask(text);
    await sql(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('newer', 'x', '9999_later', now())`,
    );
    await server.stop();
    try {
      expect(await new Start().refusal()).toContain("written by a newer version of Annals (it has 9999_later");
    } finally {
      const again = await startPostgres({ dataDir: school });
      await sql(`DELETE FROM "_prisma_migrations" WHERE id = 'newer'`);
      await again.stop();
    }
  });
});

describe("a DATABASE_URL", () => {
  const other = join(folder, "other");
  const elsewhere = join(folder, "elsewhere");

  it("is used instead of the embedded database, and gets no demo school by surprise", async () => {
    const server = await startPostgres({ dataDir: other });
    try {
      const environment = { DATABASE_URL: server.url, ANNALS_DATA: elsewhere };
      const start = await new Start(environment).open();
      expect(start.output).toMatch(/shown this once[^\n]*\n +administrator +admin +\S+/);
      expect(start.output).not.toContain("demo");
      expect(existsSync(join(elsewhere, "postgres"))).toBe(false);
      expect(await health()).toBe(200);
      expect(await start.stop()).toBe(0);
      expect(server.alive()).toBe(true);
      const again = await new Start(environment).open();
      expect(again.output).not.toContain("shown this once");
      const client = new pg.Client(server.url);
      await client.connect();
      const { rows } = await client.query(
        `SELECT s.demo, count(p.*)::int AS people FROM "School" s LEFT JOIN "Person" p ON p."schoolId" = s.id GROUP BY s.id`,
      );
      await client.end();
      expect(rows).toEqual([{ demo: false, people: 1 }]);
    } finally {
      for (const start of [...running]) await start.stop();
      await server.stop();
    }
  });
});

describe("the commands", () => {
  const command = (name: string, ...rest: string[]) =>
    spawnSync(process.execPath, [join(root, "scripts", "command.mjs"), name, ...rest], {
      encoding: "utf8",
      env: { ...process.env, ANNALS_DATA: school, DATABASE_URL: "" },
    });

  it("give an administrator a new password while the school runs, and while it does not", async () => {
    const first = command("administrator");
    expect(first.stdout).toMatch(/administrator +admin +\S+/);
    const start = await new Start().open();
    expect(command("administrator", "ADMIN").stdout).toMatch(/administrator +admin +\S+/);
    expect(await health()).toBe(200);
    expect(start.child.exitCode).toBeNull();
    const nobody = command("administrator", "nobody");
    expect(nobody.status).toBe(1);
    expect(nobody.stderr.trim()).toBe("Demo school has no administrator called 'nobody'.");
  });

  it("remove the demo school and leave an empty one with an administrator; the next start does not bring it back", async () => {
    const removed = command("demo:remove");
    expect(removed.stdout).toMatch(/administrator +admin +\S+/);
    expect(command("demo:remove").stderr).toContain("There is no demo school here");
    const start = await new Start().open();
    expect(start.output).not.toContain("demo");
    expect(await ask(`SELECT demo, (SELECT count(*)::int FROM "Person") AS people FROM "School"`)).toEqual([
      { demo: false, people: 1 },
    ]);
    expect(command("demo:make").stderr).toContain("There is a school already");
  });
});
