import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page, Response } from "@playwright/test";
import { classroom, expect, test } from "./fixtures";
import { begin, handIn, nextButton } from "./quiz";

const dist = resolve(import.meta.dirname, "..", process.env.ANNALS_DIST || ".next-test");
const name = /\b(answer"?:\{|receipt|fraction|uncounted|stories)\b/;

/** Everything that arrives at a browser: pages, payloads, scripts, pictures, answers, with their headers. */
function listen(page: Page): () => Promise<{ where: string; bytes: string }[]> {
  const heard: Promise<{ where: string; bytes: string }>[] = [];
  page.context().on("response", (response: Response) => {
    const where = `${response.request().method()} ${response.url()}`;
    heard.push(
      Promise.all([response.body().catch(() => Buffer.alloc(0)), response.allHeaders().catch(() => ({}))]).then(
        ([body, headers]) => ({ where, bytes: `${JSON.stringify(headers)}\n${body.toString("utf8")}` }),
      ),
    );
  });
  return async () => Promise.all(heard);
}

test("nothing of a key reaches a browser before its result may be shown", async ({ signedInAs, people }) => {
  test.setTimeout(180_000);
  const { quizId, questions, words, prompts, mark } = await people.plant();
  expect(questions, "every kind is in it").toBeGreaterThanOrEqual(12);
  for (const [index, each] of words.entries())
    expect(each.length, `words in the key of question ${index + 1}`).toBeGreaterThan(3);
  const { learner, teacher, classId } = await classroom(people);
  const page = await signedInAs(learner);
  const sent = listen(page);
  const origin = process.env.ANNALS_E2E_URL!;

  // As a person goes.
  const id = await begin(page, quizId);
  for (let at = 1; at < questions; at++) {
    const before = page.url();
    await nextButton(page).click();
    await expect(page).not.toHaveURL(before);
    await page.waitForLoadState("networkidle");
  }
  // As someone who looks for more goes: payloads, prefetches, answers to every method, results that are not due.
  const addresses = [
    `/quizzes/${quizId}`,
    ...Array.from({ length: questions + 1 }, (_, at) => `/attempts/${id}/${at + 1}`),
    `/attempts/${id}/all`,
    `/attempts/${id}/check`,
    `/attempts/${id}/result`,
    "/home",
    "/",
    "/api/me",
    `/api/attempts/${id}`,
    `/api/attempts/${id}/responses/1`,
  ];
  const collected: { where: string; bytes: string }[] = [];
  for (const address of addresses) {
    for (const headers of [
      {},
      { RSC: "1" },
      { RSC: "1", "Next-Router-Prefetch": "1" },
      { accept: "application/json" },
    ]) {
      const answer = await page.request.get(address, { headers: headers as Record<string, string>, maxRedirects: 0 });
      collected.push({
        where: `${address} ${JSON.stringify(headers)}`,
        bytes: JSON.stringify(answer.headers()) + (await answer.text()),
      });
    }
  }
  for (let at = 1; at <= questions; at++) {
    for (const fields of [
      {},
      { choice: ["x"] },
      { text: ["23.8.1939"] },
      { territory: ["lithuania"] },
      { name: ["Molotov"] },
      { person: ["x"] },
    ]) {
      const revisionId = crypto.randomUUID();
      const answer = await page.request.post(`/api/attempts/${id}/responses/${at}`, {
        data: { revisionId, fields },
        headers: { origin },
      });
      collected.push({
        where: `save ${at} ${JSON.stringify(fields)}`,
        bytes: JSON.stringify(answer.headers()) + (await answer.text()),
      });
    }
  }
  const again = await page.request.post("/api/attempts", { data: { quizId }, headers: { origin } });
  collected.push({ where: "start", bytes: await again.text() });
  // What a teacher sees of an attempt that is not handed in.
  const other = await signedInAs(teacher);
  for (const address of [
    `/classes/${classId}`,
    `/classes/${classId}/practice`,
    `/attempts/${id}/result`,
    `/classes/${classId}/learners/${learner.personId}`,
  ]) {
    for (const headers of [{}, { RSC: "1" }]) {
      const answer = await other.request.get(address, { headers: headers as Record<string, string> });
      collected.push({ where: `teacher ${address}`, bytes: await answer.text() });
    }
  }
  collected.push(...(await sent()));
  expect(collected.length).toBeGreaterThan(questions * 5);
  for (const { where, bytes } of collected) {
    // Every word begins with the mark; where a word could not stand, a year does that no page of ours mentions.
    expect(bytes.includes(mark), `a word from a key in ${where}`).toBe(false);
    expect(/\b1147-\d\d/.test(bytes), `a date from a key in ${where}`).toBe(false);
    if (!/\.(js|svg|css|woff2?)\b|teacher/.test(where))
      expect(name.exec(bytes)?.[0], `a key's own name in ${where}`).toBeUndefined();
  }

  for (const [index, both] of prompts.entries()) {
    const seen = both.filter((words) => collected.some(({ bytes }) => bytes.includes(words)));
    expect(seen, `of the two variants of question ${index + 1} only the learner's own`).toHaveLength(1);
  }

  // A hint that is paid for is told, and a checked answer gets what the author says to it; nothing besides.
  const told = new RegExp(`${mark}\\w+`, "g");
  for (let at = 1; at <= questions; at++) {
    const responses = `/api/attempts/${id}/responses/${at}`;
    const hint = await page.request.post(`${responses}/hint`, { data: { taken: 0 }, headers: { origin } });
    expect(hint.status()).toBe(200);
    expect((await hint.text()).match(told), `the hint of question ${at}`).toHaveLength(1);
    const tried = await (await page.request.post(`${responses}/try`, { data: {}, headers: { origin } })).text();
    expect(tried.match(told)?.length ?? 0, `question ${at} checked: ${tried}`).toBeLessThanOrEqual(1);
    expect(tried, `question ${at} checked`).not.toMatch(/\b1147-\d\d/);
  }

  // The same words are there once the result is, so the search above can find them.
  await handIn(page, id);
  const result = await page.content();
  for (const [index, each] of words.entries()) {
    expect(
      each.some((word) => result.includes(word) || result.includes("1147")),
      `question ${index + 1}`,
    ).toBe(true);
  }
});

test("a printed quiz holds nothing of its key, and the key is there for those who teach alone", async ({
  signedInAs,
  device,
  people,
}) => {
  const { quizId, questions, words, mark } = await people.plant();
  const papers = ["A", "B", "C"];
  const forms: Record<string, string>[] = [{}, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }];
  const learner = (await signedInAs("learner")).request;
  const stranger = (await device()).request;
  const get = async (from: typeof learner, address: string, headers = {}) => {
    // Next sends who asks for a payload on to the same address with its mark.
    const answer = await from.get(address, { headers });
    return { status: answer.status(), bytes: JSON.stringify(answer.headers()) + (await answer.text()) };
  };
  const nothingOfAKey = (bytes: string, where: string) => {
    expect(bytes.includes(mark), `a word from a key in ${where}`).toBe(false);
    expect(/\b1147-\d\d/.test(bytes), `a date from a key in ${where}`).toBe(false);
    expect(name.exec(bytes)?.[0], `a key's own name in ${where}`).toBeUndefined();
  };

  for (const paper of papers)
    for (const headers of forms) {
      const print = `/quizzes/${quizId}/print?paper=${paper}`;
      const printed = await get(learner, print, headers);
      expect(printed.status, print).toBe(200);
      nothingOfAKey(printed.bytes, print);
      expect((await get(stranger, print, headers)).bytes).not.toContain(`open${mark.toUpperCase()}`);

      // Not there: as a quiz that there is not.
      for (const from of [learner, stranger]) {
        const key = await get(from, `/quizzes/${quizId}/key?paper=${paper}`, headers);
        const nowhere = await get(from, `/quizzes/no-such-quiz/key?paper=${paper}`, headers);
        expect(key.status).toBe(nowhere.status);
        if (Object.keys(headers).length === 0) expect(key.status).toBe(404);
        expect(/<title>([^<]*)/.exec(key.bytes)?.[1]).toBe(/<title>([^<]*)/.exec(nowhere.bytes)?.[1]);
        nothingOfAKey(key.bytes, `the key, to ${from === learner ? "a learner" : "a stranger"}`);
        expect(key.bytes).not.toContain(`open${mark.toUpperCase()}`);
      }
    }

  // The same words are there for a teacher, so the search above can find them.
  for (const role of ["teacher", "administrator"] as const) {
    const keys = (await signedInAs(role)).request;
    const key = await get(keys, `/quizzes/${quizId}/key?paper=A`);
    expect(key.status).toBe(200);
    for (let at = 0; at < questions; at++)
      expect(
        words[at]!.some((word) => key.bytes.includes(word)),
        `question ${at + 1}`,
      ).toBe(true);
  }
});

