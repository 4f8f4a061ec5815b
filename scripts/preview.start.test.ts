import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "./postgres.mjs";

// A copy of the tests' own course, beside the courses of the checkout.
const courses = mkdtempSync(path.join(tmpdir(), "annals-preview-"));
const lesson = path.join(courses, "tiny/lessons/tiny-pact.md");
let preview: ChildProcess;
let address = "";

beforeAll(async () => {
  cpSync("test/courses", courses, { recursive: true });
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  preview = spawn(process.execPath, ["scripts/preview.mjs"], {
    env: {
      ...environment,
      PORT: String(port),
      ANNALS_COURSES: courses,
      ANNALS_DIST: ".next-test",
    } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const said of preview.stdout!.setEncoding("utf8")) {
    address = /http:\/\/\S+/.exec(String(said))?.[0] ?? "";
    if (address) break;
  }
  expect(address).toBe(`http://127.0.0.1:${port}`);
});

afterAll(async () => {
  const ended = once(preview, "exit");
  preview.kill("SIGTERM");
  await ended;
  rmSync(courses, { recursive: true });
});

const page = async (at: string) => (await fetch(address + at)).text();

/** A page is too long to be printed when it does not say so. */
const says = (html: string, words: string) => expect(html.includes(words), words).toBe(true);

/** Saves the lesson with some of its text exchanged, and waits until the preview tells its pages. */
async function save(from: string, to: string): Promise<string> {
  const before = readFileSync(lesson, "utf8");
  expect(before).toContain(from);
  const gone = new AbortController();
  const { body } = await fetch(`${address}/changes`, { signal: gone.signal });
  const news = body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value: first } = await news.read();
  writeFileSync(lesson, before.replace(from, to));
  const { value: next } = await news.read();
  gone.abort();
  expect(next).toMatch(/^data: /);
  expect(next).not.toBe(first);
  return page("/lessons/tiny-pact");
}

test("A change is shown when it is saved, an error at its place, and what cannot be read as it was", async () => {
  says(await page("/lessons/tiny-pact"), "It was said that more was to come.");
  says(await page("/"), "A tiny course");

  says(await save("It was said that", "It was rumoured that"), "It was rumoured that more was to come.");

  const slip = await save("signed on :date[pact-1939]", "signed on :date[pact-1938]");
  const line =
    readFileSync(lesson, "utf8")
      .split("\n")
      .findIndex((each) => each.includes("pact-1938")) + 1;
  // Before the passage that has it and after the one above, and the rest of the lesson is there.
  const [above, notice, passage, below] = [
    slip.indexOf('id="memel"'),
    slip.indexOf(`tiny-pact.md:${line}"`),
    slip.indexOf('id="signed"'),
    slip.indexOf("It was rumoured"),
  ];
  expect(above).toBeGreaterThan(0);
  expect(notice).toBeGreaterThan(above);
  expect(passage).toBeGreaterThan(notice);
  expect(below).toBeGreaterThan(passage);
  says(slip, "Did you mean <code>pact-1939</code>?");

  const broken = await save("title: The pact", "title: The: pact");
  says(broken, "cannot be read as it is");
  says(broken, "a colon and a space stand inside this text");
  says(broken, "It was rumoured");
});

test("A quiz is shown with its keys, and marks an answer", async () => {
  const quiz = await page("/quizzes/tiny-quiz");
  says(quiz, "When was the pact signed?");
  says(quiz, "The text has the date of the day on which the talks began.");
  const wrong = await page("/quizzes/tiny-quiz?q10v1.text=22.8.1939");
  expect(/Earns [^<]*|No answer[^<]*/.exec(wrong)?.[0]).toBe("Earns 25 % of the points.");
});
