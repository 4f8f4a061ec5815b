import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { expect, test } from "./fixtures";
import { frameworkFiles } from "./framework";

// A lesson as somebody reads it: its contents, its neighbours, where they stopped, and on paper.

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Scrolls a passage to where a reader has it, and stays until the browser has noted it (or, at the end, forgotten). */
async function readAt(page: Page, passage: string): Promise<void> {
  const kept = passage === "end" ? [] : [passage];
  const read = async () => {
    // Again, where the page has moved under the reader.
    await page.evaluate((id) => {
      const top = document.getElementById(id)!.getBoundingClientRect().top;
      scrollBy(0, top - innerHeight * 0.3);
    }, passage);
    return page.evaluate(() => {
      const places: { passage: string }[] = JSON.parse(localStorage.getItem("annals.places") ?? "[]");
      return places.map((place) => place.passage);
    });
  };
  await expect.poll(read, { intervals: [500], timeout: 20_000 }).toEqual(kept);
}

async function passages(page: Page): Promise<string[]> {
  return page.locator("[data-passage]").evaluateAll((all) => all.map(({ id }) => id));
}

test("a lesson has its contents, and leads to what comes before and after it", async ({ page, people }) => {
  const ids = [...new Set((await people.quizzes()).map(({ lessonId }) => lessonId))];
  await page.goto(`/lessons/${ids[1]}`);
  const contents = page.getByRole("navigation", { name: "In this lesson" });
  const headings = await page.locator("[data-heading]").allTextContents();
  await expect(contents.getByRole("link")).toHaveText([...headings, "What you have learnt"]);
  await contents.getByRole("link", { name: headings[1]!, exact: true }).click();
  await expect(page.getByRole("heading", { name: headings[1]!, exact: true })).toBeInViewport();

  const around = page.getByRole("navigation", { name: "Before and after this lesson" });
  await expect(around.getByRole("link", { name: "Glossary" })).toHaveAttribute("href", "/glossary");
  await expect(around.locator(`a[href="/lessons/${ids[0]}"]`)).toBeVisible();
  await around.locator(`a[href="/lessons/${ids[2]}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/lessons/${ids[2]}$`));
});

test("on a narrow screen the contents are folded @phone", async ({ page, people }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const [first] = await people.quizzes();
  await page.goto(`/lessons/${first!.lessonId}`);
  const contents = page.getByRole("navigation", { name: "In this lesson" });
  await expect(contents.getByRole("link")).toHaveCount(0);
  await contents.locator("summary").click();
  await expect(contents.getByRole("link", { name: "What you have learnt" })).toBeVisible();
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
});

