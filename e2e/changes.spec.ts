import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, test } from "./fixtures";

async function looksWell(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
}

/** What a learner's cell says, in a gradebook of one assignment. */
async function score(page: Page, classId: string, { displayName }: { displayName: string }): Promise<string> {
  await page.goto(`/classes/${classId}`);
  const cells = page.locator("tbody tr", { hasText: displayName }).locator("td");
  return (await cells.first().innerText()).trim();
}

const alias = "the academician of the archives";

test("a learner appeals; the answer is accepted for everyone, and undone; a question is dropped", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(150_000);
  const quiz = (await people.quizzes()).find(({ items }) =>
    items.some(({ kind, variants }) => kind === "short-text" && variants.length === 1),
  )!;
  const index = quiz.items.findIndex(({ kind, variants }) => kind === "short-text" && variants.length === 1);
  const [at, { points }] = [index + 1, quiz.items[index]!];
  const others = quiz.items.map((_, each) => each + 1).filter((position) => position !== at);
  const inPoints = `${points} ${points === 1 ? "point" : "points"}`;

  const { teacher, learner: marta, classId, joinCode } = await classroom(people, "Marta Bērziņa");
  const juris = await people.person({ role: "learner", displayName: "Juris Kalns" });
  const zane = await people.person({ role: "learner", displayName: "Zane Liepa" });
  for (const { personId } of [juris, zane]) await people.join({ learner: personId, joinCode });
  const other = await classroom(people, "Oskars Vītols");
  const title = "Homework on the documents";
  const [mine, theirs] = await Promise.all(
    [{ teacher, classId }, other].map((each) =>
      people.sets({ teacher: each.teacher.personId, classId: each.classId, quizId: quiz.id, title }),
    ),
  );
  const saysSo = { right: others, said: { [at]: { text: [alias] } } };
  const { attemptId } = await people.sits({ learner: marta.personId, ...mine!, ...saysSo });
  await people.sits({ learner: juris.personId, ...mine!, ...saysSo });
  await people.sits({ learner: zane.personId, ...mine!, right: [at] });
  await people.sits({ learner: other.learner.personId, ...theirs!, ...saysSo });

  const page = await signedInAs(marta);
  const result = `/attempts/${attemptId}/result`;
  const question = page.locator(`#q${at}`);
  await page.goto(result);
  await expect(question).toContainText(`0 of ${inPoints}`);
  await question.locator("summary", { hasText: "if you like" }).click();
  await question.getByLabel(/^Why/).fill("The lesson calls him so.");
  await question.getByRole("button", { name: "My answer should count" }).click();
  await expect(question.getByText("You asked your teacher to look at this again.")).toBeVisible();
  await looksWell(page);

  // Without script: from the appeal to who changes, from what to what.
  const desk = await signedInAs(teacher, { javaScriptEnabled: false });
  const [martas, jurisHas, zanes] = [
    await score(desk, classId, marta),
    await score(desk, classId, juris),
    await score(desk, classId, zane),
  ];
  expect(jurisHas).toBe(martas);
  await desk.goto(`/classes/${classId}/changes`);
  await expect(desk.getByRole("heading", { name: "Appeals (1)" })).toBeVisible();
  await expect(desk.getByText("The lesson calls him so.")).toBeVisible();
  await desk.getByRole("link", { name: "Accept this answer for everyone" }).click();
  await expect(desk.getByRole("heading", { name: "2 attempts of 2 learners change" })).toBeVisible();
  for (const { displayName } of [marta, juris])
    await expect(desk.getByRole("row", { name: displayName })).toContainText(`0 → ${points} of ${points}`);
  await expect(desk.getByRole("row", { name: zane.displayName })).toHaveCount(0);

  // A slip stands at its field, and what was typed is kept.
  const note = "I accept it: the lesson calls him so too.";
  await desk.getByLabel("Note to the learners concerned").fill(note);
  await desk.getByRole("button", { name: "Change 2 attempts" }).click();
  await expect(desk.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expect(desk.getByLabel("Note to the learners concerned")).toHaveValue(note);
  await expect(desk.getByLabel("Reason")).toHaveAccessibleDescription(/The learners concerned read it/);
  await desk.getByLabel("Reason").fill("The lesson has this name");
  await desk.getByRole("button", { name: "Change 2 attempts" }).click();
  await expect(desk).toHaveURL(/\/changes\/[0-9a-f-]{36}$/);
  const made = new URL(desk.url()).pathname;
  await expect(desk.getByRole("heading", { name: `Accept ‘${alias}’ too` })).toBeVisible();
  await expect(desk.getByRole("row", { name: juris.displayName })).toContainText(`0 → ${points} of ${points}`);

  expect(await score(desk, classId, marta)).toBe("100");
  expect(await score(desk, classId, juris)).toBe("100");
  expect(await score(desk, classId, zane)).toBe(zanes);
  const elsewhere = await signedInAs(other.teacher);
  expect(await score(elsewhere, other.classId, other.learner)).toBe(martas);
  await elsewhere.goto(`/classes/${other.classId}/changes`);
  await expect(elsewhere.getByText("No marks have been changed.")).toBeVisible();
  expect((await elsewhere.goto(made))?.status()).toBe(404);

  // The learner reads what became of it, each thing once.
  await page.goto(result);
  await expect(question).toContainText(`${points} of ${inPoints}`);
  await expect(question.getByText("Your appeal was accepted.")).toBeVisible();
  await expect(question.getByText(`0 of ${points} became ${points} of ${points}.`)).toBeVisible();
  await expect(page.getByText(note)).toHaveCount(1);
  await expect(page.getByText(/accepted later/)).toHaveCount(1);
  await looksWell(page);
  await expect(page.getByText("Why: The lesson has this name")).toHaveCount(1);
  await page.goto("/scores");
  await expect(page.getByText(note)).toBeVisible();
  await expect(page.getByText("Why: The lesson has this name")).toBeVisible();
  await expect(page.getByText(`Question ${at} is marked anew: ${inPoints} more`)).toBeVisible();

  // Undone, the marks are as they were.
  await desk.goto(made);
  await desk.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(desk.getByRole("term").filter({ hasText: "Undone" })).toBeVisible();
  for (const each of [marta, juris]) expect(await score(desk, classId, each)).toBe(martas);
  await page.goto("/scores");
  await expect(page.getByText(/Taken back by .+ less$/)).toHaveCount(1);
  await page.goto(result);
  await expect(question).toContainText(`0 of ${inPoints}`);

  // Dropped, from the learner's answer, for who gains by it; who has it right keeps it.
  const scripted = await signedInAs(teacher);
  const there = scripted.locator(`#q${at}`);
  await scripted.goto(result);
  await there.getByRole("link", { name: /^Decide/ }).click();
  await there.locator("summary", { hasText: "Change the marking" }).click();
  await looksWell(scripted);
  await there.getByRole("link", { name: "Drop this question" }).click();
  await expect(scripted.getByRole("row", { name: zane.displayName })).toBeVisible();
  await looksWell(scripted);
  await scripted.getByLabel("Never lower what was handed in before").check();
  await scripted.getByRole("button", { name: "Show who changes" }).click();
  await expect(scripted.getByRole("heading", { name: "2 attempts of 2 learners change" })).toBeVisible();
  await expect(scripted.getByRole("row", { name: zane.displayName })).toHaveCount(0);
  await scripted.getByLabel("Reason").fill("It was not taught");
  await scripted.getByRole("button", { name: "Change 2 attempts" }).click();
  await expect(scripted).toHaveURL(/\/changes\/[0-9a-f-]{36}$/);
  await expect(scripted.getByRole("heading", { name: "Drop this question" })).toBeVisible();
  await looksWell(scripted);
  expect(await score(scripted, classId, marta)).toBe("100");
  expect(await score(scripted, classId, zane)).toBe(zanes);
  await page.goto(result);
  await expect(question).toContainText(`Dropped (marked 0 of ${points})`);
  await expect(question).toContainText("This question was dropped");
  await expect(question).toContainText("Why: It was not taught");
});

