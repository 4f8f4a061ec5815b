import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, test } from "./fixtures";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString().slice(0, 16);

/** The rows of learners, as they stand: name and what can be read in each cell. */
async function rows(page: Page): Promise<string[][]> {
  await page.waitForLoadState();
  return page
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) =>
        [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent!.replace(/\s+/g, " ").trim()),
      ),
    );
}

const names = async (page: Page) => (await rows(page)).map(([name]) => name);
const totals = async (page: Page) => (await rows(page)).map((row) => row.at(-1));

test("a teacher sorts, searches and walks the gradebook, and changes how it counts @phone", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner: anna, classId, joinCode } = await classroom(people, "Anna Āboliņa");
  const [boriss, cilda] = await Promise.all(
    ["Boriss Krūmiņš", "Cilda Sproģe"].map((displayName) => people.person({ role: "learner", displayName })),
  );
  for (const { personId } of [boriss!, cilda!]) await people.join({ learner: personId, joinCode });
  const [quiz] = await people.quizzes();
  const sets = { teacher: teacher.personId, classId };
  const due = { title: "Test on the talks", quizId: quiz!.id, dueAt: inAnHour() };
  const { assignmentId: talks } = await people.sets({ ...sets, ...due });
  const { assignmentId: pact } = await people.sets({ ...sets, title: "Homework on the pact", quizId: quiz!.id });
  const all = quiz!.items.map((_, index) => index + 1);
  await people.sits({ learner: anna.personId, assignmentId: talks, right: all });
  await people.sits({ learner: boriss!.personId, assignmentId: talks, right: [] });
  await people.sits({ learner: anna.personId, assignmentId: pact, right: [] });
  await people.sits({ learner: boriss!.personId, assignmentId: pact, right: all });
  await people.timePasses({ assignmentId: talks, seconds: 7200 });

  const page = await signedInAs(teacher);
  await page.goto(`/classes/${classId}`);
  expect(await rows(page)).toEqual([
    ["Anna Āboliņa", "100", "0", expect.any(String)],
    ["Boriss Krūmiņš", "0", "100", expect.any(String)],
    ["Cilda Sproģe", "missing", "–open", "0.0"],
  ]);
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);

  // Sorted by a column, either way; who has nothing there stands last.
  const head = page.getByRole("columnheader", { name: /Test on the talks/ });
  await head.getByRole("link").first().click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(await names(page)).toEqual(["Boriss Krūmiņš", "Anna Āboliņa", "Cilda Sproģe"]);
  await head.getByRole("link").first().click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  expect(await names(page)).toEqual(["Anna Āboliņa", "Boriss Krūmiņš", "Cilda Sproģe"]);

  // Found by the beginning of a name, or by what is missing; nobody is said to be nobody.
  await page.getByLabel("Name or user name").fill("krum");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("1 of 3 learners found")).toBeVisible();
  expect(await names(page)).toEqual(["Boriss Krūmiņš"]);
  await page.goto(`/classes/${classId}?only=missing`);
  expect(await names(page)).toEqual(["Cilda Sproģe"]);
  await page.goto(`/classes/${classId}?search=nobody`);
  await expect(page.getByText("Nobody found.")).toBeVisible();
  await page.getByRole("link", { name: "Show everyone" }).first().click();
  await expect(page.getByRole("grid")).toBeVisible();

  // A row is what a browser draws anew when focus moves: with every cell for itself, or the table as one, a key takes long
  // in a large class.
  const position = (part: string) =>
    page.locator(part).evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each).position))]);
  expect(await position("tbody tr")).toEqual(["relative"]);
  expect(await position("tbody td:not(.late)")).toEqual(["static"]);

  // One stop for Tab; from there by arrows, to the corners, and into a cell.
  await expect(page.locator('table a[tabindex="0"]')).toHaveCount(1);
  await page.locator('table a[tabindex="0"]').focus();
  const cell = (of: { personId: string }, assignment: string) =>
    page.locator(`a[href$="/assignments/${assignment}/learners/${of.personId}"]`);
  await page.keyboard.press("ArrowRight");
  await expect(cell(anna, talks)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(cell(boriss!, pact)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("link", { name: "Boriss Krūmiņš" })).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(page.getByRole("columnheader", { name: /^Learner/ }).getByRole("link")).toBeFocused();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(cell(cilda!, talks)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/classes/${classId}/assignments/${talks}/learners/${cilda!.personId}`);

  // Weights and what is missing: every total follows. A slip stands at its field, and nothing is saved before it is mended.
  await page.goto(`/classes/${classId}`);
  await page.getByRole("link", { name: "Weights, totals and categories" }).click();
  const save = page.getByRole("button", { name: "Save the categories" });
  await page.getByLabel("Name of a new category").fill("Tests");
  await page.getByLabel("Weight of the new category").fill("much");
  await save.click();
  await expect(page.getByText("Write a number from 0, such as 40")).toBeVisible();
  await expect(page.getByLabel("Name of a new category")).toHaveValue("Tests");
  await page.getByLabel("Weight of the new category").fill("75");
  await save.click();
  await expect(page.getByLabel("Name of Tests")).toBeVisible();
  await page.getByLabel("Name of a new category").fill("Homework");
  await page.getByLabel("Weight of the new category").fill("25");
  await save.click();
  await expect(page.getByLabel("Name of Homework")).toBeVisible();
  await page.getByLabel("Category of Test on the talks").selectOption("Tests");
  await page.getByLabel("Category of Homework on the pact").selectOption("Homework");
  await page.getByRole("button", { name: "Save the assignments’ weights" }).click();
  await expect(page.getByText("the gradebook counts by it now")).toBeVisible();
  await page.getByRole("radio", { name: /^never/ }).check();
  await page.getByRole("button", { name: "Save how totals are shown" }).click();
  await expect(page.getByText("How totals are shown is saved.")).toBeVisible();
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);

  await page.goto(`/classes/${classId}?by=total`);
  expect(await names(page)).toEqual(["Boriss Krūmiņš", "Anna Āboliņa", "Cilda Sproģe"]);
  expect(await totals(page)).toEqual(["25.0", "75.0", "–nothing counts yet"]);
  await expectNothingSerious(page);
});
