import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Looks for what keeps people out of a page as it stands now, and fails on anything serious or critical. axe sees only
 * part of the faults: the stories are also walked by keyboard.
 */
export async function expectNothingSerious(page: Page, where = page.url()): Promise<void> {
  // A page just come to may not be whole yet.
  await page.waitForLoadState();
  // Asked through the browser's own debugger, so that the page's policy against foreign scripts stays as it is.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    // Only what is wrong is told in full: the rest takes longer to write down than to look at.
    (globalThis as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } }).axe.run({
      resultTypes: ["violations"],
    }),
  );
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join("\n    ")}`,
    );
  expect(serious, where).toEqual([]);
}

/** No page may be wider than its window: nobody should have to scroll sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.waitForLoadState();
  const [wide, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, `width of ${page.url()}`).toBeLessThanOrEqual(window!);
}