test("no key of the shipped course stands in any file that the build serves", async ({ people }) => {
  const keys = (await people.quizzes()).flatMap(({ items }) =>
    items.flatMap(({ id, variants }) => variants.map(({ secrets }) => ({ id, secrets }))),
  );
  const files = [
    ...filesUnder(join(dist, "static")),
    ...filesUnder(join(dist, "server/app")),
    ...filesUnder(resolve(dist, "../public")),
  ].filter(
    (path) =>
      /\.(js|css|map|html|rsc|json|svg|txt|meta|body)$/.test(path) && !/server\/app\/.*(\.js|\.json|\.map)$/.test(path),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(
    files.some((path) => path.endsWith(".html")),
    "static pages are among them",
  ).toBe(true);
  // Sentences about the right answer that stand nowhere in a lesson.
  const find = finder(keys.flatMap(({ id, secrets }) => secrets.map((secret) => ({ id, secret }))));
  for (const path of files) expect(find(readFileSync(path, "utf8")), path).toEqual([]);
});

/** Looks for all secrets at once, as they are, in JSON and in HTML: thousands of them in hundreds of files. */
function finder(secrets: readonly { id: string; secret: string }[]): (text: string) => string[] {
  const SHORTEST = 12;
  const byBeginning = new Map<string, { id: string; form: string }[]>();
  for (const { id, secret } of secrets) {
    if (secret.length < SHORTEST) throw new Error(`${id} keeps a secret too short to look for: ${secret}`);
    const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1), html, html.replaceAll("'", "&#x27;")])) {
      const beginning = form.slice(0, SHORTEST);
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { id, form }]);
    }
  }
  const first = new Set([...byBeginning.keys()].map((beginning) => beginning.charCodeAt(0)));
  return (text) => {
    const found: string[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!first.has(text.charCodeAt(at))) continue;
      for (const { id, form } of byBeginning.get(text.slice(at, at + SHORTEST)) ?? [])
        if (text.startsWith(form, at)) found.push(`${id}: ${form}`);
    }
    return found;
  };
}

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}
