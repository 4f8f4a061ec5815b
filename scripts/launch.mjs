/** `npm start`, once Node is known to be new enough: makes what is missing, starts what is needed, and looks after it. */
import { fork } from "node:child_process";
import { get } from "node:http";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { trustedProxies } from "../server/forwarding.mjs";
import { buildFolder, ensureBuild } from "./build.mjs";
import { ROOT, markRunning } from "./checkout.mjs";
import { openDataFolder, sessionSecret } from "./data-folder.mjs";
import { ensureInstalled } from "./install.mjs";
import { takeLock } from "./processes.mjs";
import { Refusal, endWith, fileRefusal } from "./refusal.mjs";
import { lookAfterSchool, signInLines, signInsOf } from "./school.mjs";

const say = (line) => console.log(line);

/** Starts the school and stays until it is told to stop. */
export async function launch() {
  const place = addressToListen();
  /** What must be undone at the end, the last first. */
  const undo = [];
  const state = { stopping: false, ended: null };
  const stop = (code) => (state.ended ??= end(undo, state, code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!state.stopping) say("\nStopping …");
      void stop(0);
    });
  }
  try {
    await open({ place, undo, state, stop });
  } catch (error) {
    // What was interrupted by Ctrl-C may well complain; the end is already under way.
    if (state.stopping) return;
    await end(undo, state, null);
    endWith(error);
  }
}

async function open({ place, undo, state, stop }) {
  const folder = openDataFolder();
  await holdFolder(folder, undo, place);
  await refuseTakenPort(place);
  await ensureInstalled({ say });
  await ensureBuild({ say });
  if (state.stopping) return;
  undo.push(markRunning(buildFolder()));

  // Only now are there packages to load.
  const { openDatabase } = await import("./database.mjs");
  const database = await openDatabase({ folder, say });
  if (database.embedded) undo.push(superviseDatabase({ database, folder, stop, state }));
  if (state.stopping) return;

  // The embedded database has no pooler before it.
  const direct = database.embedded ? undefined : process.env.DIRECT_DATABASE_URL;
  const environment = serverEnvironment({ folder, place, url: database.url, direct });
  const server = superviseServer({ environment, state, stop });
  undo.push(server.stop);
  const demo = /^(1|yes|on|true)$/i.test(process.env.ANNALS_DEMO ?? (database.embedded ? "yes" : "no"));
  const school = await openSchool({ task: "open", demo }, { folder, environment, say, undo });
  if (state.stopping) return;
  await server.listen();
  await answersHealthy(place);
  greet({ place, school });
}

/** Publishes the content and makes the school, or finds that all of it was done before. */
async function openSchool(order, means) {
  const { nothingToPublish, rememberPublished } = await import("./published.mjs");
  const url = means.environment.DATABASE_URL;
  const done = await nothingToPublish(means.folder, url);
  if (done) return { demo: done.demo ? signInsOf(means.folder) : null };
  const school = await lookAfterSchool(order, means);
  await rememberPublished(means.folder, url);
  return school;
}

/** Undoes everything in turn and leaves; `code` null only undoes. */
async function end(undo, state, code) {
  state.stopping = true;
  let failed = null;
  while (undo.length > 0) {
    try {
      await undo.pop()();
    } catch (error) {
      failed ??= error;
    }
  }
  if (failed) endWith(failed);
  if (code !== null) process.exit(code);
}

/** HOST and PORT; they and TRUSTED_PROXY are checked before anything else. */
function addressToListen() {
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    endWith(new Refusal(`PORT is '${process.env.PORT}', and must be a number from 1 to 65535.`));
  }
  try {
    trustedProxies(process.env.TRUSTED_PROXY);
  } catch (error) {
    endWith(new Refusal(error.message));
  }
  return { host, port };
}

async function holdFolder(folder, undo, place) {
  let lock;
  try {
    lock = await takeLock(join(folder, "start.lock"));
  } catch (error) {
    throw fileRefusal(error, folder) ?? error;
  }
  if (lock.holder) {
    throw new Refusal(
      `This school runs already (process ${lock.holder.pid}${lock.holder.address ? `, ${lock.holder.address}` : ""}): ` +
        `use that one, stop it first, or set ANNALS_DATA and PORT to start another school beside it.`,
    );
  }
  lock.write({ address: addressFor(place) });
  undo.push(() => lock.release());
}

/** Says so before the long steps, not after. A server whose launcher was killed needs a moment to notice. */
async function refuseTakenPort({ host, port }) {
  for (let attempt = 1; ; attempt++) {
    const code = await new Promise((done) => {
      const probe = createServer();
      probe.once("error", (error) => done(error.code));
      probe.listen(port, host, () => probe.close(() => done(null)));
    });
    if (code === null) return;
    if (code === "EADDRINUSE" && attempt < 16) {
      await sleep(200);
      continue;
    }
    throw listenRefusal(code, { host, port });
  }
}

