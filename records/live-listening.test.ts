import { describe, expect, test } from "vitest";

import { Listening } from "./live-listening";

type Heard = (message: { payload?: string }) => void;

/** Connections that do as the test says, and a clock that only notes what waits. */
function aScene() {
  const ears: { fails: boolean; ended: boolean; asked: string[]; emit: (event: string, sent?: object) => void }[] = [];
  const heard: string[] = [];
  const pauses: { milliseconds: number; then: () => void }[] = [];
  const scene = { ears, heard, pauses, missed: 0, fails: false, pass, listening: undefined as unknown as Listening };
  scene.listening = new Listening(
    { hear: (ids) => heard.push(...ids), missed: () => scene.missed++ },
    () => {
      const listeners: [string, Heard][] = [];
      const own: (typeof ears)[number] = {
        ...{ fails: scene.fails, ended: false, asked: [] },
        emit: (event, sent = {}) => {
          for (const [name, hear] of listeners) if (name === event) hear(sent);
        },
      };
      ears.push(own);
      const answer = () => (own.fails ? Promise.reject(new Error("gone")) : Promise.resolve());
      return {
        connect: answer,
        query: (sql) => {
          own.asked.push(sql);
          return answer();
        },
        end: () => {
          own.ended = true;
          return Promise.resolve();
        },
        on: (event: string, hear: Heard) => void listeners.push([event, hear]),
      };
    },
    { now: () => 0, after: (milliseconds, then) => void pauses.push({ milliseconds, then }) },
  );
  return scene;

  async function pass() {
    for (let n = 0; n < 5; n++) await new Promise(setImmediate);
  }
}

describe("listening", () => {
  test("opens one connection, hears, and closes it", async () => {
    const { listening, ears, heard, pass } = aScene();
    expect(listening.open).toBe(false);
    listening.start();
    listening.start();
    await pass();
    expect(ears).toHaveLength(1);
    expect(ears[0]!.asked).toEqual(["LISTEN annals_live"]);
    ears[0]!.emit("notification", { payload: "a,b" });
    expect(heard).toEqual(["a", "b"]);
    await listening.stop();
    expect([listening.open, ears[0]!.ended]).toEqual([false, true]);
  });

  test("comes back when it breaks, more slowly each time, and says that it may have missed something", async () => {
    const scene = aScene();
    scene.listening.start();
    await scene.pass();
    expect(scene.missed).toBe(1);
    scene.fails = true;
    scene.ears[0]!.emit("end");
    scene.ears[0]!.emit("error");
    for (let n = 0; n < 8; n++) {
      scene.pauses[n]!.then();
      await scene.pass();
    }
    expect(scene.pauses.map(({ milliseconds }) => milliseconds)).toEqual([
      ...[500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000],
    ]);
    scene.fails = false;
    scene.pauses.at(-1)!.then();
    await scene.pass();
    expect(scene.missed).toBe(2);
    // From here on it is well again.
    scene.ears.at(-1)!.emit("end");
    expect(scene.pauses.at(-1)!.milliseconds).toBe(500);
  });

  test("notices a connection that is gone without a word", async () => {
    const { listening, ears, pauses, pass } = aScene();
    listening.start();
    await pass();
    await listening.check();
    expect(pauses).toEqual([]);
    ears[0]!.fails = true;
    await listening.check();
    expect(pauses).toHaveLength(1);
  });

  test("does not come back when nobody wants it any more", async () => {
    const { listening, ears, pauses, pass } = aScene();
    listening.start();
    await pass();
    ears[0]!.emit("end");
    await listening.stop();
    pauses[0]!.then();
    await pass();
    expect(ears).toHaveLength(1);

    listening.start();
    await listening.stop();
    await pass();
    expect(ears).toHaveLength(2);
    expect([ears[1]!.ended, listening.open]).toEqual([true, false]);
  });
});
