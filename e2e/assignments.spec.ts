import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, openFolds, test } from "./fixtures";
import { answerRightly, asksADay, attempt, expectSaved, handIn } from "./quiz";

const HOUR = 3600;

/** So many hours from now, as a clock in the school's zone shows it (a new school's is UTC). */
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR * 1000).toISOString().slice(0, 16);

async function looksWell(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
}

test("a teacher sets a quiz without script; a learner with extra time does it late, and sees what came back when it is due @phone", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId, joinCode } = await classroom(people, "Marta Bērziņa");
  // Who has yet to sit it keeps the answers from those who have.
  const classmate = await people.person({ role: "learner", displayName: "Juris Zariņš" });
  await people.join({ learner: classmate.personId, joinCode });
  const [quiz] = await people.quizzes();

  // The teacher, in a browser without script: a slip stands at its field, and what was typed is kept.
  const desk = await signedInAs(teacher, { javaScriptEnabled: false });
  await desk.goto(`/classes/${classId}/assignments`);
  await desk.getByRole("link", { name: "Set an assignment" }).click();
  await desk.getByLabel("Quiz").selectOption({ label: quiz!.title });
  await desk.getByLabel("Title").fill("Homework on the talks");
  await desk.getByLabel("Opens").fill(inHours(2));
  await desk.getByLabel("Due").fill(inHours(1));
  await desk.getByLabel("Closes").fill(inHours(72));
  await openFolds(desk, "Late work", "Time and attempts");
  await desk.getByLabel("Lateness costs").fill("25");
  await desk.getByLabel("Time limit").fill("20");
  await desk.getByLabel("Attempts").fill("1");
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByText("It is due before it opens")).toBeVisible();
  await expect(desk.getByLabel("Title")).toHaveValue("Homework on the talks");
  // What was set in a fold is in view, and said in its line.
  await expect(desk.getByLabel("Lateness costs")).toBeVisible();
  await expect(desk.getByText("20 minutes, one attempt")).toBeVisible();
  await desk.getByLabel("Opens").fill("");
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByText("It is saved.")).toBeVisible();
  const assignmentId = /assignments\/([^?/]+)/.exec(desk.url())![1]!;

  await desk.goto(`/classes/${classId}/learners/${learner.personId}`);
  await desk.getByLabel(/^Their time/).fill("1.5");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("1.5 times everyone’s, at every assignment")).toBeVisible();

  // It was due an hour ago.
  await people.timePasses({ assignmentId, seconds: 2 * HOUR });
  const page = await signedInAs(learner);
  await page.goto("/home");
  await expect(page.getByText("Late: it was due")).toBeVisible();
  await looksWell(page);
  await page.getByRole("link", { name: "Homework on the talks" }).click();
  await expect(page.getByText("You have 30 minutes")).toBeVisible();
  await expect(page.getByText(/less ¼ of the points for each day begun/)).toBeVisible();
  await looksWell(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/\d+/);
  const attemptId = attempt(page);
  await expect(page.getByRole("timer")).toHaveText(/(30|29) min left until \d\d:\d\d/);
  await expect(page.getByText("Your extra time is in it (× 1.5).")).toBeVisible();
  await answerRightly(page, quiz!.items[0]!);
  await expectSaved(page);
  await looksWell(page);
  await handIn(page, attemptId);

  // The score at once, the rest when it is closed.
  const { points } = quiz!.items[0]!;
  await expect(page.getByText(/Handed in \d hours? late, less ¼ of the points/)).toBeVisible();
  await expect(page.getByText(/^The right answers: by /)).toBeVisible();
  await expect(page.getByText("Why", { exact: true })).toHaveCount(0);
  await looksWell(page);
  const told = await page.content();
  for (const secret of quiz!.items[1]!.variants.flatMap(({ secrets }) => secrets)) expect(told).not.toContain(secret);
  await page.goto("/home");
  await expect(page.getByText("What came back")).toBeVisible();
  await expect(page.getByText(/per cent, late/)).toBeVisible();
  // Practice at the same quiz does not tell it either.
  await page.goto(`/quizzes/${quiz!.id}`);
  await expect(page.getByText(/your practice does not tell what is right/)).toBeVisible();

  await people.timePasses({ assignmentId, seconds: 80 * HOUR });
  await page.goto(`/attempts/${attemptId}/result`);
  await expect(page.getByText("Why", { exact: true }).first()).toBeVisible();
  await page.goto(`/assignments/${assignmentId}`);
  await expect(page.getByText("It is closed.")).toBeVisible();
  await expect(page.getByText(`What counts: ${(points * 3) / 4} of`)).toBeVisible();

  await desk.goto(`/classes/${classId}/assignments/${assignmentId}`);
  const row = desk.getByRole("row", { name: new RegExp(learner.displayName) }).first();
  await expect(row).toContainText("time × 1.5");
  await expect(row).toContainText("late");
  await desk.goto(`/classes/${classId}/assignments`);
  await expect(desk.getByRole("row", { name: /Homework on the talks/ })).toContainText("1 of 2");

  const scripted = await signedInAs(teacher);
  for (const address of ["", "/new", `/${assignmentId}`]) {
    await scripted.goto(`/classes/${classId}/assignments${address}`);
    await looksWell(scripted);
  }
});

