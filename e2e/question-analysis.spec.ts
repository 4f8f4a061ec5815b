import { readFileSync } from "node:fs";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, test } from "./fixtures";
import { answerRightly, asksADay, begin, dateField, dateOf, expectSaved, handIn } from "./quiz";

// A teacher has ten minutes: what to teach again, and whether a question is at fault.

test("a teacher finds what the class confuses, who did, and which question to look at", async ({
  signedInAs,
  people,
  device,
}) => {
  test.setTimeout(180_000);
  const { teacher, learner, classId, joinCode } = await classroom(people, "Anna Bērziņa");
  const others = await Promise.all(
    ["Boriss Krūmiņš", "Cecīlija Ozola"].map((displayName) => people.person({ role: "learner", displayName })),
  );
  for (const { personId } of others) await people.join({ learner: personId, joinCode });
  // A quiz with a question that asks a day which is not that of the Boundary Treaty.
  const confusing = "28 September 1939";
  const quiz = (await people.quizzes()).find(({ items }) =>
    items.some((item) => asksADay(item) && dateOf(item) !== "1939-09-28"),
  )!;
  const place = quiz.items.findIndex((item) => asksADay(item) && dateOf(item) !== "1939-09-28") + 1;
  const item = quiz.items[place - 1]!;

  for (const [index, person] of [learner, ...others].entries()) {
    const page = await signedInAs(person);
    const attempt = await begin(page, quiz.id);
    await page.goto(`/attempts/${attempt}/${place}`);
    if (index < 2) {
      await dateField(page).fill(confusing);
      await dateField(page).blur();
    } else await answerRightly(page, item);
    await expectSaved(page);
    await handIn(page, attempt);
    await page.context().close();
  }

  const page = await signedInAs(teacher);
  await page.goto(`/classes/${classId}/quizzes`);
  await expect(page.getByRole("row", { name: new RegExp(quiz.title) })).toContainText("Too few attempts to say");
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
  await page.locator(`a[href="/classes/${classId}/quizzes/${quiz.id}"]`).click();
  await expect(page.getByRole("heading", { name: `${quiz.title}: question by question` })).toBeVisible();
  await expect(page.getByText(/^3 of 3 learners have handed in/)).toBeVisible();
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);

  // What is confused, by whom, and where it is taught.
  const confused = page.getByRole("region", { name: "What is confused" });
  const line = confused
    .getByRole("listitem")
    .filter({ hasText: `gave ${confusing}` })
    .first();
  await expect(line).toContainText("2 of 3");
  await expect(line).toContainText("Teach again");
  await expect(line.getByText("Boriss Krūmiņš")).toBeHidden();
  await line.getByText(/^Who: 2 learners/).click();
  await expect(line.getByText("Boriss Krūmiņš")).toBeVisible();
  const passage = await line
    .getByRole("link", { name: /passage \d+/ })
    .first()
    .getAttribute("href");
  expect((await page.request.get(passage!)).status()).toBe(200);

  // The figures of that question, the interval, and that three are too few.
  const row = page.getByRole("row", { name: new RegExp(`^${place}\\. `) });
  await expect(row.getByRole("cell").nth(1)).toContainText("33");
  await row.getByText("In words").click();
  await expect(row.getByText(/Only 3 attempts/).first()).toBeVisible();
  await expect(row.getByText(/95 per cent interval .*Wilson|Student/).first()).toBeVisible();
  // What has no value says why.
  await expect(page.getByText("Everybody earned the same points at it.").first()).toBeAttached();

  // Sorted by facility, hardest last, the other way round; the order stands in the address.
  await page
    .getByRole("columnheader", { name: /^Facility/ })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/by=facility/);
  await page
    .getByRole("columnheader", { name: /^Facility/ })
    .getByRole("link")
    .click();
  await expect(page.getByRole("columnheader", { name: /^Facility/ })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("row").nth(1)).toContainText(`${place}. `);

  // The wrong answer among what was answered, with the names.
  const answers = page.getByRole("region", { name: `Question ${place}`, exact: true });
  const given = answers.getByRole("listitem").filter({ hasText: confusing }).first();
  await given.locator("summary").click();
  await expect(given.getByRole("link", { name: "Anna Bērziņa" })).toBeVisible();

  // For all classes of this teacher, and as a file without names.
  await page.getByRole("link", { name: "All my classes" }).click();
  await expect(page).toHaveURL(/of=mine/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "responses without names" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).not.toContain("Bērziņa");
  const { responses } = JSON.parse(file) as {
    responses: { question: string; points: number; asked: boolean }[];
  };
  // Of parallel questions those that were not drawn stand there too, as not asked.
  expect(responses.filter(({ asked }) => asked)).toHaveLength(3 * quiz.items.length);
  expect(responses.filter(({ question, points }) => question === item.id && points === item.points)).toHaveLength(1);

  // Without script the same page says the same.
  const plain = await signedInAs(teacher, { javaScriptEnabled: false });
  await plain.goto(`/classes/${classId}/quizzes/${quiz.id}`);
  await expect(plain.getByText(`gave ${confusing}`).first()).toBeVisible();

  // Nobody else: another teacher, a learner of the class, a visitor.
  const stranger = await people.person({ role: "teacher", displayName: "Zane Liepa" });
  for (const who of [stranger, learner]) {
    const outside = await signedInAs(who);
    for (const address of [
      `/classes/${classId}/quizzes/${quiz.id}`,
      `/api/classes/${classId}/quizzes/${quiz.id}/responses.json?names=1`,
    ])
      expect((await outside.request.get(address)).status(), address).toBe(404);
  }
  const visitor = await (await device()).newPage();
  await visitor.goto(`/classes/${classId}/quizzes/${quiz.id}`);
  await expect(visitor).toHaveURL(/\/sign-in/);
});

