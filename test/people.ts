import { fork } from "node:child_process";
import { resolve } from "node:path";
import type { Verbs } from "./people.server";

const root = resolve(import.meta.dirname, "..");

export type { TestPerson } from "./people.server";

/** The verbs of people.server.ts, to be called from here. */
export type People = {
  [Verb in keyof Verbs]: (
    ...input: Parameters<Verbs[Verb]> extends [] ? [] : Parameters<Verbs[Verb]>
  ) => ReturnType<Verbs[Verb]>;
} & { close: () => void };

/** Starts the process that makes people in the school on this database. */
export async function peopleOf(databaseUrl: string): Promise<People> {
  const child = fork("test/people.server.ts", [], {
    cwd: root,
    // Not the parent's own: a test runner's loader is not for this process.
    execArgv: ["--conditions=react-server", "--import", "./scripts/typescript.mjs"],
    env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: databaseUrl },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const waiting = new Map<number, { done: (answer: unknown) => void; fail: (error: Error) => void }>();
  let calls = 0;
  await new Promise<void>((done, fail) => {
    child.on("message", (message: "ready" | { call: number; answer?: unknown; error?: string }) => {
      if (message === "ready") return done();
      const call = waiting.get(message.call);
      waiting.delete(message.call);
      if (message.error) call?.fail(new Error(message.error));
      else call?.done(message.answer);
    });
    child.on("exit", (code) => {
      const error = new Error(`The process that makes people ended (${code}).`);
      fail(error);
      for (const call of waiting.values()) call.fail(error);
    });
  });
  const ask = (verb: string, input: unknown) =>
    new Promise((done, fail) => {
      const call = calls++;
      waiting.set(call, { done, fail });
      child.send({ call, verb, input });
    });
  return new Proxy({} as People, {
    get: (_, verb: string) => {
      if (verb === "close") return () => child.kill();
      // Whoever awaits us asks first whether we are a promise.
      return verb === "then" ? undefined : (input: unknown) => ask(verb, input);
    },
  });
}
