import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe";
import { classroom, expect, test } from "./fixtures";
import { answerRightly, asked, begin, dateField, expectSaved, handIn, landInList, type KnownItem } from "./quiz";

// Every page, on a desk in light and on the smallest phone in the dark: one page looked at twice, for making it and what
// is on it takes longer than looking.
const desk = { size: { width: 1280, height: 900 }, colorScheme: "light" } as const;
const phone = { size: { width: 360, height: 740 }, colorScheme: "dark" } as const;

async function look(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBeLessThan(400);
  await lookHere(page);
}

async function lookHere(page: Page): Promise<void> {
  await expect(page.getByRole("main"), page.url()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 }), page.url()).toHaveCount(1);
  for (const { size, colorScheme } of [phone, desk]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await expectNothingSerious(page, `${page.url()} at ${size.width} px`);
    await expectNoSidewaysScroll(page);
  }
}

test("axe finds nothing serious on any lesson", async ({ device, people }) => {
  test.setTimeout(180_000);
  const page = await (await device()).newPage();
  for (const lesson of new Set((await people.quizzes()).map(({ lessonId }) => lessonId)))
    await look(page, `/lessons/${lesson}`);
});

test("axe finds nothing serious on the pictures of the whole course", async ({ device }) => {
  test.setTimeout(180_000);
  const page = await (await device()).newPage();
  for (const address of ["/timeline", "/map", "/map/1940-08", "/who-signed", "/figures", "/glossary", "/licences"])
    await look(page, address);
});

test("axe finds nothing serious on what a visitor sees", async ({ device, people }) => {
  const { joinCode } = await classroom(people);
  const { personId } = await people.person({ role: "administrator" });
  const { token } = await people.invitation({ administrator: personId });
  const page = await (await device()).newPage();
  for (const address of [
    "/",
    "/sign-in",
    "/sign-in?error=CredentialsSignin&ready=1",
    "/join",
    `/join?code=${joinCode}`,
    "/join?code=ZZZZZZ",
    `/invitation/${token}`,
  ]) {
    await look(page, address);
  }
  expect((await page.goto("/nothing/here"))?.status()).toBe(404);
  await lookHere(page);
  await page.goto("/sign-in");
  await page.getByLabel("User name").fill("nobody-at-all");
  await page.getByLabel("Password").fill("not the one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/do not go together/)).toBeVisible();
  await lookHere(page);
});

test("axe finds nothing serious on what a learner sees", async ({ signedInAs, people }) => {
  test.setTimeout(180_000);
  const { learner } = await classroom(people);
  const page = await signedInAs(learner);
  for (const address of ["/home", "/scores", "/scores/report", "/account", "/join", "/"]) await look(page, address);
  for (const quiz of await people.quizzes()) await look(page, `/quizzes/${quiz.id}`);
});

test("axe finds nothing serious on any kind of question, while it is answered and when it is marked", async ({
  signedInAs,
  people,
}) => {
  test.setTimeout(240_000);
  const { learner } = await classroom(people);
  const page = await signedInAs(learner);
  const seen = new Set<string>();
  for (const [place, quiz] of (await people.quizzes()).entries()) {
    // The first lessons ask most kinds; of later quizzes those are opened that ask another.
    if (place > 1 && quiz.items.every(({ kind }, index) => seen.has(`${kind}${index % 2}`))) continue;
    const id = await begin(page, quiz.id);
    const address = `/attempts/${id}`;
    for (const [index, item] of quiz.items.entries()) {
      // Two of each kind are enough; what differs between them is words.
      if (seen.has(`${item.kind}${index % 2}`)) continue;
      seen.add(`${item.kind}${index % 2}`);
      await look(page, `${address}/${index + 1}`);
      await answerRightly(page, item);
      await expectSaved(page);
      await lookHere(page);
    }
    const date = quiz.items.findIndex(({ kind, variants }) => kind === "date" && variants.length === 1);
    if (date >= 0 && !seen.has("readings")) {
      seen.add("readings");
      await page.goto(`${address}/${date + 1}`);
      for (const text of ["3/9/1939", "the day after", "1939"]) {
        await dateField(page).fill(text);
        await expectSaved(page);
        await lookHere(page);
      }
    }
    await look(page, `${address}/check`);
    await handIn(page, id);
    await lookHere(page);
    await look(page, `/quizzes/${quiz.id}`);
  }
  await look(page, "/home");
});

test("axe finds nothing serious on what a teacher sees", async ({ signedInAs, people }) => {
  // Many pages, each with its own look.
  test.setTimeout(150_000);
  const { teacher, learner, classId } = await classroom(people);
  const [quiz] = await people.quizzes();
  const own = await signedInAs(learner);
  const id = await begin(own, quiz!.id);
  await handIn(own, id);

  const page = await signedInAs(teacher);
  for (const address of [
    "/classes",
    `/classes/${classId}`,
    `/classes/${classId}/practice`,
    `/classes/${classId}/gradebook/settings`,
    `/classes/${classId}/live`,
    `/classes/${classId}/changes`,
    `/classes/${classId}/changes/new?what=accept&attempt=${id}&position=1`,
    `/classes/${classId}/changes/new?what=full&attempt=${id}&position=1`,
    `/classes/${classId}/people`,
    `/classes/${classId}/people/add`,
    `/classes/${classId}/people/code`,
    `/classes/${classId}/people/groups`,
    `/classes/${classId}/people/slips`,
    `/classes/${classId}/learners/${learner.personId}`,
    `/classes/${classId}/learners/${learner.personId}/report`,
    `/attempts/${id}/result`,
    "/account",
  ]) {
    await look(page, address);
  }
  const fresh = await signedInAs("teacher");
  await look(fresh, "/classes");
});

test("axe finds nothing serious on what an administrator sees", async ({ signedInAs }) => {
  const page = await signedInAs("administrator");
  for (const address of [
    "/school",
    "/school/people",
    "/school/people?search=a",
    "/school/changes",
    "/school/changes?search=pact",
    "/account",
    "/classes",
  ]) {
    await look(page, address);
  }
});

test("the map's letters and its list are one answer @phone", async ({ signedInAs, people }) => {
  const { learner } = await classroom(people);
  const quizzes = await people.quizzes();
  const quiz = quizzes.find(({ items }) => items.some(marksLand))!;
  const index = quiz.items.findIndex(marksLand);
  const page = await signedInAs(learner);
  const id = await begin(page, quiz.id);
  await page.goto(`/attempts/${id}/${index + 1}`);
  const { body, solution } = await asked(page, quiz.items[index]!);
  const lands = (body as { territories: { id: string; name: string }[] }).territories;
  const at = lands.findIndex((land) => land.id === solution.territory![0]);
  const [letter, name] = [String.fromCharCode(65 + at), lands[at]!.name];
  const onMap = page.getByRole("checkbox", { name: `${letter}, ${name}`, exact: true });
  await onMap.click();
  await expect(landInList(page, name)).toBeChecked();
  await landInList(page, name).uncheck();
  await expect(onMap).not.toBeChecked();
  await onMap.focus();
  await page.keyboard.press("Space");
  await expect(landInList(page, name)).toBeChecked();
  await expectSaved(page);
});

/** A question on the map whose lands are marked, each by itself. */
function marksLand({ kind, variants }: KnownItem): boolean {
  return kind === "annexations" && variants.every(({ solution }) => solution.territory);
}
