/** Runs school.ts, in a process of its own, and keeps what it says must be kept. */
import { fork } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { recall, remember } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";

/** Stands while the demo school is being made: a start killed then goes on with it, and with the same passwords. */
const UNFINISHED = "demo-unfinished.json";
const SIGN_INS = "demo-sign-ins.json";

/**
 * @param {object} order What school.ts is to do
 * @param {{ folder: string, environment: Record<string, string>, say: (line: string) => void, undo?: Array<() => unknown> }} means
 *   `undo`: gets what must happen when the start is broken off meanwhile
 * @returns {Promise<{ administrator?: { userName: string, password: string } | null, removed?: boolean,
 *   demo: { signIns: { who: string, userName: string, password: string }[], joinCode: string | null } | null }>}
 *   `administrator`: a sign-in that is shown only now
 */
export async function lookAfterSchool(order, { folder, environment, say, undo = [] }) {
  const child = fork(join(ROOT, "scripts", "school.ts"), [], {
    cwd: ROOT,
    env: { ...environment, NODE_ENV: "production" },
    execArgv: ["--conditions=react-server", "--import", pathToFileURL(join(ROOT, "scripts", "typescript.mjs")).href],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const breakOff = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  };
  undo.push(breakOff);
  try {
    const done = await new Promise((finish, fail) => {
      let result;
      child.on("message", (message) => {
        try {
          if (message.say) say(message.say);
          if (message.keep) {
            remember(folder, UNFINISHED, message.keep);
            child.send({});
          }
          if (message.demo) {
            remember(folder, SIGN_INS, message.demo);
            remember(folder, UNFINISHED, null);
          }
          if (message.refused) fail(new Refusal(message.refused));
          if (message.done) result = message.done;
        } catch (error) {
          fail(error);
        }
      });
      child.on("error", fail);
      child.on("exit", (code, signal) => {
        if (result) finish(result);
        else fail(new Refusal(`The school could not be made ready (${signal ?? code}): what was said stands above.`));
      });
      child.send({ ...order, unfinished: recall(folder, UNFINISHED) });
    });
    if (done.removed) for (const name of [SIGN_INS, UNFINISHED]) remember(folder, name, null);
    return { ...done, demo: done.demo ? signInsOf(folder) : null };
  } finally {
    breakOff();
    undo.splice(undo.indexOf(breakOff), 1);
  }
}

/** The demo's sign-ins, as they were when it was made. */
export const signInsOf = (folder) => recall(folder, SIGN_INS) ?? { signIns: [], joinCode: null };

/** Sign-ins as a table, two spaces in. */
export function signInLines(signIns) {
  const width = (name) => Math.max(0, ...signIns.map((row) => row[name].length));
  const [who, user] = [width("who"), width("userName")];
  return signIns.map((row) => `  ${row.who.padEnd(who)}   ${row.userName.padEnd(user)}   ${row.password}`);
}
