import { classroom, expect, test } from "./fixtures";
import {
  answerRightly,
  asked,
  asksADay,
  begin,
  checkButton,
  confirmHandIn,
  dateField,
  nextButton,
  question,
} from "./quiz";

// A learner whose browser runs no script: everything that learning needs is a page and a form.

test("without script a learner signs up, signs in, joins a second class, reads, answers every kind, hands in and sees the result", async ({
  device,
  people,
}) => {
  test.setTimeout(120_000);
  const [first, second] = [await classroom(people), await classroom(people)];
  const [quiz] = await people.quizzes();
  const context = await device({ javaScriptEnabled: false });
  const page = await context.newPage();
  const userName = `plain-${first.joinCode.toLowerCase()}`;
  const password = "slow wooden clock";

  await page.goto(`/join?code=${first.joinCode}`);
  await page.getByLabel(/^Your name/).fill("Anna Plain");
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill("123");
  await page.getByRole("button", { name: /^Join/ }).click();
  // A slip stands beside its field, and what was typed is still there.
  await expect(page.getByLabel("User name")).toHaveValue(userName);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: /^Join/ }).click();
  await expect(page).toHaveURL(/\/home/);

  await context.clearCookies();
  await page.goto("/home");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/do not go together/)).toBeVisible();
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/home/);

  await page.goto("/join");
  await page.getByLabel("Class code").fill(second.joinCode);
  await page.getByRole("button", { name: "Find the class" }).click();
  await page.getByRole("button", { name: /^Join/ }).click();
  await page.goto("/home");
  await expect(page.getByText(second.name).first()).toBeVisible();

  await page.goto(`/lessons/${quiz!.lessonId}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page).toHaveURL(/\/home/);

  await page.goto(`/lessons/${quiz!.lessonId}`);
  await page.getByRole("link", { name: "Take the quiz" }).click();
  await page.getByRole("button", { name: "Begin the quiz" }).click();
  for (const item of quiz!.items) {
    await answerRightly(page, item, "plain");
    if (question(page) < quiz!.items.length) await nextButton(page).click();
  }
  // Going somewhere else saves first.
  await page
    .getByRole("navigation", { name: "Questions" })
    .getByRole("button", { name: /^Question 1\b/ })
    .click();
  await asked(page, quiz!.items[0]!);
  await checkButton(page).click();
  await expect(page).toHaveURL(/\/check$/);
  await confirmHandIn(page);
  const most = quiz!.items.reduce((sum, item) => sum + item.points, 0);
  await expect(page.getByText(`of ${most} points`).first()).toBeVisible();
  for (const [index, { points }] of quiz!.items.entries()) {
    await expect(page.locator(`#q${index + 1}`)).toContainText(`${points} of ${points} point`);
  }
});

test("without script a date is read back on the page that comes after, and asked about when it has two readings", async ({
  signedInAs,
  people,
}) => {
  const { learner } = await classroom(people);
  const quiz = (await people.quizzes()).find(({ items }) => items.some(asksADay))!;
  const index = quiz.items.findIndex(asksADay);
  const page = await signedInAs(learner, { javaScriptEnabled: false });
  await begin(page, quiz.id);
  const here = page
    .getByRole("navigation", { name: "Questions" })
    .getByRole("button", { name: new RegExp(`^Question ${index + 1}\\b`) });
  await here.click();
  await dateField(page).fill("23.8.39");
  await here.click();
  await expect(page.getByText(/I read this as 23 August 1939/)).toBeVisible();
  await dateField(page).fill("3/9/1939");
  await here.click();
  await page.getByRole("radio", { name: /3 September 1939/ }).check();
  await here.click();
  await expect(page.getByRole("radio", { name: /3 September 1939/ })).toBeChecked();
});
