import { expect, test } from "./fixtures";
import { begin } from "./quiz";

// test/courses/tiny stands beside the main course: nothing in the code knows of it.

test("a course in a folder of its own is read at addresses of its own", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Other courses" }).getByRole("link", { name: "A tiny course" }).click();
  await expect(page).toHaveURL("/courses/tiny");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A tiny course");

  await page.getByRole("link", { name: "1 The pact" }).click();
  await expect(page).toHaveURL("/lessons/tiny-pact");
  await expect(page.getByText("went to Germany")).toHaveCount(0);
  await expect(page.getByText("to Germany.").first()).toBeVisible();

  await page.getByRole("region", { name: "Key terms" }).getByRole("link", { name: "ceded" }).click();
  await expect(page).toHaveURL("/courses/tiny/glossary#ceded");
  await page.getByRole("link", { name: "A tiny course" }).click();
  await expect(page).toHaveURL("/courses/tiny");
});

test("a teacher says which course a class follows, and its learners have it before them", async ({
  people,
  signedInAs,
}) => {
  const desk = await signedInAs("teacher");
  await desk.goto("/classes");
  await desk.getByLabel("Name of the class").fill("10B, the tiny course");
  await desk.getByLabel("Course", { exact: true }).selectOption({ label: "A tiny course" });
  await desk.getByRole("button", { name: "Make the class" }).click();
  await expect(desk).toHaveURL(/\/people$/);
  const joinCode = /[A-Z0-9]{3}-[A-Z0-9]{4}/.exec(await desk.locator("main").innerText())![0];
  await desk.goto("/classes");
  await expect(desk.getByRole("row", { name: /10B, the tiny course/ })).toContainText("A tiny course");

  const learner = await people.person({ role: "learner" });
  await people.join({ learner: learner.personId, joinCode });
  const page = await signedInAs(learner);
  await page.goto("/home");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A tiny course");
  await begin(page, "tiny-quiz");
  await expect(page.getByText("Question 1 of 15")).toBeVisible();
});
