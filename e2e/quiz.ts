import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { People } from "../test/people";

export type KnownQuiz = Awaited<ReturnType<People["quizzes"]>>[number];
export type KnownItem = KnownQuiz["items"][number];

/** What earns full points, as a person would give it. */
export type RightAnswer =
  | { kind: "single-choice"; text: string }
  | { kind: "date"; text: string }
  | { kind: "signatories"; names: string[] }
  | { kind: "annexations"; lands: { letter: string; name: string }[] };

/** Reads the right answer out of the key: the test's own knowledge, which no browser has. */
export function rightAnswer(item: KnownItem): RightAnswer {
  const answer = item.key.answer as Record<string, unknown>;
  switch (item.kind) {
    case "single-choice": {
      const right = (answer.options as { id: string; fraction: number }[]).find((option) => option.fraction === 1)!;
      const { text } = (item.body as { options: { id: string; text: string }[] }).options.find(
        (o) => o.id === right.id,
      )!;
      return { kind: "single-choice", text };
    }
    case "date":
      return { kind: "date", text: dateOf(item) };
    case "signatories":
      return { kind: "signatories", names: signatoriesOf(item) };
    case "annexations": {
      const right = answer.right as string[];
      const lands = (item.body as { territories: { id: string; name: string }[] }).territories;
      return {
        kind: "annexations",
        lands: lands.flatMap(({ id, name }, index) =>
          right.includes(id) ? [{ name, letter: String.fromCharCode(65 + index) }] : [],
        ),
      };
    }
    default:
      throw new Error(`The stories do not know the kind '${item.kind}': tell e2e/quiz.ts how it is answered.`);
  }
}

/** The date that the key shows as the answer, EDTF: 1939-08-23, 1939-08, 1939. */
export function dateOf(item: KnownItem): string {
  return (item.key.answer as { accepted: { date: string }[] }).accepted[0]!.date;
}

export function signatoriesOf(item: KnownItem): string[] {
  const { signatories, cast } = item.key.answer as {
    signatories: { person: string }[];
    cast: { id: string; name: string }[];
  };
  return signatories.map(({ person }) => cast.find(({ id }) => id === person)!.name);
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

/** Answers the question in view with the mouse and a keyboard for what is typed. */
export async function answerByMouse(page: Page, answer: RightAnswer): Promise<void> {
  switch (answer.kind) {
    case "single-choice":
      return page
        .locator("label")
        .filter({ has: page.getByText(answer.text, { exact: true }) })
        .click();
    case "date":
      return dateField(page).fill(answer.text);
    case "signatories":
      if (await namesTyped(page)) {
        for (const [index, name] of answer.names.entries())
          await page.locator("input[name$='.name']").nth(index).fill(name);
      } else {
        for (const name of answer.names) await page.getByRole("checkbox", { name, exact: true }).check();
      }
      return;
    case "annexations":
      // On the map: the letters are what a finger meets.
      for (const { letter, name } of answer.lands) {
        await page
          .getByRole("group")
          .getByRole("checkbox", { name: `${letter}, ${name}`, exact: true })
          .click();
      }
  }
}

/** Answers the question in view by the keyboard alone, from wherever the focus is. */
export async function answerByKeyboard(page: Page, answer: RightAnswer): Promise<void> {
  switch (answer.kind) {
    case "single-choice": {
      const wanted = page.getByRole("radio", { name: answer.text, exact: true });
      await tabTo(page, page.getByRole("radio"));
      for (let moves = 0; moves < 15 && !(await wanted.isChecked()); moves++) await page.keyboard.press("ArrowDown");
      return expect(wanted).toBeChecked();
    }
    case "date":
      await tabTo(page, dateField(page));
      return page.keyboard.type(answer.text);
    case "signatories":
      if (await namesTyped(page)) {
        await tabTo(page, page.locator("input[name$='.name']").first());
        for (const [index, name] of answer.names.entries()) {
          if (index > 0) await tabTo(page, page.locator("input[name$='.name']").nth(index));
          await page.keyboard.type(name);
        }
        return;
      }
      for (const name of answer.names) await mark(page, page.getByRole("checkbox", { name, exact: true }));
      return;
    case "annexations":
      // In the list: it is the map's equal.
      for (const { name } of answer.lands) await mark(page, landInList(page, name));
  }
}

export const dateField = (page: Page): Locator => page.locator("input[name$='.text']");

const namesTyped = async (page: Page) => (await page.locator("input[name$='.name']").count()) > 0;

/** A land's box in the list beside the map. */
export const landInList = (page: Page, name: string): Locator =>
  page.locator("label", { has: page.getByText(name, { exact: true }) }).locator("input[name$='.territory']");

async function mark(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
}

/** Presses Tab until one of these has the focus: what cannot be reached so cannot be used without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    const there = await target.evaluateAll((all) => all.some((each) => each === document.activeElement));
    if (there) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

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