function listenRefusal(code, { host, port }) {
  if (code === "EADDRINUSE") {
    return new Refusal(
      `Port ${port} is taken by another program: stop that, or choose another port, as in PORT=${port + 1} npm start.`,
    );
  }
  if (code === "EACCES")
    return new Refusal(`This user may not listen on port ${port}: choose one above 1023, as in PORT=3000 npm start.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new Refusal(
      `HOST is '${host}', which is no address of this machine: leave it out, or use 0.0.0.0 for all of them.`,
    );
  }
  return new Refusal(`The server cannot listen on ${host} port ${port} (${code}).`);
}

function serverEnvironment({ folder, place, url, direct }) {
  const { DIRECT_DATABASE_URL: _direct, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: place.host,
    PORT: String(place.port),
    DATABASE_URL: url,
    ...(direct && { DIRECT_DATABASE_URL: direct }),
    NEXTAUTH_SECRET: sessionSecret(folder),
    // next-auth then answers under the name it was called by: a phone comes by the machine's address. The front door
    // sees to it that this name cannot be forged.
    AUTH_TRUST_HOST: "1",
  };
}

/** Starts the embedded database again when it dies, and stops it at the end. */
function superviseDatabase({ database, folder, stop, state }) {
  let server = database.embedded;
  const port = server.port;
  const failures = recentFailures();
  const timer = setInterval(async () => {
    if (state.stopping || server.alive()) return;
    if (!failures.more()) {
      clearInterval(timer);
      console.error("The database died too often; see postgres.log in the data folder.");
      return void stop(1);
    }
    console.error("The database ended unexpectedly; starting it again …");
    const dead = server;
    server = { ...dead, alive: () => true };
    try {
      const { startPostgres } = await import("./postgres.mjs");
      server = await startPostgres({ dataDir: folder, port });
      if (state.stopping) await server.stop();
    } catch (error) {
      server = dead;
      console.error(error.message);
    }
  }, 500);
  return async () => {
    clearInterval(timer);
    await server.stop();
  };
}

/** The process that serves; begun anew when it dies. `listen` returns once it takes visitors. */
function superviseServer({ environment, state, stop }) {
  const failures = recentFailures();
  let child;
  let wanted = false;
  let listening;
  const promise = new Promise((done, fail) => (listening = { done, fail }));
  promise.catch(() => {});
  begin();

  function begin() {
    child = fork(join(ROOT, "server", "main.mjs"), {
      cwd: ROOT,
      env: environment,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    if (wanted) child.send("listen");
    child.on("message", (message) => {
      if (message === "listening") listening.done();
      if (message?.failed) {
        listening.fail(listenRefusal(message.failed, { host: environment.HOST, port: Number(environment.PORT) }));
        failures.refused = true;
      }
    });
    child.on("exit", (code, signal) => {
      if (state.stopping || failures.refused) return;
      if (failures.more()) {
        console.error(`The server ended unexpectedly (${signal ?? code}); starting it again …`);
        return begin();
      }
      console.error("The server ends again and again: what it said stands above.");
      listening.fail(new Refusal("The school cannot be served."));
      void stop(1);
    });
  }

  return {
    listen: () => {
      wanted = true;
      child.send("listen");
      return promise;
    },
    stop: async () => {
      state.stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once("exit", done));
      if (child.connected) child.send("stop");
      const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** Counts deaths: `more` is false from the fifth within a minute on. */
function recentFailures() {
  const times = [];
  return {
    refused: false,
    more: () => {
      times.push(Date.now());
      return times.filter((time) => time > Date.now() - 60_000).length < 5;
    },
  };
}

/** `npm start` only says that the school is open when it is. */
async function answersHealthy(place) {
  const host = place.host === "0.0.0.0" ? "127.0.0.1" : place.host === "::" ? "::1" : place.host;
  let last;
  for (let attempt = 1; attempt <= 40; attempt++) {
    last = await new Promise((done) => {
      const request = get({ host, port: place.port, path: "/api/health", timeout: 5000 }, (response) => {
        response.resume();
        done(response.statusCode);
      });
      request.on("timeout", () => request.destroy(new Error("no answer")));
      request.on("error", (error) => done(error.message));
    });
    if (last === 200) return;
    await sleep(250);
  }
  throw new Refusal(`The server runs, but /api/health answers ${last}: see postgres.log in the data folder.`);
}

const addressFor = ({ host, port }) => {
  const shown = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host) ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
};

/** Addresses of this machine on its networks, IPv4. */
function networkAddresses() {
  return Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
}

function greet({ place, school }) {
  const lines = ["", `Annals is open at ${addressFor(place)}`];
  if (school.administrator) {
    lines.push("", "The administrator's sign-in, shown this once (npm run administrator sets another password):");
    lines.push(...signInLines([{ who: "administrator", ...school.administrator }]));
  }
  if (school.demo) {
    lines.push("", "Sign in to the demo school (npm run demo:remove leaves an empty one) as:");
    lines.push(...signInLines(school.demo.signIns));
    if (school.demo.joinCode)
      lines.push(`or join its class as a new learner at ${addressFor(place)}/join, code ${school.demo.joinCode}`);
  }
  const addresses = networkAddresses().map((address) => `http://${address}:${place.port}`);
  if (["127.0.0.1", "localhost", "::1"].includes(place.host)) {
    const phones = addresses.length > 0 ? addresses.join(" or ") : "this machine's address";
    lines.push(
      "",
      `Only this machine can reach it. For a classroom: HOST=0.0.0.0 npm start, then phones come by ${phones}`,
    );
  } else if (["0.0.0.0", "::"].includes(place.host)) {
    lines.push("", "Other devices on this network come by:", ...addresses.map((address) => `  ${address}`));
  }
  lines.push("", "Ctrl-C stops it.", "");
  say(lines.join("\n"));
}
