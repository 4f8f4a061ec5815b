import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, openFolds, test } from "./fixtures";
import { answerRightly, attempt, expectSaved } from "./quiz";

async function looksWell(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
}

/** Sets a quiz with a time limit in minutes; answers its address on the class's pages and its id. */
async function set(desk: Page, { classId, quizId }: { classId: string; quizId: string }, minutes: number) {
  await desk.goto(`/classes/${classId}/assignments/new?quiz=${quizId}`);
  await openFolds(desk, "Time and attempts");
  await desk.getByLabel("Time limit").fill(String(minutes));
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByText("It is saved.")).toBeVisible();
  const assignmentId = /assignments\/([^?/]+)/.exec(desk.url())![1]!;
  return { assignmentId, live: `/classes/${classId}/assignments/${assignmentId}/live` };
}

async function begin(page: Page, assignmentId: string): Promise<void> {
  await page.goto(`/assignments/${assignmentId}`);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/\d+/);
}

test("a teacher watches a learner work, gives more time and ends it, without loading anything anew @phone", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId, joinCode } = await classroom(people, "Marta Bērziņa");
  const other = await people.person({ role: "learner", displayName: "Juris Zariņš" });
  await people.join({ learner: other.personId, joinCode });
  const [quiz] = await people.quizzes();
  const desk = await signedInAs(teacher);
  const { assignmentId, live } = await set(desk, { classId, quizId: quiz!.id }, 20);
  await desk.getByRole("link", { name: "Watch live" }).click();
  await expect(desk).toHaveURL(live);
  const row = desk.getByRole("row", { name: /Marta Bērziņa/ });
  await expect(desk.getByText("Shown as it happens.")).toBeVisible();
  await expect(desk.getByText("0 work on it, 2 have not begun, 0 of 2 handed in.")).toBeVisible();
  await expect(row).toContainText("not begun");

  // Each in a browser of their own.
  const page = await signedInAs(learner);
  await begin(page, assignmentId);
  await expect(row).toContainText("working");
  await expect(row).toContainText(/(20|19) min/);
  await expect(row).toContainText("nothing yet");
  await answerRightly(page, quiz!.items[0]!);
  await expectSaved(page);
  await expect(row).toContainText(`1 of ${quiz!.items.length}`);
  await expect(row).toContainText("question 2");
  await expect(desk.locator("#question-1")).toContainText("1 of 1");
  await looksWell(desk);

  // More time for one: it is on the learner's clock the next time that it asks.
  await row.getByRole("link", { name: /^Change/ }).click();
  await expect(desk.getByLabel("Minutes more")).toBeFocused();
  await desk.getByLabel("Minutes more").fill("none");
  await desk.getByRole("button", { name: "Give the time" }).click();
  await expect(desk.getByText("Write how many minutes")).toBeVisible();
  await desk.getByLabel("Minutes more").fill("10");
  await desk.getByRole("button", { name: "Give the time" }).click();
  await expect(desk.getByText("One learner has more time.")).toBeVisible();
  await expect(row).toContainText(/(30|29) min/);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByRole("timer")).toHaveText(/(30|29) min left/);
  await expect(page.getByRole("status").filter({ hasText: "You have 10 minutes more." })).toBeVisible();

  // The other's time runs out, and is given back in the last seconds: their browser asks before it hands in.
  const late = await signedInAs(other);
  await begin(late, assignmentId);
  const otherRow = desk.getByRole("row", { name: /Juris Zariņš/ });
  await expect(otherRow).toContainText("working");
  await people.timePasses({ assignmentId, seconds: 20 * 60 - 25 });
  await late.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(late.getByRole("timer")).toHaveText(/0:[012]\d left/);
  await desk.getByLabel("For", { exact: true }).selectOption({ label: "Juris Zariņš" });
  await desk.getByLabel("Minutes more").fill("5");
  await desk.getByRole("button", { name: "Give the time" }).click();
  await expect(desk.getByText("One learner has more time.")).toBeVisible();
  await expect(late.getByRole("timer")).toHaveText(/[54]:\d\d left/, { timeout: 40_000 });
  await expect(late).toHaveURL(/\/attempts\/[^/]+\/\d+/);

  // The end, for all of them. Whatever is done, the page never loses its title.
  await desk.evaluate(() => {
    const look = () => document.title === "" && document.body.setAttribute("data-untitled", "");
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  await desk.getByLabel("For", { exact: true }).selectOption("");
  await desk.getByRole("button", { name: "End it now" }).click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog).toContainText("It cannot be taken back.");
  await dialog.getByRole("button", { name: "End it now" }).click();
  await expect(desk.getByText("what stood was handed in for 2 learners")).toBeVisible();
  await expect(row).toContainText("handed in");
  await expect(desk.getByText("0 work on it, 0 have not begun, 2 of 2 handed in.")).toBeVisible();
  await expect(desk.locator("[data-untitled]")).toHaveCount(0);
  const attemptId = attempt(page);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page).toHaveURL(new RegExp(`${attemptId}/result`));
  await looksWell(desk);
  await desk.getByRole("link", { name: "Not begun (0)" }).click();
  await expect(desk.getByText("Nobody, just now.")).toBeVisible();
});

test("where events do not come through the page asks; without script it is looked at anew; to others there is nothing", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId } = await classroom(people, "Marta Bērziņa");
  const [quiz] = await people.quizzes();
  const desk = await signedInAs(teacher);
  const { assignmentId, live } = await set(desk, { classId, quizId: quiz!.id }, 20);
  await desk.route(`**/api${live}`, (route) => route.abort());
  await desk.goto(live);
  await expect(desk.getByText("Asked for every few seconds.")).toBeVisible();
  const page = await signedInAs(learner);
  await begin(page, assignmentId);
  await expect(desk.getByRole("row", { name: /Marta Bērziņa/ })).toContainText("working", { timeout: 15_000 });

  const plain = await signedInAs(teacher, { javaScriptEnabled: false });
  await plain.goto(`/classes/${classId}/live`);
  await plain.getByRole("link", { name: /Watch/ }).click();
  await expect(plain.getByText("1 works on it")).toBeVisible();
  await answerRightly(page, quiz!.items[0]!);
  await expectSaved(page);
  await plain.getByRole("link", { name: "Look again" }).click();
  const row = plain.getByRole("row", { name: /Marta Bērziņa/ });
  await expect(row).toContainText(`1 of ${quiz!.items.length}`);
  await row.getByRole("link", { name: /^Change/ }).click();
  await plain.getByLabel("Minutes more").fill("10");
  await plain.getByRole("button", { name: "Give the time" }).click();
  await expect(plain.getByText("One learner has more time.")).toBeVisible();
  await expect(row).toContainText(/(30|29) min/);
  await plain.getByRole("button", { name: "End it now" }).click();
  await expect(plain.getByText("what stood was handed in for one learner")).toBeVisible();
  await expect(row).toContainText("handed in");

  for (const stranger of [await signedInAs("teacher"), page]) {
    expect((await stranger.goto(live))?.status()).toBe(404);
    for (const ending of ["", ".json"]) {
      const answer = await stranger.request.get(`/api${live}${ending}`, { headers: { accept: "application/json" } });
      expect(answer.status()).toBe(404);
    }
  }
});
