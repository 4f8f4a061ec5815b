import type { Page } from "@playwright/test";
import { expectNothingSerious } from "./axe";
import { classroom, expect, signIn, test } from "./fixtures";

/** What stands on each slip: name, user name, password. */
async function slipsOn(page: Page) {
  const slips = page.getByRole("region", { name: "Sign-in slips" }).getByRole("listitem");
  await expect(slips.first()).toBeVisible();
  return Promise.all(
    (await slips.all()).map(async (slip) => {
      const [displayName, ...values] = await slip.locator("p:first-child, dd").allInnerTexts();
      return { displayName: displayName!, userName: values.at(-2)!, password: values.at(-1)!, personId: "" };
    }),
  );
}

const confirm = (page: Page, yes: string) => page.getByRole("dialog").getByRole("button", { name: yes }).click();

test("a teacher adds a list of learners, prints their slips, and the same list twice changes nothing", async ({
  signedInAs,
  people,
  device,
}) => {
  test.setTimeout(120_000);
  const { teacher, classId } = await classroom(people, "Ilze Kalniņa");
  const mark = classId.slice(-6);
  const list = [
    "First name,Last name,User name,Group",
    `Anna,Kask ${mark},anna-${mark},Red`,
    `Jüri,Tamm ${mark},,Red`,
    "Ilze,Kalniņa,,",
    `Anna,Kask ${mark},anna-${mark},Red`,
    "Boriss,Kalns,a b,",
    "=HYPERLINK(1),Ozols,,",
  ].join("\n");
  const page = await signedInAs(teacher);
  await page.goto(`/classes/${classId}/people`);
  await page.getByRole("link", { name: "Add from a list" }).click();
  await page.getByLabel("Or paste the names").fill("Name,Colour\n,red\n");
  await page.getByRole("button", { name: "Look at the list" }).click();
  // What cannot be used says why, line by line, and what was pasted is still there.
  await expect(page.getByText("There is no name on this line")).toBeVisible();
  await expect(page.getByLabel("Or paste the names")).toHaveValue(/red/);

  await page.getByLabel("Or paste the names").fill(list);
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("Nothing is changed yet.")).toBeVisible();
  const problems = page.getByRole("table", { name: /to look at/ });
  await expect(problems.getByRole("row", { name: /^5 .*is on line 2 already.*left out/ })).toBeVisible();
  await expect(problems.getByRole("row", { name: /^6 .*cannot be a user name.*left out/ })).toBeVisible();
  await expect(problems.getByRole("row", { name: /^7 .*looks like a formula.*taken/ })).toBeVisible();
  const lines = page.getByRole("table", { name: "Learners of this list" });
  await expect(lines.getByRole("row", { name: /Anna Kask.*gets an account/ })).toBeVisible();
  await expect(lines.getByRole("row", { name: /Ilze Kalniņa.*in the class already/ })).toBeVisible();
  await expectNothingSerious(page);
  await page.getByRole("button", { name: "Add 3 learners" }).click();

  await expect(page.getByText("3 learners have a new account.")).toBeVisible();
  const slips = await slipsOn(page);
  expect(slips.map(({ displayName }) => displayName)).toEqual([
    `Anna Kask ${mark}`,
    `Jüri Tamm ${mark}`,
    "=HYPERLINK(1) Ozols",
  ]);
  await expectNothingSerious(page);
  // On paper there is nothing but slips.
  await expect(page.getByText("works on this computer alone")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(slips[1]!.password)).toBeVisible();
  await expect(page.getByText("shown only now")).toBeHidden();
  await expect(page.getByText("works on this computer alone")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await page.emulateMedia({ media: null });

  const learner = await device();
  await signIn(learner, slips[1]!);
  const desk = await learner.newPage();
  await desk.goto("/account");
  await expect(desk.getByText(`Jüri Tamm ${mark}`).first()).toBeVisible();

  await page.goto(`/classes/${classId}/people/add`);
  await page.getByLabel("Or paste the names").fill(list);
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("there is nothing to add")).toBeVisible();
  await page.goto(`/classes/${classId}/people`);
  await expect(page.getByRole("heading", { name: "4 learners" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Jüri Tamm.*Red/ })).toBeVisible();

  // Lost slips are made anew; those before open nothing any more.
  await page.getByRole("link", { name: "Sign-in slips" }).click();
  await page.getByRole("button", { name: "Make new slips" }).click();
  await confirm(page, "Make them");
  await expect(page.getByText("shown only now")).toBeVisible();
  const again = await slipsOn(page);
  expect(again.map(({ userName }) => userName).sort()).toEqual(slips.map(({ userName }) => userName).sort());
  await expect(signIn(await device(), slips[0]!)).rejects.toThrow(/could not sign in/);
  await signIn(
    await device(),
    again.find(({ userName }) => userName === slips[0]!.userName)!,
  );
});

