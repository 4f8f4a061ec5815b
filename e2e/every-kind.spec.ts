import type { BrowserContextOptions } from "@playwright/test";
import type { Way } from "./answering";
import { classroom, expect, test } from "./fixtures";
import { answerRightly, begin, expectSaved, handIn, nextButton } from "./quiz";

const ways: Record<Way, { called: string; options: BrowserContextOptions }> = {
  mouse: { called: "with a mouse", options: {} },
  keyboard: { called: "by the keyboard alone", options: {} },
  touch: {
    called: "by finger on a screen 360 pixels wide",
    options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  },
  plain: { called: "without script", options: { javaScriptEnabled: false } },
};

for (const [way, { called, options }] of Object.entries(ways) as [Way, (typeof ways)[Way]][]) {
  test(`every kind of question is answered for all its points ${called}`, async ({ signedInAs, people }) => {
    test.setTimeout(240_000);
    const quiz = await people.everyKind();
    const { learner } = await classroom(people);
    const page = await signedInAs(learner, options);
    const attemptId = await begin(page, quiz.id);
    for (const [index, item] of quiz.items.entries()) {
      await test.step(`${item.kind}: ${item.variants[0]!.prompt}`, async () => {
        await answerRightly(page, item, way);
        if (way !== "plain") await expectSaved(page);
        if (index + 1 === quiz.items.length) return;
        const before = page.url();
        await nextButton(page).click();
        await expect(page).not.toHaveURL(before);
      });
    }
    // The last answer is saved by going somewhere, too.
    if (way === "plain")
      await page
        .getByRole("navigation", { name: "Questions" })
        .getByRole("button", { name: /^Question 1\b/ })
        .click();
    await handIn(page, attemptId);
    for (const [index, { kind, points }] of quiz.items.entries())
      await expect(page.locator(`#q${index + 1}`), kind).toContainText(`${points} of ${points} points`);
  });
}
