import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { tabTo } from "./keys";

/** Form fields of one answer, by name without the question's prefix; as the kinds of question read them. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * How a person gives an answer: by mouse, by the keyboard alone, by finger, or in a browser without script. Every kind of
 * question is native fields in the end, so one way of answering does for all of them.
 */
export type Way = "mouse" | "keyboard" | "touch" | "plain";

/** Puts an answer into the question in view. */
export async function give(page: Page, fields: Fields, way: Way): Promise<void> {
  const position = /\/attempts\/[^/]+\/(\d+)/.exec(page.url())?.[1];
  const name = (field: string) => `q${position}.${field}`;
  for (const [field, values] of Object.entries(fields)) {
    const controls = page.locator(`main form [name="${name(field)}"]`);
    await controls.first().waitFor({ state: "attached" });
    for (const [index, value] of values.entries()) await put(page, controls, { index, value, way });
  }
}

interface Piece {
  index: number;
  value: string;
  way: Way;
}

async function put(page: Page, controls: Locator, { index, value, way }: Piece): Promise<void> {
  const kind = await controls.first().evaluate((control) => `${control.tagName} ${control.getAttribute("type") ?? ""}`);
  switch (kind) {
    case "INPUT radio":
    case "INPUT checkbox":
      return choose(page, controls, { value, way, radio: kind.endsWith("radio") });
    case "SELECT ":
      return select(page, controls.nth(index), value, way);
    default:
      return write(page, controls.nth(index), value, way);
  }
}

async function choose(
  page: Page,
  controls: Locator,
  { value, way, radio }: { value: string; way: Way; radio: boolean },
): Promise<void> {
  const wanted = controls.and(page.locator(`[value="${value.replaceAll('"', '\\"')}"]`));
  if (await wanted.isChecked()) return;
  if (way === "keyboard") {
    await tabTo(page, radio ? controls : wanted);
    if (!radio) await page.keyboard.press("Space");
    for (let moves = 0; radio && moves < 20 && !(await wanted.isChecked()); moves++)
      await page.keyboard.press(moves === 0 ? "Space" : "ArrowDown");
  } else {
    // The box or its label: whatever of the two a finger would meet.
    const label = page.locator("label", { has: wanted });
    const target = (await label.count()) > 0 ? label.first() : wanted;
    if (way === "touch") await target.tap();
    else await target.click();
  }
  await expect(wanted).toBeChecked();
}

async function select(page: Page, list: Locator, value: string, way: Way): Promise<void> {
  if (way === "keyboard") {
    await tabTo(page, list);
    const options = await list.locator("option").evaluateAll((all) => (all as HTMLOptionElement[]).map((o) => o.value));
    const chosen = options.indexOf(await list.inputValue());
    const moves = options.indexOf(value) - Math.max(0, chosen);
    for (let n = 0; n < Math.abs(moves); n++) await page.keyboard.press(moves > 0 ? "ArrowDown" : "ArrowUp");
  } else {
    // The list itself is the browser's own, and opens outside the page.
    if (way === "touch") await list.tap();
    await list.selectOption(value);
  }
  await expect(list).toHaveValue(value);
}

async function write(page: Page, box: Locator, value: string, way: Way): Promise<void> {
  if (way === "keyboard") {
    await tabTo(page, box);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(value);
  } else {
    if (way === "touch") await box.tap();
    await box.fill(value);
  }
  await expect(box).toHaveValue(value);
}
