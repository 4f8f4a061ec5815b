import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

import { doing, type How } from "./doing";
import type { Order, Told } from "./one";
import type { BenchSchool } from "./seed";

/** What one way to do something costs: the least of several times, and the most memory that it took. */
export interface Cost {
  milliseconds: number;
  /** Bytes beyond what the process held when everything was loaded and connected, and nothing was done. */
  memory: number;
}

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
  const floors: Partial<Record<How, number>> = {};
  try {
    for (const school of schools) {
      const ready = await Promise.all([
        ours.take({ school, view, how: "ours" }),
        bare.take({ school, view, how: "bare" }),
      ]);
      floors.ours ??= ready[0].peak;
      floors.bare ??= ready[1].peak;
      yield { school, ...(await costs(ours, bare, { rounds: rounds(school), floors })) };
    }
  } finally {
    await Promise.all([ours.end(), bare.end()]);
  }
}

async function costs(
  ours: Asked,
  bare: Asked,
  { rounds, floors }: { rounds: number; floors: Partial<Record<How, number>> },
): Promise<Costs> {
  // The first time something is done, it is compiled and read from disk.
  const all = { ours: [await ours.go()], bare: [await bare.go()] };
  for (let round = 0; round < rounds; round++) {
    all.ours.push(await ours.go());
    all.bare.push(await bare.go());
  }
  const cost = (told: Told[], floor = 0): Cost => ({
    milliseconds: Math.min(...told.map((each) => each.milliseconds)),
    memory: Math.max(0, told.at(-1)!.peak - floor),
  });
  return { ours: cost(all.ours, floors.ours), bare: cost(all.bare, floors.bare) };
}

/** Does it once each way in this process: shows that it works, and tells nothing of memory. */
export async function* tryBoth(
  schools: readonly BenchSchool[],
  view: string,
): AsyncGenerator<Costs & { school: BenchSchool }> {
  const once = async (school: BenchSchool, how: How): Promise<Cost> => {
    const task = await doing(school, view, how);
    try {
      return { milliseconds: await task.once(), memory: 0 };
    } finally {
      await task.end();
    }
  };
  for (const school of schools) yield { school, ours: await once(school, "ours"), bare: await once(school, "bare") };
}

type Asked = ReturnType<typeof begin>;

function begin() {
  const child = fork(fileURLToPath(new URL("./one.ts", import.meta.url)), {
    execArgv: [...process.execArgv, "--expose-gc"],
    env: { ...process.env, NODE_ENV: "production" },
    // What goes wrong there is said as it is.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    take: (order: Order) => answer(child, order),
    go: () => answer(child, "go"),
    end: () =>
      new Promise<void>((done) => {
        if (child.exitCode !== null || !child.connected) return done();
        child.once("exit", () => done());
        child.send("end");
      }),
  };
}

function answer(child: ChildProcess, message: Order | "go"): Promise<Told> {
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
