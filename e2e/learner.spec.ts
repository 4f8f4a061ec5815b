import type { Page } from "@playwright/test";
import { classroom, expect, test } from "./fixtures";
import { press, tabTo } from "./keys";
import { answerRightly, asked, begin, checkButton, confirmHandIn, expectSaved, nextButton, question } from "./quiz";

test("a learner signs up with a class code, reads, answers every kind by mouse, hands in and follows the lesson", async ({
  page,
  people,
}) => {
  test.setTimeout(120_000);
  const { joinCode, name } = await classroom(people);
  const [quiz] = await people.quizzes();

  await page.goto("/join");
  await page.getByLabel("Class code").fill(joinCode.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Find the class" }).click();
  await expect(page.getByText(name).first()).toBeVisible();
  await page.getByLabel(/^Your name/).fill("Māra Bērziņa");
  await page.getByLabel("User name").fill(`mara-${joinCode.toLowerCase()}`);
  await page.getByLabel("Password").fill("three green lanterns");
  await page.getByRole("button", { name: /^Join/ }).click();
  await expect(page).toHaveURL(/\/home/);
  await expect(page.getByText("Māra Bērziņa").first()).toBeVisible();

  // What the page asked about its reader before they pressed comes after: it does not take back that they have read.
  let answer = () => {};
  const later = new Promise<void>((resolve) => (answer = resolve));
  const asks = page.waitForRequest("**/api/me");
  await page.route("**/api/me", async (route) => {
    const response = await route.fetch();
    await later;
    await route.fulfill({ response });
  });
  await page.goto(`/lessons/${quiz!.lessonId}`);
  await asks;
  await page.getByRole("button", { name: "I have read this" }).click();
  const read = page.getByRole("button", { name: "You have read this" });
  await expect(read).toBeVisible();
  answer();
  await expect(page.getByRole("link", { name: /^Māra Bērziņa/ })).toBeVisible();
  await expect(read).toBeVisible();
  await page.getByRole("link", { name: "Take the quiz" }).click();
  await page.getByRole("button", { name: "Begin the quiz" }).click();

  for (const item of quiz!.items) {
    await answerRightly(page, item);
    await expectSaved(page);
    if (question(page) < quiz!.items.length) {
      const before = page.url();
      await nextButton(page).click();
      await expect(page).not.toHaveURL(before);
    }
  }
  await checkButton(page).click();
  await expect(page).toHaveURL(/\/check$/);
  await confirmHandIn(page);
  const most = quiz!.items.reduce((sum, item) => sum + item.points, 0);
  await expect(
    page
      .getByText(`${most} of ${most} points`)
      .or(page.getByText(`of ${most} points`))
      .first(),
  ).toBeVisible();

  // Every question says where the lesson says it, and the link arrives at that passage.
  const said = page.getByRole("main").getByRole("link", { name: /^Passage \d+$/ });
  await expect(said).toHaveCount(quiz!.items.length);
  const href = await said.first().getAttribute("href");
  await said.first().click();
  await expect(page).toHaveURL(new RegExp(`${href!.replace(/[/#]/g, "\\$&")}$`));
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport();
});

test("a learner goes through a whole quiz by keyboard alone", async ({ signedInAs, people }) => {
  test.setTimeout(180_000);
  const { learner } = await classroom(people);
  const [quiz] = await people.quizzes();
  const page = await signedInAs(learner);
  await page.goto(`/quizzes/${quiz!.id}`);
  await press(page, page.getByRole("button", { name: "Begin the quiz" }));
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/1\b/);

  for (const item of quiz!.items) {
    await answerRightly(page, item, "keyboard");
    await expectSaved(page);
    if (question(page) < quiz!.items.length) {
      const before = page.url();
      await press(page, nextButton(page));
      await expect(page).not.toHaveURL(before);
    }
  }
  await press(page, checkButton(page));
  await expect(page).toHaveURL(/\/check$/);
  await press(page, page.getByRole("button", { name: /^Hand in/ }));
  await expect(page).toHaveURL(/\/result$/);
  const most = quiz!.items.reduce((sum, item) => sum + item.points, 0);
  await expect(page.getByText(`of ${most} points`).first()).toBeVisible();
  await tabTo(
    page,
    page
      .getByRole("main")
      .getByRole("link", { name: /^Passage \d+$/ })
      .first(),
  );
});

test("a learner leaves mid-way and goes on upon another device, where everything is still there @phone", async ({
  signedInAs,
  people,
}) => {
  const { learner } = await classroom(people);
  const [quiz] = await people.quizzes();
  const first = await signedInAs(learner);
  await begin(first, quiz!.id);
  const item = quiz!.items[0]!;
  await answerRightly(first, item);
  await expectSaved(first);
  await first.getByRole("button", { name: /Flag/ }).click();
  await expect(first.getByRole("button", { name: "Question 1, answered, flagged" })).toBeVisible();
  await expectSaved(first);
  const before = await answersOn(first);
  // The lid is closed without a word.
  await first.context().close();

  const second = await signedInAs(learner);
  await second.goto(`/quizzes/${quiz!.id}`);
  await second.getByRole("button", { name: "Go on with attempt 1" }).click();
  await second
    .getByRole("navigation", { name: "Questions" })
    .getByRole("button", { name: /^Question 1\b/ })
    .click();
  await asked(second, item);
  expect(await answersOn(second)).toEqual(before);
  await expect(second.getByRole("button", { name: "Question 1, answered, flagged" })).toBeVisible();
});

/** What stands in the question's fields. */
function answersOn(page: Page) {
  return page
    .locator("main form input:not([type=hidden])")
    .evaluateAll((all) => (all as HTMLInputElement[]).map(({ name, value, checked }) => [name, value, checked]));
}

test("handing in says what is still unanswered, and handing in twice is once", async ({ signedInAs, people }) => {
  const { learner } = await classroom(people);
  const [quiz] = await people.quizzes();
  const page = await signedInAs(learner);
  const id = await begin(page, quiz!.id);
  await page.goto(`/attempts/${id}/check`);
  await expect(page.getByText(`${quiz!.items.length} questions have no answer yet`)).toBeVisible();
  await expect(page.getByText("Not answered")).toHaveCount(quiz!.items.length);
  const other = await page.context().newPage();
  await other.goto(`/attempts/${id}/check`);
  await confirmHandIn(page);
  await confirmHandIn(other);
  await page.goto(`/quizzes/${quiz!.id}`);
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.locator("a[href$='/result']")).toHaveCount(1);
});
