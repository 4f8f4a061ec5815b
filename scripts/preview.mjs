/**
 * npm run content:preview    shows the courses as readers will see them, and every saved change at once. For whoever
 *                            writes a course: needs no school, no database and no build. PORT names another port than
 *                            3100; when it is taken, the next free one is used. Ctrl-C ends it.
 */
import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ROOT } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { Refusal, endWith } from "./refusal.mjs";

const HOST = "127.0.0.1";

async function main() {
  await ensureInstalled({ say: console.log });
  const port = await freePort(Number(process.env.PORT) || 3100);
  // Next serves what stands beside its pages, and these stand apart.
  cpSync(join(ROOT, "public"), join(ROOT, "preview", "public"), { recursive: true });
  cpSync(join(ROOT, "app", "icon.svg"), join(ROOT, "preview", "public", "icon.svg"));
  console.log("Starting the preview …");

  let said = "";
  const next = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "dev", "preview", "--port", String(port), "--hostname", HOST],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  for (const stream of [next.stdout, next.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-4000);
      if (process.env.ANNALS_VERBOSE) process.stderr.write(text);
    });
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => next.kill("SIGTERM"));
  const ended = new Promise((done) => next.on("exit", (code, signal) => done({ code, signal })));

  const address = `http://${HOST}:${port}`;
  const gone = new AbortController();
  const up = await Promise.race([answers(address, gone.signal), ended.then(() => false)]);
  if (up) {
    console.log(`The preview is at ${address}\nIt shows every change as you save it. Ctrl-C ends it.`);
    // What a first visit would wait for.
    for (const page of ["lessons", "quizzes"]) await fetch(`${address}/${page}/-`).catch(() => {});
  }
  const { code, signal } = await ended;
  gone.abort();
  if (up || signal || code === 130 || code === 143) return;
  const other = /already running[\s\S]*?(http:\/\/\S+)/i.exec(said);
  if (other) throw new Refusal(`A preview of this checkout runs already: ${other[1]}`);
  process.stderr.write(said);
  throw new Refusal("The preview does not start: what it said stands above.");
}

/** The port, or the next that nobody listens on. */
async function freePort(port) {
  for (let each = port; each < port + 100; each++) {
    const free = await new Promise((done) => {
      const server = createServer();
      server.once("error", () => done(false));
      server.listen(each, HOST, () => server.close(() => done(true)));
    });
    if (free) return each;
  }
  throw new Refusal(`No port from ${port} to ${port + 99} is free: name another with PORT=….`);
}

/** Waits for the first page, which also makes everything that the others need. */
async function answers(address, gone) {
  while (!gone.aborted) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((done) => setTimeout(done, 200));
  }
  return false;
}

main().catch(endWith);
