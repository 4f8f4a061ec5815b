import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { planImport, userNameFor } from "@/interchange/roster";
import { archiveClass, importLearners } from "@/records";
import { closeDatabase, database } from "@/records/database";
import { aClass, aPublishedQuiz, aSchool, aTeacher, type SomePerson } from "@/test/factories";
import { previewedRows, previewOf } from "./read-list";

afterAll(closeDatabase);

let teacher: SomePerson;
let classId: string;

beforeEach(async () => {
  teacher = await aTeacher(await aSchool());
  const { courseId } = await aPublishedQuiz();
  ({ classId } = await aClass({ teacher, courseId }));
});

const file = (bytes: Uint8Array, name = "list.csv") => [{ name, bytes }];
const utf8 = (text: string) => new TextEncoder().encode(text);
const looked = (files: { name: string; bytes: Uint8Array }[], who = teacher) =>
  previewOf(who.viewer, { classId, files, pasted: undefined, encoding: "", classSourcedId: "" });

async function added(files: { name: string; bytes: Uint8Array }[]) {
  const seen = await looked(files);
  if (seen.step !== "preview") throw new Error(JSON.stringify(seen));
  const rules = { plan: planImport, userNameFor };
  const answer = await importLearners(teacher.viewer, { classId, rows: previewedRows(seen.rows), rules });
  return { seen, answer };
}

const names = async () =>
  (
    await database().person.findMany({
      where: { enrolments: { some: { classId, removedAt: null } } },
      select: { displayName: true },
    })
  )
    .map(({ displayName }) => displayName)
    .sort();

/** As a spreadsheet saves 'Unicode text'. */
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
/** Of Cyrillic and ASCII. */
const windows1251 = (text: string) =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    return code < 128 ? code : code - 0x410 + 0xc0;
  });

describe("a list, from the file to the class", () => {
  test.each([
    ["UTF-16", utf16("Name\r\nИлзе Калниня\r\nЮрис Зариньш\r\n")],
    ["Windows-1251", windows1251("Name\nИлзе Калниня\nЮрис Зариньш\n")],
  ])("in %s is read right, and the same file twice changes nothing", async (_, bytes) => {
    const { answer } = await added(file(bytes));
    expect(answer).toMatchObject({ state: "imported", already: 0 });
    expect(await names()).toEqual(["Илзе Калниня", "Юрис Зариньш"]);
    const again = await added(file(bytes));
    expect(again.seen).toMatchObject({ changes: 0 });
    expect(again.answer).toMatchObject({ state: "imported", accounts: [], joined: [], back: [], already: 2 });
    expect(await names()).toHaveLength(2);
  });

  test("with duplicates, formulas and lines without a name says what is wrong line by line, before anything is made", async () => {
    const list = utf8(
      'Name,Group\nAnna Ozola,Blue\nAnna Ozola,Blue\n"=HYPERLINK(""http://x"";""Y"")",\n,Blue\nJānis Bērziņš,\n',
    );
    const seen = await looked(file(list));
    expect(seen.step).toBe("preview");
    expect(seen).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ line: 4 })]) as [] });
    expect(await names()).toEqual([]);
    await added(file(list));
    expect(await names()).toEqual(expect.arrayContaining(["Anna Ozola", "Jānis Bērziņš"]));
    // Taken as the text that it is; files that go out are guarded against it.
    expect(await names()).toHaveLength(3);
  });

  test("that is no list, is too long, or comes to a class put away, makes nothing", async () => {
    const huge = utf8(`Name\n${"x".repeat(2_000_001)}`);
    const many = utf8(`Name\n${Array.from({ length: 5000 }, (_, n) => `Learner ${n} Of Many`).join("\n")}`);
    const noise = Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256);
    for (const bytes of [huge, many, noise, utf8(""), utf8("\n\n\n")]) {
      const seen = await looked(file(bytes));
      expect(seen.step).toBe("give");
      expect(JSON.stringify(seen).length).toBeGreaterThan(20);
    }
    const seen = await looked(file(utf8("Name\nAnna Ozola\n")));
    if (seen.step !== "preview") throw new Error("no preview");
    await archiveClass(teacher.viewer, { classId });
    const rules = { plan: planImport, userNameFor };
    const rows = previewedRows(seen.rows);
    expect(await importLearners(teacher.viewer, { classId, rows, rules })).toMatchObject({ state: "refused" });
    const stranger = await aTeacher({ schoolId: teacher.schoolId });
    await expect(looked(file(utf8("Name\nAnna\n")), stranger)).rejects.toMatchObject({ name: "NotFound" });
    expect(await names()).toEqual([]);
  });
});
