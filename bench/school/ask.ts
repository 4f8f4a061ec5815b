import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

import { doing, type Cost, type How } from "./doing";
import type { Order } from "./one";
import type { BenchSchool } from "./seed";

/** What each way to do one thing costs: the least time of several times, and the least memory. Noise only ever adds. */
export type Costs = Record<How, Cost>;

/**
 * Does something both ways in one school after the other, the smallest first; in turns, so that what else the machine does
 * meanwhile falls on both. Each way has a process of its own, which tells what memory it took.
 */
export async function* askBoth(
  schools: readonly BenchSchool[],
  view: string,
  { rounds }: { rounds: (school: BenchSchool) => number },
): AsyncGenerator<Costs & { school: BenchSchool }> {
  const [ours, bare] = [begin(), begin()];
  try {
    for (const school of schools) {
      await Promise.all([ours.take({ school, view, how: "ours" }), bare.take({ school, view, how: "bare" })]);
      // The first time something is done, it is compiled and read from disk.
      const all: Record<How, Cost[]> = { ours: [await ours.go()], bare: [await bare.go()] };
      for (let round = 0; round < rounds(school); round++) {
        all.ours.push(await ours.go());
        all.bare.push(await bare.go());
      }
      yield { school, ours: least(all.ours), bare: least(all.bare) };
    }
  } finally {
    await Promise.all([ours.end(), bare.end()]);
  }
}

function least(costs: readonly Cost[]): Cost {
  return {
    milliseconds: Math.min(...costs.map((each) => each.milliseconds)),
    memory: Math.min(...costs.map((each) => each.memory)),
  };
}

/** Does it once each way in this process: shows that it works. */
export async function* tryBoth(
  schools: readonly BenchSchool[],
  view: string,
): AsyncGenerator<Costs & { school: BenchSchool }> {
  const once = async (school: BenchSchool, how: How): Promise<Cost> => {
    const task = await doing(school, view, how);
    try {
      return await task.once();
    } finally {
      await task.end();
    }
  };
  for (const school of schools) yield { school, ours: await once(school, "ours"), bare: await once(school, "bare") };
}

function begin() {
  const child = fork(fileURLToPath(new URL("./one.ts", import.meta.url)), {
    execArgv: [...process.execArgv, "--expose-gc"],
    env: { ...process.env, NODE_ENV: "production" },
    // What goes wrong there is said as it is.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    take: (order: Order) => answer<null>(child, order),
    go: () => answer<Cost>(child, "go"),
    end: () =>
      new Promise<void>((done) => {
        if (child.exitCode !== null || !child.connected) return done();
        child.once("exit", () => done());
        child.send("end");
      }),
  };
}

function answer<Told>(child: ChildProcess, message: Order | "go"): Promise<Told> {
  return new Promise((done, fail) => {
    const gone = (code: number | null) =>
      fail(new Error(`A measurement ended with ${code}; what it said stands above.`));
    child.once("exit", gone);
    child.once("message", (told) => {
      child.off("exit", gone);
      done(told as Told);
    });
    child.send(message);
  });
}
