// @ts-check
/**
 * The server process of `npm start`. Its launcher tells it when to listen and when to stop; when the launcher is gone,
 * so are we, so that no port stays taken by a server that nobody looks after.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { drain, frontDoor } from "./front-door.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

const build = join(root, process.env.ANNALS_DIST || ".next");
// As it was when built; reading next.config.ts anew would only take time.
const { config: conf } = JSON.parse(readFileSync(join(build, "required-server-files.json"), "utf8"));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(conf);
// Where an action ends in a redirect, Next asks this server for the page that comes next, with the visitor's cookie: it
// must not ask whoever has its default port. By http, whatever a proxy in front speaks.
const any = { "0.0.0.0": "127.0.0.1", "::": "::1" };
const hostname = Object.hasOwn(any, host) ? any[/** @type {keyof typeof any} */ (host)] : host;
process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
const app = next({ dev: false, dir: root, conf, hostname, port });
// Next would tell how long its settings took; errors it still tells.
const { log } = console;
console.log = () => {};
const prepared = app.prepare().finally(() => (console.log = log));
/** @type {import("node:http").Server | null} */
let server = null;
let stopping = false;

// Ctrl-C reaches every process of the terminal; the launcher says when it is our turn.
for (const signal of /** @type {const} */ (["SIGINT", "SIGHUP"])) process.on(signal, () => {});
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop(1000));
process.on("message", (message) => {
  if (message === "listen") void listen();
  if (message === "stop") void stop();
});

async function listen() {
  await prepared;
  const handle = app.getRequestHandler();
  server = frontDoor({ root, build, handle: (request, response) => void handle(request, response) });
  server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    process.send?.({ failed: error.code ?? error.message });
    process.exitCode = 1;
    process.disconnect?.();
  });
  server.listen(port, host, () => process.send?.("listening"));
}

async function stop(patience = 10_000) {
  if (stopping) return;
  stopping = true;
  if (server?.listening) await drain(server, patience);
  process.exit();
}
