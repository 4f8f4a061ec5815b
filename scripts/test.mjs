/**
 * `npm test`: everything that must hold, from a fresh clone on Node and npm alone. Installs, checks, builds beside the
 * school's own build (.next-test), tries it in a real browser, and ends with one line, `N passed, N failed`.
 *
 * A school that runs beside it is untouched: folders, databases and ports are all this run's own.
 */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(ROOT, "node_modules", ".bin");

/** Holds every temporary file of the run. Others may pass through: as root, PostgreSQL runs as `nobody`. */
const folder = mkdtempSync(join(tmpdir(), "annals-test-"));
chmodSync(folder, 0o711);

/** What the stages see: nothing that points at a school of this machine. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(ANNALS_(?!CHROMIUM)|DATABASE_|DIRECT_|NEXTAUTH_|AUTH_|OIDC_|PG|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$)/.test(
        name,
      ),
  ),
);
Object.assign(environment, {
  TMPDIR: folder,
  ANNALS_DIST: ".next-test",
  NEXT_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  CI: "1",
});

/** The school that is built and tried has a second course, which is kept elsewhere. */
const beside = { ANNALS_COURSES: join(ROOT, "test", "courses") };

const began = Date.now();
const counts = { passed: 0, failed: 0 };
const failures = [];
const children = new Set();

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopping = true;
    for (const child of children) kill(child);
    cleanUp();
    process.exit(130);
  });
}

try {
  await main();
} catch (error) {
  counts.failed += 1;
  console.error(error);
} finally {
  cleanUp();
}
console.log(`\n${duration(Date.now() - began)}${failures.length ? `; failed: ${failures.join(", ")}` : ""}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);

async function main() {
  if (!(await check("install", script("scripts/install.mjs")))) return;
  forgetOldTypes();
  if (!(await check("database client", () => run(process.execPath, ["scripts/build.mjs", "client"])))) return;
  let built = false;
  // Two cores: two at a time, and those first that take longest.
  await together(2, [
    async () => {
      built = await check("production build", script("scripts/build.mjs", beside));
      // The build writes down the pages' addresses, which are types too.
      await check("types", command("tsc", ["--noEmit", "--incremental", "false"]));
    },
    () => vitest("unit tests", "unit", "apart"),
    async () => (built ? vitest("start tests", "start") : miss("start tests", "there is no build")),
    () => vitest("integration tests", "db"),
    () => check("lint", command("eslint", ["."])),
    () => check("format", command("prettier", ["--check", "--log-level", "warn", "."])),
    () => check("bench, briefly", npmRun("bench", "--quick")),
    () => check("walls between rooms", npmRun("walls")),
    () => check("content", npmRun("content:check", "--compare")),
  ]);
  if (built) await playwright();
  else miss("end-to-end tests", "there is no build");
}

/** next-env.d.ts names a file of the build that wrote it; when that build is gone, ours has to write it anew. */
function forgetOldTypes() {
  const path = join(ROOT, "next-env.d.ts");
  if (!existsSync(path)) return;
  const named = /import "(\..*?)"/.exec(readFileSync(path, "utf8"))?.[1];
  if (named && !existsSync(join(ROOT, named))) rmSync(path);
}

/** One check: it counts as one, and prints what it said only when it failed. */
async function check(name, work) {
  if (stopping) return false;
  const start = Date.now();
  const { ok, output } = await work();
  tell(name, ok, start, ok ? "" : output);
  counts[ok ? "passed" : "failed"] += 1;
  if (!ok) failures.push(name);
  return ok;
}

function miss(name, why) {
  counts.failed += 1;
  failures.push(name);
  console.log(`✗ ${name}: not tried, ${why}`);
}

async function vitest(name, ...projects) {
  if (stopping) return;
  const start = Date.now();
  const report = join(folder, `${projects[0]}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const args = ["run", ...chosen, "--passWithNoTests", "--reporter=dot", "--reporter=json"];
  const { ok, output } = await run(join(BIN, "vitest"), [...args, `--outputFile.json=${report}`]);
  const result = readReport(report);
  add(name, ok, start, output, {
    passed: result?.numPassedTests ?? 0,
    failed: result?.numFailedTests ?? 0,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  });
}

async function playwright() {
  if (stopping) return;
  const start = Date.now();
  const report = join(folder, "e2e.json");
  const { ok, output } = await run(join(BIN, "playwright"), ["test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_FORCE_TTY: "0",
  });
  const stats = readReport(report)?.stats;
  add("end-to-end tests", ok, start, output, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
  // A story that needed a second try is not whole: what its first one said is told, though it does not fail the run.
  if (ok && stats?.flaky) console.log(`! ${stats.flaky} only at the second try:\n${output.replace(/^/gm, "    ")}`);
}

/** Adds a suite's counts. A suite that failed without a failed test (it could not load) is one failure. */
function add(name, ok, start, output, { passed, failed, skipped }) {
  if (!ok && failed === 0) failed = 1;
  counts.passed += passed;
  counts.failed += failed;
  if (failed > 0) failures.push(name);
  const sum = `${passed} passed${failed ? `, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""}`;
  tell(`${name}: ${sum}`, failed === 0, start, failed === 0 ? "" : output);
}

function tell(line, ok, start, output) {
  console.log(`${ok ? "✓" : "✗"} ${line} (${duration(Date.now() - start)})`);
  if (output.trim()) console.log(output.trimEnd().replace(/^/gm, "    "));
}

function command(program, args, extra) {
  return () => run(join(BIN, program), args, extra);
}

function script(path, extra) {
  return () => run(process.execPath, [path], extra);
}

function npmRun(name, ...options) {
  return () => run("npm", ["run", "--silent", name, "--", ...options]);
}

/** Runs a program to its end and keeps what it says. Its children end with it. */
function run(program, args, extra = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...environment, ...extra },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      shell: process.platform === "win32",
    });
    children.add(child);
    let output = "";
    const hear = (text) => (output += text);
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => {
      children.delete(child);
      done({ ok: false, output: String(error) });
    });
    child.on("exit", () => kill(child));
    child.on("close", (code) => {
      children.delete(child);
      done({ ok: code === 0, output });
    });
  });
}

/** Ends a stage and whatever it started in its process group. */
function kill(child) {
  try {
    if (child.pid) process.kill(-child.pid, "SIGTERM");
  } catch {
    // It is gone already.
  }
}

async function together(width, work) {
  const waiting = [...work];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: width }, lane));
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Stops whatever database a stage left behind (a killed one cannot stop its own), then removes the run's folder. */
function cleanUp() {
  if (!existsSync(folder)) return;
  for (const path of find(folder, "postmaster.pid")) {
    const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
    // The file outlives a crash, and the number may be someone else's by now.
    if (pid > 1 && commandLine(pid).includes(dirname(path))) process.kill(pid, "SIGQUIT");
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function commandLine(pid) {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function* find(start, name, depth = 5) {
  for (const entry of readdirSync(start)) {
    const path = join(start, entry);
    if (entry === name) yield path;
    // Through links as well: as root the cluster may live elsewhere.
    else if (depth > 0 && statSync(path, { throwIfNoEntry: false })?.isDirectory()) yield* find(path, name, depth - 1);
  }
}

function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
