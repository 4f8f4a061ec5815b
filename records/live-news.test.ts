import { describe, expect, test } from "vitest";

import { messages, News, newsEvery } from "./live-news";

/** A clock that stands still until it is wound. */
function aClock() {
  let now = 0;
  let waiting: { at: number; then: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds: number, then: () => void) => void waiting.push({ at: now + milliseconds, then }),
    /** So many milliseconds go by, and what waited for them happens. */
    async wind(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((each) => each !== next);
        now = next.at;
        next.then();
        await new Promise(setImmediate);
      }
      now = until;
    },
  };
}

function aScene(send: (ids: string[]) => Promise<void> = () => Promise.resolve()) {
  const clock = aClock();
  const sent: { at: number; ids: string[] }[] = [];
  const news = new News((ids) => {
    sent.push({ at: clock.now(), ids });
    return send(ids);
  }, clock);
  return { clock, sent, news };
}

describe("news of what has changed", () => {
  test("is told once for all that changed at about the same time", async () => {
    const { clock, sent, news } = aScene();
    for (const each of ["a", "b", "a", "a"]) news.add(each);
    expect(sent).toEqual([]);
    await clock.wind(newsEvery);
    expect(sent.map(({ ids }) => ids)).toEqual([["a", "b"]]);
    await clock.wind(60_000);
    expect(sent).toHaveLength(1);
  });

  test("is told at most once a second, however much changes, and nothing is forgotten", async () => {
    const { clock, sent, news } = aScene();
    for (let n = 0; n < 1000; n++) {
      news.add(`a${n % 7}`);
      await clock.wind(10);
    }
    await clock.wind(newsEvery);
    expect(sent.length).toBeLessThanOrEqual(11);
    for (const [n, { at }] of sent.entries()) if (n > 0) expect(at - sent[n - 1]!.at).toBeGreaterThanOrEqual(newsEvery);
    expect(new Set(sent.flatMap(({ ids }) => ids)).size).toBe(7);
    expect(sent.at(-1)!.at).toBeGreaterThan(9_900);
  });

  test("waits for the telling under way, and a telling that fails stops nothing", async () => {
    let answer: (() => void) | undefined;
    const slow = aScene(() => new Promise((done) => (answer = done)));
    slow.news.add("a");
    await slow.clock.wind(5000);
    slow.news.add("b");
    await slow.clock.wind(5000);
    expect(slow.sent).toHaveLength(1);
    answer!();
    await new Promise(setImmediate);
    await slow.clock.wind(100);
    expect(slow.sent.map(({ ids }) => ids)).toEqual([["a"], ["b"]]);

    const away = aScene(() => Promise.reject(new Error("the database is away")));
    away.news.add("a");
    await away.clock.wind(5000);
    away.news.add("b");
    await away.clock.wind(5000);
    expect(away.sent.map(({ ids }) => ids)).toEqual([["a"], ["b"]]);
  });

  test("fits into the messages of the database", () => {
    const ids = Array.from({ length: 450 }, (_, n) => String(n).padStart(36, "0"));
    const all = messages(ids);
    expect(all).toHaveLength(3);
    expect(all.every((each) => each.length < 8000)).toBe(true);
    expect(all.flatMap((each) => each.split(","))).toEqual(ids);
  });
});
