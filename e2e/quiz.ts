import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { People } from "../test/people";
import { give, type Way } from "./answering";

export type KnownQuiz = Awaited<ReturnType<People["quizzes"]>>[number];
export type KnownItem = KnownQuiz["items"][number];

export type KnownVariant = KnownItem["variants"][number];

/** The variant of a question that this learner is asked: its prompt is the heading in view, and its fields are there. */
export async function asked(page: Page, item: KnownItem): Promise<KnownVariant> {
  const heading = (prompt: string) => page.getByRole("heading", { name: prompt, exact: true });
  const [first, ...others] = item.variants.map(({ prompt }) => heading(prompt));
  await expect(others.reduce((either, each) => either.or(each), first!).first()).toBeVisible();
  const sent = await page
    .locator("main form [name]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("name")!.replace(/^q\d+\./, "")));
  for (const variant of item.variants) {
    const here = Object.keys(variant.solution).every((field) => sent.includes(field));
    if (here && (await heading(variant.prompt).isVisible())) return variant;
  }
  throw new Error(`No variant of '${item.id}' is in view.`);
}

/** Answers the question in view rightly, by what the key says: the test's own knowledge, which no browser has. */
export async function answerRightly(page: Page, item: KnownItem, way: Way = "mouse"): Promise<void> {
  await give(page, (await asked(page, item)).solution, way);
}

/** The date that the key shows as the answer, EDTF: 1939-08-23, 1939-08, 1939; of a question that has one variant. */
export function dateOf(item: KnownItem): string {
  return (item.variants[0]!.key.answer as { accepted: { date: string }[] }).accepted[0]!.date;
}

/** A question that asks for one date, to the day. */
export function asksADay(item: KnownItem): boolean {
  return item.kind === "date" && item.variants.length === 1 && /^\d{4}-\d{2}-\d{2}$/.test(dateOf(item));
}

export function question(page: Page): number {
  return Number(/\/attempts\/[^/]+\/(\d+)/.exec(page.url())?.[1]);
}

export function attempt(page: Page): string {
  return /\/attempts\/([^/]+)/.exec(page.url())![1]!;
}

/** The line that says what is kept, always at the same place. */
export const saveLine = (page: Page): Locator => page.getByRole("status").filter({ hasText: /Saved|Saving|Offline/ });

export async function expectSaved(page: Page): Promise<void> {
  await expect(saveLine(page)).toHaveText(/^\s*Saved/);
}

export const dateField = (page: Page): Locator => page.locator("input[name$='.text']");

/** A land's box in the list beside the map. */
export const landInList = (page: Page, name: string): Locator =>
  page.locator("label", { has: page.getByText(name, { exact: true }) }).locator("input[name$='.territory']");

export const nextButton = (page: Page): Locator => page.getByRole("button", { name: /^Next/ });

export const checkButton = (page: Page): Locator => page.getByRole("button", { name: "Check and hand in" }).last();

/** Opens a quiz's door and begins, or goes on. */
export async function begin(page: Page, quizId: string): Promise<string> {
  await page.goto(`/quizzes/${quizId}`);
  await page.getByRole("button", { name: /^(Begin|Go on|Try again)/ }).click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/\d+/);
  return attempt(page);
}

/** Hands in from the page that lists every question, whatever is unanswered. */
export async function handIn(page: Page, attemptId: string): Promise<void> {
  await page.goto(`/attempts/${attemptId}/check`);
  await confirmHandIn(page);
}

export async function confirmHandIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Hand in/ }).click();
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible()) await dialog.getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL(/\/result$/);
}