test("without script a list comes as a file in Windows-1251, is looked at, and is added", async ({
  signedInAs,
  people,
}) => {
  const { teacher, classId } = await classroom(people);
  const page = await signedInAs(teacher, { javaScriptEnabled: false });
  const mark = classId.slice(-6);
  // 'Анна Иванова' and 'Пётр Сидоров', as an old program writes them.
  const letters = (text: string) =>
    Buffer.from(
      [...text].map((letter) =>
        letter === "ё" ? 0xb8 : letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
      ),
    );
  await page.goto(`/classes/${classId}/people/add`);
  const buffer = letters(`Имя,Логин\r\nАнна Иванова,anna-${mark}\r\nПётр Сидоров,petr-${mark}\r\n`);
  await page.getByLabel("A file").setInputFiles({ name: "10b.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("Nothing is changed yet.")).toBeVisible();
  await expect(page.getByText(/10b\.csv: 3 lines, Windows-1251/)).toBeVisible();
  await expect(page.getByRole("row", { name: /Пётр Сидоров.*gets an account/ })).toBeVisible();
  // Read wrongly on purpose, and back: the file need not be chosen again.
  await page.getByLabel("The file’s letters are").selectOption("windows-1252");
  await page.getByRole("button", { name: "Read it again so" }).click();
  await expect(page.getByText("Пётр Сидоров")).toHaveCount(0);
  await page.getByLabel("The file’s letters are").selectOption("windows-1251");
  await page.getByRole("button", { name: /Read it again so|Look at the list/ }).click();
  await page.getByRole("button", { name: "Add 2 learners" }).click();
  expect((await slipsOn(page)).map(({ userName }) => userName)).toEqual([`anna-${mark}`, `petr-${mark}`]);

  // Groups, taking out and taking back are forms too.
  await page.goto(`/classes/${classId}/people/groups`);
  await page.getByLabel("A new group").fill("Вечер");
  await page.getByRole("button", { name: "Make the group" }).click();
  await page.getByRole("checkbox", { name: /Пётр/ }).check();
  await page.getByRole("button", { name: "Save who is in it" }).click();
  await expect(page.getByText("1 learner is in this group.")).toBeVisible();
  await page.goto(`/classes/${classId}/people`);
  const row = page.getByRole("row", { name: /Пётр Сидоров.*Вечер/ });
  await row.locator("summary").click();
  await row.getByRole("button", { name: "Take out of this class" }).click();
  await page.getByRole("button", { name: "Take back Пётр" }).click();
  await expect(page.getByRole("row", { name: /Пётр Сидоров.*Вечер/ })).toBeVisible();
});

test("a OneRoster export of several classes asks which; a list for a whole country is turned away", async ({
  signedInAs,
  people,
}) => {
  const { teacher, classId } = await classroom(people);
  const mark = classId.slice(-6);
  const users = ["sourcedId,status,enabledUser,role,username,givenName,familyName,email,password"];
  const enrollments = ["sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role"];
  for (const [index, given] of ["Anna", "Bella", "Cilla", "Dora"].entries()) {
    const role = given === "Dora" ? "teacher" : "student";
    users.push(`${mark}-${index},active,true,${role},${given}.${mark},${given},Registered,a@b.example,secret`);
    enrollments.push(`e${index},active,class-${index % 2},s,${mark}-${index},${role}`);
  }
  const csv = (name: string, lines: string[]) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\r\n")),
  });
  const page = await signedInAs(teacher);
  await page.goto(`/classes/${classId}/people/add`);
  await page.getByLabel("A file").setInputFiles([csv("users.csv", users), csv("enrollments.csv", enrollments)]);
  await page.getByRole("button", { name: "Look at the list" }).click();
  await page.getByLabel("Which class of the register?").selectOption("class-0");
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByRole("row", { name: /Anna Registered.*gets an account/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Cilla Registered.*gets an account/ })).toBeVisible();
  await expect(page.getByText("Bella")).toHaveCount(0);
  expect(await page.content()).not.toContain("a@b.example");
  await page.getByRole("button", { name: "Add 2 learners" }).click();
  expect((await slipsOn(page)).map(({ userName }) => userName)).toEqual([`Anna.${mark}`, `Cilla.${mark}`]);

  // A file may be larger than other forms are; what no class is, is turned away with a reason.
  const many = Array.from({ length: 15_000 }, (_, index) => `Learner of a long list, number ${index}`);
  await page.goto(`/classes/${classId}/people/add`);
  await page.getByLabel("A file").setInputFiles(csv("country.csv", ["Name", ...many.map((line) => `"${line}"`)]));
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("at most 1000 are added at a time")).toBeVisible();
  for (const [address, bytes] of [
    [`/classes/${classId}/people/add`, 3_100_000],
    [`/classes/${classId}/people`, 300_000],
  ] as const) {
    const answer = await page.request.post(address, {
      multipart: { list: "x".repeat(bytes) },
      headers: { origin: process.env.ANNALS_E2E_URL! },
    });
    expect(answer.status(), address).toBe(413);
  }
});

