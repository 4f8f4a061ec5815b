import type { Page } from "@playwright/test";
import { classroom, expect, test } from "./fixtures";
import { asksADay, begin, dateField, dateOf, expectSaved, handIn, type KnownQuiz } from "./quiz";

/** As people write the 23rd of August 1939. */
const spellings = [
  "23.8.1939",
  "1939-08-23",
  "23 Aug. 1939",
  "August 23rd, 1939",
  "23. August 1939",
  "23 августа 1939 г.",
  "23.08.1939",
  "23.8.39",
  "23 August 1939",
  "Aug 23 1939",
  "23rd of August 1939",
];

async function atDateQuestion(page: Page, quizzes: KnownQuiz[]) {
  const quiz = quizzes.find(({ items }) => items.some(asksADay))!;
  const id = await begin(page, quiz.id);
  const position = 1 + quiz.items.findIndex(asksADay);
  await page.goto(`/attempts/${id}/${position}`);
  await expect(dateField(page)).toBeVisible();
}

test("a date is read back before it counts, in every format that people write", async ({ signedInAs, people }) => {
  const { learner } = await classroom(people);
  const page = await signedInAs(learner);
  await atDateQuestion(page, await people.quizzes());
  for (const spelling of spellings) {
    await dateField(page).fill(spelling);
    await expect(page.getByText(/I read this as 23 August 1939, a Wednesday/), spelling).toBeVisible();
    await expect(dateField(page), "what was typed stays as it was typed").toHaveValue(spelling);
    await dateField(page).fill("");
    await expect(page.getByText(/I read this as/)).toHaveCount(0);
  }
});

test("every format of the right date earns all points", async ({ signedInAs, people }) => {
  test.setTimeout(120_000);
  const quizzes = await people.quizzes();
  const quiz = quizzes.find(({ items }) => items.some(asksADay))!;
  const index = quiz.items.findIndex(asksADay);
  const [year, month, day] = dateOf(quiz.items[index]!).split("-").map(Number) as [number, number, number];
  const inWords = (locale: string, form: "long" | "short") =>
    new Intl.DateTimeFormat(locale, { month: form, timeZone: "UTC" }).format(new Date(Date.UTC(year, month - 1, day)));
  const russian = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const spellings = [
    `${day}.${month}.${year}`,
    dateOf(quiz.items[index]!),
    `${day} ${inWords("en-US", "short")}. ${year}`,
    `${inWords("en-US", "long")} ${day}${["th", "st", "nd", "rd"][day % 10 > 3 || (day > 10 && day < 14) ? 0 : day % 10]}, ${year}`,
    `${day}. ${inWords("de", "long")} ${year}`,
    russian.format(new Date(Date.UTC(year, month - 1, day))),
  ];
  const { learner } = await classroom(people);
  const page = await signedInAs(learner);
  for (const spelling of spellings) {
    const id = await begin(page, quiz.id);
    await page.goto(`/attempts/${id}/${index + 1}`);
    await dateField(page).fill(spelling);
    // Two readings are asked about, not guessed.
    const meant = page.locator(`input[type=radio][name$='.meant'][value='${dateOf(quiz.items[index]!)}']`);
    await expect(
      page
        .getByText(/I read this as/)
        .or(meant)
        .first(),
    ).toBeVisible();
    if (await meant.isVisible()) await meant.check();
    await expectSaved(page);
    await handIn(page, id);
    const { points } = quiz.items[index]!;
    await expect(page.locator(`#q${index + 1}`), spelling).toContainText(`${points} of ${points} point`);
  }
});

test("a date that can be read in two ways is asked about", async ({ signedInAs, people }) => {
  const { learner } = await classroom(people);
  const page = await signedInAs(learner);
  await atDateQuestion(page, await people.quizzes());
  await dateField(page).fill("3/9/1939");
  await expect(page.locator("input[type=radio][name$='.meant']")).toHaveCount(2);
  await expect(page.locator("input[type=radio][name$='.meant']:checked")).toHaveCount(0);
  await page.getByRole("radio", { name: /9 March 1939/ }).check();
  await expectSaved(page);
  await page.reload();
  await expect(page.getByRole("radio", { name: /9 March 1939/ })).toBeChecked();
});
