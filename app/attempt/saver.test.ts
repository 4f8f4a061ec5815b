import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Saver } from "./saver";
import type { Revision, SaveState, Sent } from "./saver";

const saved: Sent = { state: "saved", savedAt: "2026-10-05T12:04:00Z", answered: true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("saving an answer", () => {
  test("waits until typing pauses and sends the latest only", async () => {
    const { saver, sent } = make(() => saved);
    saver.change("2", 400);
    await vi.advanceTimersByTimeAsync(300);
    saver.change("23", 400);
    await vi.advanceTimersByTimeAsync(399);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map((each) => each.answer)).toEqual(["23"]);
  });

  test("keeps order: one is under way, and of those that wait the latest follows", async () => {
    const answers: (() => void)[] = [];
    const { saver, sent, said } = make(() => new Promise<Sent>((resolve) => answers.push(() => resolve(saved))));
    saver.change("a");
    saver.change("b");
    saver.change("c");
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map((each) => each.answer)).toEqual(["a"]);
    answers[0]!();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map((each) => each.answer)).toEqual(["a", "c"]);
    expect(said).not.toContain("saved");
    answers[1]!();
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toBe("saved");
    expect(saver.unsaved).toBe(false);
  });

  test("without a line says so, and sends the same revision again until it is through", async () => {
    let online = false;
    const { saver, sent, said } = make(() => {
      if (!online) throw new Error("no line");
      return saved;
    });
    saver.change("a");
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toBe("offline");
    expect(saver.unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    online = true;
    await vi.advanceTimersByTimeAsync(2000);
    expect(said.at(-1)).toBe("saved");
    expect(new Set(sent.map((each) => each.revisionId)).size).toBe(1);
    expect(sent).toHaveLength(3);
  });

  test("sends a newer change instead of one that failed, under a new id", async () => {
    let online = false;
    const { saver, sent } = make(() => (online ? saved : { state: "again" }));
    saver.change("a");
    await vi.advanceTimersByTimeAsync(0);
    saver.change("b", 400);
    online = true;
    await vi.advanceTimersByTimeAsync(400);
    expect(sent.map((each) => each.answer)).toEqual(["a", "b"]);
    expect(sent[0]!.revisionId).not.toBe(sent[1]!.revisionId);
    expect(sent.map((each) => each.turn)).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveLength(2);
  });

  test("a flush sends at once and ends when all is saved, or when it cannot be", async () => {
    const { saver, sent } = make(() => saved);
    saver.change("a", 400);
    await saver.flush();
    expect(sent).toHaveLength(1);
    expect(saver.unsaved).toBe(false);

    const offline = make(() => ({ state: "again" }));
    offline.saver.change("a", 400);
    await offline.saver.flush();
    expect(offline.saver.unsaved).toBe(true);
  });

  test("stops when the attempt was handed in elsewhere", async () => {
    const { saver, sent, said } = make(() => ({ state: "closed" }));
    saver.change("a");
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toBe("closed");
    saver.change("b");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(1);
    expect(saver.unsaved).toBe(false);
  });

  test("stops when the question was settled on another page, and says that it was", async () => {
    const { saver, sent, said } = make(() => ({ state: "done" }));
    saver.change("a");
    await vi.advanceTimersByTimeAsync(0);
    saver.change("b");
    await vi.advanceTimersByTimeAsync(1000);
    expect(said.at(-1)).toBe("done");
    expect(sent).toHaveLength(1);
  });

  test("keeps the answer of who was signed out, and sends it when they try again", async () => {
    let signedIn = false;
    const { saver, said } = make(() => (signedIn ? saved : { state: "signed out" }));
    saver.change("a");
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toBe("signed out");
    expect(saver.unsaved).toBe(true);
    signedIn = true;
    saver.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toBe("saved");
  });
});

describe("asking about an answer", () => {
  test("saves first what was typed and not sent yet", async () => {
    const { saver, sent } = make(() => saved);
    saver.change("a", 400);
    const asked = vi.fn(() => Promise.resolve("right"));
    const answer = saver.alone(async () => {
      expect(sent.map((each) => each.answer)).toEqual(["a"]);
      return asked();
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(await answer).toBe("right");
    expect(asked).toHaveBeenCalledOnce();
  });

  test("waits for the save under way and for the change behind it", async () => {
    const answers: (() => void)[] = [];
    const { saver, sent } = make(() => new Promise<Sent>((resolve) => answers.push(() => resolve(saved))));
    saver.change("a");
    saver.change("b");
    const asked = vi.fn(() => Promise.resolve("right"));
    void saver.alone(asked);
    answers[0]!();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).not.toHaveBeenCalled();
    answers[1]!();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveBeenCalledOnce();
    expect(sent.map((each) => each.answer)).toEqual(["a", "b"]);
  });

  test("does not ask when the answer cannot be saved", async () => {
    for (const state of ["again", "signed out", "closed", "done", "refused"] as const) {
      const { saver } = make(() => ({ state }));
      saver.change("a");
      const asked = vi.fn(() => Promise.resolve("right"));
      const answer = saver.alone(asked);
      await vi.advanceTimersByTimeAsync(0);
      expect(await answer).toBeNull();
      expect(asked).not.toHaveBeenCalled();
    }
  });

  test("keeps a change that is made meanwhile until the reply is there, and counts as unsaved so long", async () => {
    const { saver, sent } = make(() => saved);
    let reply: (words: string) => void = () => undefined;
    const answer = saver.alone(() => new Promise<string>((resolve) => (reply = resolve)));
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.unsaved).toBe(true);
    saver.change("b", 400);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([]);
    reply("not right");
    expect(await answer).toBe("not right");
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map((each) => each.answer)).toEqual(["b"]);
    expect(saver.unsaved).toBe(false);
  });

  test("that fails leaves saving as it was", async () => {
    const { saver, sent, said } = make(() => saved);
    await expect(saver.alone(() => Promise.reject(new Error("no line")))).rejects.toThrow("no line");
    saver.change("a");
    await saver.flush();
    expect(sent).toHaveLength(1);
    expect(said.at(-1)).toBe("saved");
  });
});

function make(answer: (revision: Revision<string>) => Sent | Promise<Sent>) {
  const sent: Revision<string>[] = [];
  const said: SaveState[] = [];
  let id = 0;
  const saver = new Saver<string>(
    async (revision) => {
      sent.push(revision);
      return answer(revision);
    },
    (state) => said.push(state),
    () => `revision-${++id}`,
  );
  return { saver, sent, said };
}