test("when the time is over the answers are handed in by themselves, and nobody else gets in", async ({
  signedInAs,
  people,
}) => {
  const { teacher, learner, classId } = await classroom(people);
  const [quiz] = await people.quizzes();
  const desk = await signedInAs(teacher);
  await desk.goto(`/classes/${classId}/assignments/new?quiz=${quiz!.id}`);
  await openFolds(desk, "Time and attempts", "How it is asked");
  await desk.getByLabel("Time limit").fill("1");
  await expect(desk.getByText("1 minute, any number of attempts: the best attempt counts")).toBeVisible();
  await desk.getByLabel("Password").fill("munich");
  const asked: string[] = [];
  desk.on("request", (request) => asked.push(`${request.method()} ${request.resourceType()}`));
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByText("It is saved.")).toBeVisible();
  // The page that comes next is in the answer: the server asks itself for it, whatever its port is, and nobody else.
  expect(asked.filter((each) => /document|fetch/.test(each))).toEqual(["POST fetch"]);
  const assignmentId = /assignments\/([^?/]+)/.exec(desk.url())![1]!;

  const page = await signedInAs(learner);
  await page.goto(`/assignments/${assignmentId}`);
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("That is not the password")).toBeVisible();
  await page.getByLabel("Password").fill("munich");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/\d+/);
  await expect(page.getByRole("timer")).toHaveText(/0:5\d left/);
  await answerRightly(page, quiz!.items[0]!);
  await people.timePasses({ assignmentId, seconds: 50 });
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page).toHaveURL(/\/result$/, { timeout: 20_000 });
  await expect(page.getByText("Its time was over when it was handed in.")).toBeVisible();

  const stranger = await signedInAs((await classroom(people)).learner);
  expect((await stranger.goto(`/assignments/${assignmentId}`))?.status()).toBe(404);
  const colleague = await signedInAs("teacher");
  for (const address of ["assignments", "assignments/new", `assignments/${assignmentId}`])
    expect((await colleague.goto(`/classes/${classId}/${address}`))?.status(), address).toBe(404);
});

test("questions on one page, in an order of one's own, are saved, checked and handed in with script or without @phone", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId, joinCode } = await classroom(people, "Marta Bērziņa");
  const classmate = await people.person({ role: "learner", displayName: "Juris Zariņš" });
  await people.join({ learner: classmate.personId, joinCode });
  const quiz = (await people.quizzes()).find(({ items }) => items.some(asksADay))!;
  const place = quiz.items.findIndex(asksADay) + 1;
  const desk = await signedInAs(teacher);
  await desk.goto(`/classes/${classId}/assignments/new?quiz=${quiz.id}`);
  await openFolds(desk, "How it is asked", "What learners see, and when");
  await desk.getByLabel("Questions").selectOption({ label: "All on one page" });
  await desk.getByLabel("In another order for each attempt").check();
  await desk.getByLabel("Right or wrong").selectOption({ label: "As they go: each answer can be checked" });
  await desk.getByLabel("The right answers").selectOption({ label: "When they have handed in" });
  await desk.getByLabel("Explanations").selectOption({ label: "When they have handed in" });
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByText("It is saved.")).toBeVisible();
  await expect(desk.getByLabel("Questions")).toHaveValue("one");
  const assignmentId = /assignments\/([^?/]+)/.exec(desk.url())![1]!;

  for (const [who, javaScriptEnabled] of [
    [learner, true],
    [classmate, false],
  ] as const) {
    const page = await signedInAs(who, { javaScriptEnabled });
    await page.goto(`/assignments/${assignmentId}`);
    await expect(page.getByText(/They stand on one page\. Their order is yours alone/)).toBeVisible();
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page).toHaveURL(/\/all$/);
    const attemptId = attempt(page);
    await expect(page.getByText(/^Question \d+ of /)).toHaveText(
      quiz.items.map((_, index) => new RegExp(`^Question ${index + 1} of ${quiz.items.length}`)),
    );
    // The checker of accessibility is a script itself.
    if (javaScriptEnabled) await looksWell(page);
    else await expectNoSidewaysScroll(page);
    const part = page.locator(`#q${place}`);
    await part.locator("input[name$='.text']").fill("1 January 1901");
    await part.getByRole("button", { name: "Check this answer" }).click();
    await expect(part.getByText(/^Try 1: 1 January 1901/)).toBeVisible();
    await part.getByRole("button", { name: /^Flag for later/ }).click();
    await expect(part.getByRole("button", { name: /^Take the flag off/ })).toBeVisible();
    await page.getByRole("button", { name: "Check and hand in" }).click();
    await expect(page).toHaveURL(/\/check$/);
    await expect(page.getByText("Flagged", { exact: true })).toBeVisible();
    // A page that is loaded again has what was saved.
    await page.goto(`/attempts/${attemptId}/${place}`);
    await expect(page).toHaveURL(new RegExp(`/all#q${place}$`));
    await expect(part.locator("input[name$='.text']")).toHaveValue("1 January 1901");
    await page.goto(`/attempts/${attemptId}/check`);
    await page.getByRole("button", { name: /^Hand in/ }).click();
    if (javaScriptEnabled) await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
    await expect(page).toHaveURL(/\/result$/);
    await expect(page.getByText(/The questions came in another order/)).toBeVisible();
  }
});
