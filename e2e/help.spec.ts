import type { Page } from "@playwright/test";
import { classroom, expect, test } from "./fixtures";
import { asked, begin, handIn, type KnownItem } from "./quiz";

// Help has its price: saying how sure one is, a hint, a second try. 4 points; sure and right is 3 thirds of them, less a
// quarter for the hint and a quarter for the second try: 2.

async function choose(page: Page, item: KnownItem, right: boolean): Promise<void> {
  const value = `[value="${(await asked(page, item)).solution.choice![0]}"]`;
  await page
    .locator(`input[type=radio][name$='.choice']${right ? value : `:not(${value})`}`)
    .first()
    .check();
}

for (const javaScriptEnabled of [true, false]) {
  test(`certainty, a hint and a second try are marked as was said before ${javaScriptEnabled ? "with" : "without"} script`, async ({
    signedInAs,
    people,
  }) => {
    const quiz = await people.helped();
    const [item] = quiz.items;
    const { learner } = await classroom(people);
    const page = await signedInAs(learner, { javaScriptEnabled });
    const attemptId = await begin(page, quiz.id);
    await expect(page.getByText(quiz.hint)).toHaveCount(0);
    await page.getByRole("radio", { name: /^High/ }).check();
    await choose(page, item!, false);

    await page.getByRole("button", { name: /hint/i }).click();
    await expect(page.getByText(quiz.hint)).toBeVisible();
    await page.getByRole("button", { name: /^Check this answer/ }).click();
    await expect(page.getByText(/not right/i).first()).toBeVisible();
    await expect(page.getByRole("radio", { name: /^High/ })).toBeChecked();
    await choose(page, item!, true);
    await page
      .getByRole("button", { name: /^Check/ })
      .first()
      .click();
    await expect(page.getByText(/^(Try 2: )?Right/i).first()).toBeVisible();
    // Settled: nothing is left to change.
    await expect(page.locator("input[type=radio][name$='.choice']").first()).toBeDisabled();

    await handIn(page, attemptId);
    await expect(page.locator("#q1")).toContainText("2 of 4 points");
  });
}

test("practice with checks is the learner's own and stands in no class's scores", async ({ signedInAs, people }) => {
  const { learner, teacher, classId } = await classroom(people, "Rasma Kalna");
  const [quiz] = await people.quizzes();
  const page = await signedInAs(learner);
  await page.goto(`/quizzes/${quiz!.id}`);
  await page.getByText("Practise another way").click();
  await page.getByRole("button", { name: "Check each answer as I go" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Practice");
  const id = /attempts\/([^/]+)/.exec(page.url())![1]!;
  await handIn(page, id);

  const desk = await signedInAs(teacher);
  await desk.goto(`/classes/${classId}/practice`);
  const row = desk.getByRole("row", { name: /Rasma Kalna/ });
  await expect(row).toBeVisible();
  await expect(row.locator(`a[href*="${id}"]`)).toHaveCount(0);
});
