import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, openFolds, test } from "./fixtures";
import { answerRightly, attempt, expectSaved, handIn } from "./quiz";

async function looksWell(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
}

/** Opens a fold, fills it in, sends it. */
async function decide(
  page: Page,
  fold: string | RegExp,
  fields: Record<string, string>,
  button: string,
): Promise<void> {
  const details = page.locator("details", { has: page.locator("summary", { hasText: fold }) }).first();
  await details.locator("summary").click();
  for (const [label, value] of Object.entries(fields)) await details.getByLabel(label).fill(value);
  await details.getByRole("button", { name: button }).click();
}

test("two teachers decide by hand, without script and with it; the learner reads what was decided, by whom and why", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(150_000);
  const { teacher, learner, classId } = await classroom(people, "Marta Bērziņa");
  const [quiz] = await people.quizzes();
  const desk = await signedInAs(teacher, { javaScriptEnabled: false });
  await desk.goto(`/classes/${classId}/assignments/new?quiz=${quiz!.id}`);
  await desk.getByLabel("Title").fill("Homework on the talks");
  await openFolds(desk, "Time and attempts", "What learners see, and when");
  await desk.getByLabel("Attempts").fill("1");
  for (const what of ["score", "correctness", "key", "feedback"])
    await desk.locator(`[name='show.${what}']`).selectOption("after");
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByText("It is saved.")).toBeVisible();
  const assignmentId = /assignments\/([^?/]+)/.exec(desk.url())![1]!;

  const page = await signedInAs(learner);
  await page.goto(`/assignments/${assignmentId}`);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/\d+/);
  const attemptId = attempt(page);
  await answerRightly(page, quiz!.items[0]!);
  await expectSaved(page);
  await handIn(page, attemptId);

  // Points for a question, from beside its answer. A slip stands at its field, what was typed is kept.
  await desk.goto(`/attempts/${attemptId}/result`);
  const { points } = quiz!.items[1]!;
  const second = desk.locator("#q2");
  await expect(desk.getByText("Points by hand")).toHaveCount(0);
  await second.getByRole("link", { name: /^Decide/ }).click();
  await expect(desk.locator("#decide")).toBeFocused();
  await decide(desk, "Points by hand for question 2", { Points: "99", Why: "Said it aloud" }, "Give these points");
  await expect(second.getByText(`Use points from 0 to ${points}`)).toBeVisible();
  await expect(second.getByLabel("Why")).toHaveValue("Said it aloud");
  await second.getByLabel("Points").fill(String(points));
  await second.getByRole("button", { name: "Give these points" }).click();
  await expect(desk.getByText("The points are given, and the attempt counts with them.")).toBeVisible();
  await expect(second.getByText(`${points} of ${points}`).first()).toContainText("by hand (marked 0)");

  // The cell: a colleague of the class gives points for the whole, then takes them back.
  const cell = `/classes/${classId}/assignments/${assignmentId}/learners/${learner.personId}`;
  await desk.goto(`/classes/${classId}/assignments/${assignmentId}`);
  await desk.getByRole("link", { name: learner.displayName }).first().click();
  await expect(desk).toHaveURL(new RegExp(cell));
  await decide(desk, "Comment to the learner", { "Comment to the learner": "Well read." }, "Say it");
  await expect(desk.getByText("It is said to them.")).toBeVisible();
  await decide(desk, "Take it out attempt 1", { Why: "Sat at the wrong desk" }, "Take it out");
  await expect(desk.getByText("it counts nowhere, and uses up no attempt")).toBeVisible();
  await desk.getByRole("button", { name: "Undo: Attempt 1 taken out" }).click();
  await expect(desk.getByText("It is undone.")).toBeVisible();
  await expect(desk.getByText(/Undone by/)).toBeVisible();

  const scripted = await signedInAs(teacher);
  await scripted.goto(cell);
  await looksWell(scripted);
  await decide(scripted, "Give points by hand", { "Points, from": "1", Why: "Agreed with them" }, "Give these points");
  await expect(scripted.getByText("They stand, whatever the attempts earn")).toBeVisible();
  await decide(
    scripted,
    "Open it again attempt 1",
    { "Open for so many minutes": "30", Why: "The bell rang" },
    "Open it again",
  );
  await scripted.getByRole("dialog").getByRole("button", { name: "Open it again" }).click();
  await expect(scripted.getByText("The attempt is open again, with its answers.")).toBeVisible();
  await looksWell(scripted);

  // The learner goes on with it, hands it in again, and reads what was decided.
  await page.goto(`/assignments/${assignmentId}`);
  await page.getByRole("link", { name: "Go on" }).click();
  await handIn(page, attemptId);
  await expect(page.getByText(/Points by hand for question 2/)).toBeVisible();
  await page.goto("/home");
  await page.getByRole("link", { name: "Scores", exact: true }).click();
  const scores = page.getByRole("main");
  await expect(scores.getByText("Why: Agreed with them")).toBeVisible();
  await expect(scores.getByText("Well read.")).toBeVisible();
  await expect(scores.getByText("Attempt 1 taken out")).toHaveCount(0);
  await expect(scores.getByRole("row", { name: /Homework on the talks/ })).toContainText(
    "The points were given by hand",
  );
  await looksWell(page);
  await page.getByRole("link", { name: "A report to print" }).click();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await looksWell(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();

  await scripted.goto(`/classes/${classId}/learners/${learner.personId}/report`);
  await expect(scripted.getByRole("row", { name: /Homework on the talks/ })).toContainText("1 of");
  await looksWell(scripted);
  const colleague = await signedInAs("teacher");
  for (const address of [cell, `/classes/${classId}/learners/${learner.personId}/report`])
    expect((await colleague.goto(address))?.status(), address).toBe(404);
});
