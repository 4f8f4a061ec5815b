/**
 * The Prisma client and the production build, made when they are older than what they are made from.
 *
 *   node scripts/build.mjs           ANNALS_DIST names another folder than .next
 *   node scripts/build.mjs client    the Prisma client alone
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ROOT, isMain, refuseUnderRunningSchool, whilePreparing } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { Refusal, endWith, fileRefusal } from "./refusal.mjs";

/** The folder of the build, relative to the checkout. */
export const buildFolder = () => process.env.ANNALS_DIST || ".next";

/** Generates the Prisma client when schema or Prisma changed. Needs no network. */
export async function ensureClient({ say = () => {} } = {}) {
  const folder = join(ROOT, "prisma", "client");
  const made = () => fingerprint(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (readStamp(folder) === made()) return;
  await whilePreparing(async () => {
    if (readStamp(folder) === made()) return;
    say("Generating the database client …");
    rmSync(folder, { recursive: true, force: true });
    await node(["node_modules/prisma/build/index.js", "generate"], {
      quiet: true,
      what: "prisma generate",
      // Any program that exists: generating never runs the engine, but would fetch one to have it.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    });
    writeStamp(folder, made());
  });
}

/** Builds when the build is older than its sources. */
export async function ensureBuild({ say = () => {} } = {}) {
  await ensureClient({ say });
  const folder = join(ROOT, buildFolder());
  if (isFresh(folder)) return;
  await whilePreparing(async () => {
    if (isFresh(folder)) return;
    refuseUnderRunningSchool("its sources", buildFolder());
    say("Building the pages (half a minute) …");
    // Without a stamp it counts as unfinished, so a build that is cut off is made again.
    rmSync(join(folder, STAMP), { force: true });
    const before = sources();
    // Next writes into both; the build of another folder must leave no trace in them.
    const kept = ["tsconfig.json", "next-env.d.ts"].map((name) => [join(ROOT, name), textOf(join(ROOT, name))]);
    try {
      await node(["node_modules/next/dist/bin/next", "build"], {
        quiet: !process.env.ANNALS_VERBOSE,
        what: "next build",
        env: { NODE_ENV: "production" },
      });
    } finally {
      for (const [path, text] of kept) if (text !== null && textOf(path) !== text) writeFileSync(path, text);
    }
    writeStamp(folder, before);
  });
}

export const isFresh = (folder = join(ROOT, buildFolder())) => readStamp(folder) === sources();

/** Everything that a page may come from; not tests, and not what only runs beside the pages. */
const SOURCES = [
  ...["app", "ui", "questions", "facts", "assessment", "records", "auth", "content", "interchange", "public"],
  ...["prisma/schema.prisma", "next.config.ts", "tsconfig.json", "package.json", "package-lock.json"],
  ...["instrumentation.ts", "proxy.ts"],
];
const NOT_SOURCES = /\.(db\.)?test\.tsx?$|(^|\/)README\.md$/;

/** The address too stands in the pages, where the operator has said it. */
const sources = () => fingerprint([...SOURCES, ...otherCourses()], process.env.NEXTAUTH_URL);

/** The folder of courses that are kept elsewhere, as a path from the checkout; none when there is none. */
export const otherCourses = () =>
  process.env.ANNALS_COURSES ? [relative(ROOT, resolve(process.env.ANNALS_COURSES))] : [];

/** A hash of files, and of folders with all that is in them; what is missing counts as empty. */
export function fingerprint(paths, more = "") {
  const hash = createHash("sha256").update(`node ${process.versions.node}\0${more}\0`);
  for (const path of paths) add(path);
  return hash.digest("hex");

  function add(path) {
    const full = join(ROOT, path);
    let entries;
    try {
      entries = readdirSync(full, { withFileTypes: true });
    } catch (error) {
      if (error.code === "ENOENT") return;
      if (error.code !== "ENOTDIR") throw error;
      if (!NOT_SOURCES.test(path)) hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
      return;
    }
    for (const name of entries.map((entry) => entry.name).sort()) add(`${path}/${name}`);
  }
}

const STAMP = "made-from";

function readStamp(folder) {
  return textOf(join(folder, STAMP))?.trim() ?? null;
}

function writeStamp(folder, stamp) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, STAMP), `${stamp}\n`);
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Runs one of the tools with this Node; what it says is shown when it fails, or as it comes when not quiet. */
function node(args, { env, quiet, what }) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === 0) return done();
      process.stderr.write(said);
      const full = /ENOSPC|No space left/.test(said) && fileRefusal({ code: "ENOSPC" }, ROOT, "checkout");
      fail(full || new Refusal(`${what} failed (${signal ?? code}): what it said stands above.`));
    });
  });
}

if (isMain(import.meta.url)) {
  const ensure = process.argv[2] === "client" ? ensureClient : ensureBuild;
  ensureInstalled({ say: console.log })
    .then(() => ensure({ say: console.log }))
    .catch(endWith);
}
