import type { Page } from "@playwright/test";
import { classroom, expect, test } from "./fixtures";
import type { KnownQuiz } from "./quiz";
import { answerRightly, begin, expectSaved, handIn } from "./quiz";

/** Answers the first question rightly and hands in the rest blank. */
async function answerOne(page: Page, quiz: KnownQuiz): Promise<string> {
  const id = await begin(page, quiz.id);
  await answerRightly(page, quiz.items[0]!);
  await expectSaved(page);
  await handIn(page, id);
  return id;
}

test("the teacher sees the score in the class and every response; nobody else sees anything", async ({
  signedInAs,
  people,
  device,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId, name } = await classroom(people, "Kārlis Vītols");
  const [quiz] = await people.quizzes();
  const attemptId = await answerOne(await signedInAs(learner), quiz!);

  const page = await signedInAs(teacher);
  await page.goto("/classes");
  await page.getByRole("link", { name }).first().click();
  await expect(page).toHaveURL(`/classes/${classId}`);
  await page.getByRole("link", { name: "Practice and earlier attempts" }).click();
  await expect(page).toHaveURL(`/classes/${classId}/practice`);
  const row = page.getByRole("row", { name: new RegExp(learner.displayName) });
  await expect(row).toBeVisible();
  await row.locator(`a[href*="${attemptId}"]`).first().click();
  await expect(page.getByText(learner.displayName).first()).toBeVisible();
  for (const { variants } of quiz!.items.filter((item) => item.variants.length === 1))
    await expect(page.getByText(variants[0]!.prompt).first()).toBeVisible();

  const addresses = [
    `/attempts/${attemptId}/1`,
    `/attempts/${attemptId}/check`,
    `/attempts/${attemptId}/result`,
    `/classes/${classId}`,
    `/classes/${classId}/practice`,
    `/classes/${classId}/gradebook/settings`,
    `/classes/${classId}/people`,
    `/classes/${classId}/learners/${learner.personId}`,
  ];
  const strangers = [
    await signedInAs(await people.person({ role: "teacher", displayName: "Zane Liepa" })),
    await signedInAs((await classroom(people)).learner),
    await signedInAs((await classroom(people)).teacher),
  ];
  for (const stranger of strangers) {
    const nowhere = await stranger.goto("/attempts/0198c0de-0000-7000-8000-000000000000/result");
    expect(nowhere?.status()).toBe(404);
    // The page for what is not there takes its title when its script has run.
    const title = "There is nothing at this address · Annals";
    await expect(stranger).toHaveTitle(title);
    for (const address of addresses) {
      const answer = await stranger.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(stranger, address).toHaveTitle(title);
      const sent = await answer!.text();
      for (const secret of [learner.displayName, learner.userName, name, quiz!.title]) {
        expect(sent, `${address} says nothing of ${secret}`).not.toContain(secret);
      }
    }
    for (const [address, data] of [
      [`/api/attempts/${attemptId}/responses/1`, { revisionId: "0198c0de-0000-7000-8000-000000000001", fields: {} }],
      [`/api/attempts/${attemptId}/submit`, {}],
    ] as const) {
      const answer = await stranger.request.post(address, { data, headers: { origin: process.env.ANNALS_E2E_URL! } });
      expect(answer.status(), address).toBe(404);
    }
  }

  // Without a sign-in, every one of them asks for one and says nothing.
  const visitor = await (await device()).newPage();
  for (const address of addresses) {
    await visitor.goto(address);
    await expect(visitor, address).toHaveURL(/\/sign-in/);
    expect(await visitor.content()).not.toContain(learner.displayName);
  }
});

test("among the scores of practice, not tried, in progress and nought are three different things", async ({
  signedInAs,
  people,
}) => {
  const { teacher, learner, classId, joinCode } = await classroom(people);
  const [quiz] = await people.quizzes();
  const blank = await people.person({ role: "learner", displayName: "Nulle Nullīte" });
  const never = await people.person({ role: "learner", displayName: "Vēl Nav" });
  for (const person of [blank, never]) await people.join({ learner: person.personId, joinCode });

  const open = await signedInAs(learner);
  await begin(open, quiz!.id);
  const zero = await signedInAs(blank);
  await handIn(zero, await begin(zero, quiz!.id));

  const page = await signedInAs(teacher);
  await page.goto(`/classes/${classId}/practice`);
  const cells = await Promise.all(
    [learner, blank, never].map(({ displayName }) =>
      page
        .getByRole("row", { name: new RegExp(displayName) })
        .getByRole("cell")
        .first()
        .innerText(),
    ),
  );
  expect(new Set(cells.map((text) => text.trim())).size).toBe(3);
  expect(cells[1]).toMatch(/0/);
});