test("an administrator accepts an answer in the whole school, and takes it back", async ({ signedInAs, people }) => {
  test.setTimeout(150_000);
  const quiz = await people.everyKind();
  const index = quiz.items.findIndex(({ kind }) => kind === "short-text");
  const { id: itemId, variants, points } = quiz.items[index]!;
  const rooms = await Promise.all(
    ["Marta Bērziņa", "Oskars Vītols"].map(async (displayName) => {
      const teacher = await people.person({ role: "teacher", displayName: `Teacher of ${displayName}` });
      const { classId, joinCode } = await people.class({
        teacher: teacher.personId,
        courseId: `course-of-${quiz.id}`,
      });
      const learner = await people.person({ role: "learner", displayName });
      await people.join({ learner: learner.personId, joinCode });
      const set = await people.sets({ teacher: teacher.personId, classId, quizId: quiz.id, title: "Every kind" });
      const said = { [index + 1]: { text: [alias] } };
      await people.sits({ learner: learner.personId, ...set, right: [], said });
      return { teacher, classId, learner };
    }),
  );
  const page = await signedInAs("administrator");
  await page.goto("/school");
  await page.getByRole("link", { name: "Changes", exact: true }).click();
  await looksWell(page);
  await page.getByLabel(/^Words of the question/).fill("zzz no such words");
  await page.getByRole("button", { name: "Find it" }).click();
  await expect(page.getByText("No question has all of these words.")).toBeVisible();
  await page.getByLabel(/^Words of the question/).fill(variants[0]!.prompt);
  await page.getByRole("button", { name: "Find it" }).click();
  await looksWell(page);
  await page.locator(`a[href*="item=${itemId}"]`).click();
  await expect(page.getByText(`‘${alias}’, 2 attempts`)).toBeVisible();
  await looksWell(page);
  await page.getByRole("link", { name: new RegExp(`^Accept this answer ?: ${alias}$`) }).click();
  await expect(page.getByRole("heading", { name: "2 attempts of 2 learners change" })).toBeVisible();
  for (const { learner } of rooms)
    await expect(page.getByRole("row", { name: learner.displayName })).toContainText(`0 → ${points} of ${points}`);
  await page.getByLabel("Reason").fill("Every textbook has it");
  await page.getByRole("button", { name: "Change 2 attempts" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "The whole school" })).toBeVisible();
  await looksWell(page);

  for (const { teacher, classId, learner } of rooms) {
    const desk = await signedInAs(teacher);
    expect(await score(desk, classId, learner)).not.toBe("0");
    await desk.goto(`/classes/${classId}/changes`);
    await expect(desk.getByText("The whole school")).toBeVisible();
    await expect(desk.getByRole("button", { name: "Undo" })).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByRole("term").filter({ hasText: "Undone" })).toBeVisible();
  const [first] = rooms;
  const desk = await signedInAs(first!.teacher);
  expect(await score(desk, first!.classId, first!.learner)).toBe("0");
  expect((await desk.goto("/school/changes"))?.status()).toBe(404);
});