test("two teachers share a class, learners are taken out and back, and the class is copied and archived", async ({
  signedInAs,
  people,
  device,
}) => {
  test.setTimeout(120_000);
  const { teacher, learner, classId, name, joinCode } = await classroom(people, "Zane Liepa");
  const colleague = await people.person({ role: "teacher", displayName: "Mara Egle" });
  const page = await signedInAs(teacher);
  await page.goto(`/classes/${classId}/people`);

  await page.getByLabel(/Add a colleague/).fill(learner.userName);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("No teacher of this school")).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave this class" })).toHaveCount(0);
  await page.getByLabel(/Add a colleague/).fill(colleague.userName);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Mara Egle teaches this class.")).toBeVisible();
  const other = await signedInAs(colleague);
  await other.goto("/classes");
  await expect(other.getByRole("link", { name })).toBeVisible();

  // The link and its picture lead where the code does.
  await page.getByRole("link", { name: "Large, for the board" }).click();
  const picture = page.getByRole("img", { name: /QR code: / });
  const link = (await picture.getAttribute("aria-label"))!.replace("QR code: ", "");
  expect(link).toContain(`/join?code=${joinCode}`);
  const visitor = await (await device()).newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: `Join ${name}` })).toBeVisible();
  // Who is quicker than the script is asked by the browser itself.
  const script = "**/_next/static/**/*.js";
  await page.route(script, (route) => route.abort());
  await page.goto(`/classes/${classId}/people`);
  await page.getByRole("button", { name: "Close joining" }).click();
  await confirm(page, "Not now");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.unroute(script);
  await page.goto(`/classes/${classId}/people`);
  await page.getByRole("button", { name: "Close joining" }).click();
  await confirm(page, "Close");
  await expect(page.getByText("Joining is closed.")).toBeVisible();
  await visitor.goto(link);
  await expect(visitor.getByText(/No class has the code/)).toBeVisible();

  const row = page.getByRole("row", { name: /Zane Liepa/ });
  await row.locator("summary").click();
  await row.getByRole("button", { name: "Take out of this class" }).click();
  await confirm(page, "Take out");
  await expect(page.getByRole("heading", { name: "No longer in the class" })).toBeVisible();
  await page.getByRole("link", { name: "Zane Liepa" }).click();
  await expect(page.getByText(/No longer in the class since/)).toBeVisible();
  await page.goto(`/classes/${classId}/people`);
  await expectNothingSerious(page);
  await page.getByRole("button", { name: "Take back Zane Liepa" }).click();
  await expect(page.getByRole("heading", { name: "1 learner" })).toBeVisible();

  const clock = page.getByLabel("The class’s clock");
  await expect(clock).toHaveValue("");
  await clock.selectOption("Tallinn");
  await page.getByRole("button", { name: "Set the clock" }).click();
  await expect(page.getByText("The class’s clock is that of Europe/Tallinn.")).toBeVisible();
  await expect(clock).toHaveValue("Europe/Tallinn");

  const [quiz] = await people.quizzes();
  await people.sets({ teacher: teacher.personId, classId, quizId: quiz!.id });
  await page.getByText("Copy this class").click();
  await page.getByLabel("Name of the new class").fill(`${name}, next year`);
  await page.getByRole("button", { name: "Make the copy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}, next year` })).toBeVisible();
  await expect(page).toHaveURL(/\/assignments\?/);
  await expect(page.getByText("1 assignment came along. It has no dates yet:")).toBeVisible();
  await page.getByRole("link", { name: "Learners and code" }).click();
  await expect(page.getByRole("heading", { name: "0 learners" })).toBeVisible();

  await page.goto(`/classes/${classId}/people`);
  await page.getByRole("button", { name: "Leave this class" }).click();
  await confirm(page, "Leave");
  await expect(page).toHaveURL("/classes");
  expect((await page.goto(`/classes/${classId}`))?.status()).toBe(404);

  await other.goto(`/classes/${classId}/people`);
  await other.getByRole("button", { name: "Archive the class" }).click();
  await confirm(other, "Archive");
  await expect(other).toHaveURL("/classes");
  await expect(other.getByRole("table", { name: "Archived classes" }).getByRole("link", { name })).toBeVisible();
  const learns = await signedInAs(learner);
  await learns.goto("/home");
  await expect(learns.getByText("You are in no class yet.")).toBeVisible();
  await other.getByRole("button", { name: `Restore ${name}` }).click();
  await expect(other.getByRole("table", { name: "The classes you teach" }).getByRole("link", { name })).toBeVisible();
});