test("who mixes two things up gets a practice quiz of their own, which counts nowhere", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId, joinCode } = await classroom(people, "Anna Bērziņa");
  const friend = await people.person({ role: "learner", displayName: "Boriss Krūmiņš" });
  await people.join({ learner: friend.personId, joinCode });
  const quiz = (await people.quizzes()).find(({ items }) =>
    items.some((item) => asksADay(item) && dateOf(item) !== "1939-09-28"),
  )!;
  const place = quiz.items.findIndex((item) => asksADay(item) && dateOf(item) !== "1939-09-28") + 1;
  for (const person of [learner, friend]) {
    const page = await signedInAs(person);
    const attempt = await begin(page, quiz.id);
    await page.goto(`/attempts/${attempt}/${place}`);
    await dateField(page).fill("28 September 1939");
    await dateField(page).blur();
    await expectSaved(page);
    await handIn(page, attempt);
    await page.context().close();
  }

  // The teacher sees what it asks, whom, and what they read, before it is made; without script.
  const desk = await signedInAs(teacher, { javaScriptEnabled: false });
  await desk.goto(`/classes/${classId}/quizzes/${quiz.id}`);
  const line = desk.getByRole("listitem").filter({ hasText: "gave 28 September 1939" }).first();
  await line.getByRole("link", { name: "Make a practice quiz for these 2" }).click();
  await expect(desk.getByText("Anna Bērziņa, Boriss Krūmiņš")).toBeVisible();
  const asked = desk.getByRole("region", { name: "What it asks" }).getByRole("listitem");
  const questions = await asked.count();
  expect(questions).toBeGreaterThanOrEqual(4);
  expect(questions).toBeLessThanOrEqual(8);
  await expectNoSidewaysScroll(desk);
  const preview = desk.url();
  await desk.getByRole("button", { name: "Give it to these 2" }).click();
  await expect(desk.getByText("It is saved.")).toBeVisible();
  const given = desk.url();

  // Looked at again, it is there already: not made twice by mistake.
  await desk.goto(preview);
  await expect(desk.getByText(/^They have a practice quiz about this already/)).toBeVisible();
  await expect(desk.getByRole("button", { name: "Give another to these 2" })).toBeVisible();
  await desk.getByRole("link", { name: /^Practice: / }).click();
  await expect(desk).toHaveURL(given.replace(/\?.*/, ""));

  // The learner is told why, and of nobody else; it tells at once what is right, and counts nowhere.
  const page = await signedInAs(learner);
  await page.goto("/home");
  await expect(page.getByText(/^You and others mixed up ‘.+’ and ‘.+’\./)).toBeVisible();
  await expect(page.getByText("Boriss")).toHaveCount(0);
  await expectNothingSerious(page);
  await page.getByRole("link", { name: /^Practice: / }).click();
  await expect(page.getByText(`${questions} questions`)).toBeVisible();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("button", { name: "Check this answer" })).toBeVisible();
  await handIn(page, /attempts\/([^/]+)/.exec(page.url())![1]!);
  await expect(page.getByText(/^Practice: this result does not count/)).toBeVisible();

  // Taken back, it is gone from who has not begun it.
  await desk.getByRole("button", { name: "Take it back" }).click();
  const other = await signedInAs(friend);
  await other.goto("/home");
  await expect(other.getByText(/mixed up/)).toHaveCount(0);
  await desk.goto(`/classes/${classId}/quizzes`);
  await expect(desk.getByRole("row")).toHaveCount(2);
});