test("a reader who comes back is offered the passage where they stopped, and nothing scrolls by itself", async ({
  page,
  people,
}) => {
  const [first, second] = await people.quizzes();
  await page.goto(`/lessons/${first!.lessonId}`);
  const resume = page.locator("[data-resume]");
  await expect(resume).toHaveText("");
  const all = await passages(page);
  const stopped = all[4]!;
  await readAt(page, stopped);

  await page.goto(`/lessons/${first!.lessonId}`);
  await expect(resume).toContainText("Go on where you stopped: ");
  await expect(resume).toContainText("passage 5");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await resume.getByRole("link").click();
  await expect(page.locator(`#${stopped}`)).toBeInViewport();

  // Nothing moves when the line comes: its place is kept.
  await page.goto("/");
  await expect(resume.getByRole("link")).toHaveAttribute("href", `/lessons/${first!.lessonId}#${stopped}`);
  await expect(resume).toContainText("lesson 1, ");

  // Who looks something up in another lesson has not begun to read it.
  await page.goto(`/lessons/${second!.lessonId}`);
  const cited = (await passages(page))[5]!;
  await page.goto("about:blank");
  await page.goto(`/lessons/${second!.lessonId}#${cited}`);
  await page.mouse.wheel(0, 40);
  await page.waitForTimeout(3000);
  await page.goto("/");
  await expect(resume.getByRole("link")).toHaveAttribute("href", `/lessons/${first!.lessonId}#${stopped}`);

  // At the end there is nothing to go on with.
  await page.goto(`/lessons/${first!.lessonId}`);
  await readAt(page, "end");
  await page.goto(`/lessons/${first!.lessonId}`);
  await expect(heading(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(resume).toHaveText("");
});

test("without script a lesson has contents and neighbours, and nothing of where one stopped", async ({
  device,
  people,
}) => {
  const [first] = await people.quizzes();
  const context = await device({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/lessons/${first!.lessonId}`);
  await expect(page.getByRole("navigation", { name: "In this lesson" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Before and after this lesson" })).toBeVisible();
  await expect(page.locator("[data-resume]")).toHaveText("");
});

test("on paper a lesson is whole: its course and number, checks open, sources, address and licence, and no bar", async ({
  device,
  people,
}) => {
  const [, second] = await people.quizzes();
  // As a browser prints that runs no script: what is needed is there by style alone.
  const context = await device({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/lessons/${second!.lessonId}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("The Soviet Union in the Second World War", { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^Lesson \d+ of \d+$/)).toBeVisible();
  for (const gone of [page.getByRole("banner"), page.getByRole("navigation"), page.getByRole("button")])
    for (const each of await gone.all()) await expect(each).toBeHidden();
  for (const check of await page.locator("article details").filter({ hasText: "Check yourself" }).all())
    await expect(check.locator("p").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
  await expect(page.getByText(/CC BY-SA 4\.0/).last()).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length).toBeLessThan(14);
});

test("a quiz is printed, paper by paper, with lines and boxes; its key is for those who teach", async ({
  signedInAs,
  people,
}) => {
  const quiz = await people.everyKind();
  const page = await signedInAs("learner");
  await page.goto(`/quizzes/${quiz.id}`);
  await expect(page.getByRole("link", { name: "Print the key" })).toHaveCount(0);
  await page.getByRole("link", { name: "Print this quiz" }).click();
  await expect(heading(page)).toHaveText(`Quiz: ${quiz.title}`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(quiz.items.length);
  await expect(page.locator("main :is(input, select, textarea)")).toHaveCount(0);
  const first = await page.locator("main ol").first().innerText();
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("navigation", { name: "Papers" }).getByRole("link", { name: "B" }).click();
  await expect(page).toHaveURL(/paper=B/);
  expect(await page.locator("main ol").first().innerText()).not.toBe(first);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Papers" })).toBeHidden();
  await expect(page.getByText("Paper B", { exact: true })).toBeVisible();

  const teacher = await signedInAs("teacher");
  await teacher.goto(`/quizzes/${quiz.id}`);
  await expect(teacher.getByRole("link", { name: "Print this quiz" })).toBeVisible();
  await teacher.getByRole("link", { name: "Print the key" }).click();
  await expect(heading(teacher)).toHaveText(`Key: ${quiz.title}`);
  await expect(teacher.getByText("In the lesson")).toHaveCount(quiz.items.length);
  await expectNothingSerious(teacher);
});

test("a lesson, and the course, send at most 15 KB of our own script", async ({ device, people }) => {
  const [first] = await people.quizzes();
  for (const address of [`/lessons/${first!.lessonId}`, "/"]) {
    const page = await (await device()).newPage();
    const sent = listenToScripts(page);
    await page.goto(address, { waitUntil: "networkidle" });
    const { bytes, own, all } = await sent();
    console.log(`Our own script on ${address}: ${bytes} bytes, compressed, in ${own} of ${all} files.`);
    expect(own).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(own);
    expect(bytes, address).toBeLessThanOrEqual(15 * 1024);
  }
});

test("a lesson says what it is to those who index and share it, within the page's policy", async ({ page, people }) => {
  const [first] = await people.quizzes();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.goto(`/lessons/${first!.lessonId}`, { waitUntil: "networkidle" });
  expect(refused).toEqual([]);

  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as { hasPart: object };
  expect(data).toMatchObject({ "@type": "LearningResource", url: `/lessons/${first!.lessonId}` });
  expect(data.hasPart).toMatchObject({ "@type": "Quiz" });
  for (const address of ["/", `/lessons/${first!.lessonId}`]) {
    await page.goto(address);
    const picture = new URL((await page.locator('meta[property="og:image"]').getAttribute("content"))!);
    const answer = await page.request.get(picture.pathname + picture.search);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toBe("image/png");
  }
  for (const icon of await page.locator('link[rel*="icon"]').all()) {
    const answer = await page.request.get((await icon.getAttribute("href"))!);
    expect(answer.headers()["content-type"]).toMatch(/^image\//);
  }
});

/** Bytes of script as they came over the line, those that every page of any Next application loads left out. */
function listenToScripts(page: Page) {
  const sizes = new Map<string, Promise<number>>();
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
    sizes.set(new URL(request.url()).pathname, size);
  });
  return async () => {
    const framework = frameworkFiles();
    const own = [...sizes].filter(([path]) => !framework.some((file) => path.endsWith(file)));
    const each = await Promise.all(own.map(([, size]) => size));
    return { bytes: each.reduce((sum, size) => sum + size, 0), own: own.length, all: sizes.size };
  };
}
