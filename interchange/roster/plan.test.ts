import { describe, expect, test } from "vitest";
import { problemsOf, read, rules } from "@/test/rosters";
import { planImport, userNameFor, type ExistingPerson, type RosterRow } from ".";

const person = (personId: string, over: Partial<ExistingPerson> = {}): ExistingPerson => ({
  personId,
  key: null,
  name: "Anna Kask",
  userNameFolded: personId,
  role: "learner",
  place: "in",
  mayAdd: true,
  ...over,
});

const plan = (text: string, existing: ExistingPerson[]) => planImport(read(text).rows, existing);
/** 'add' and so on, with whom each row means. */
const fates = (of: ReturnType<typeof plan>) => ({
  add: of.add.map(({ row, person }) => [row.name, person?.personId ?? "new"]),
  already: of.already.map(({ row, person }) => [row.name, person.personId]),
  reactivate: of.reactivate.map(({ row, person }) => [row.name, person.personId]),
  problems: problemsOf(of),
});
const none = { add: [], already: [], reactivate: [], problems: [] };

/** What records would make of a plan: accounts for the new, places for all. */
function imported(before: readonly ExistingPerson[], rows: readonly RosterRow[], keepsKeys: boolean): ExistingPerson[] {
  const { add, reactivate } = planImport(rows, before);
  const after = before.map((each) => ({ ...each }));
  for (const { row, person } of [...add, ...reactivate]) {
    let one = after.find(({ personId }) => personId === person?.personId);
    if (!one) {
      const userName =
        row.userNameFolded ?? userNameFor(row.name, (name) => after.some((a) => a.userNameFolded === name));
      one = {
        personId: userName,
        key: null,
        name: row.name,
        userNameFolded: userName,
        role: "learner",
        place: "in",
        mayAdd: true,
      };
      after.push(one);
    }
    one.place = "in";
    if (keepsKeys) one.key = row.key;
  }
  return after;
}

describe("the same file twice changes nothing", () => {
  test.each([
    ["names", "Anna Kask\nJüri Tamm\nLi\n"],
    ["names and user names", "Name,User\nAnna Kask,anna.1\nAnna Kask,anna.2\nJüri Tamm,\n"],
    [
      "a OneRoster set",
      "sourcedId,role,username,givenName,familyName\nu1,student,anna,Anna,Kask\nu2,student,,Anna,Kask\n",
    ],
  ])("%s", (_, text) => {
    const { rows } = read(text);
    const keeps = text.startsWith("sourcedId") ? [true] : [true, false];
    for (const keepsKeys of keeps) {
      const once = imported([], rows, keepsKeys);
      expect(once).toHaveLength(rows.length);
      const again = planImport(rows, once);
      expect(again).toMatchObject({ add: [], reactivate: [], problems: [] });
      expect(again.already).toHaveLength(rows.length);
      expect(imported(once, rows, keepsKeys)).toEqual(once);
    }
  });

  test("also after a learner has changed their name", () => {
    const { rows } = read("Anna Kask\n");
    const renamed = imported([], rows, true).map((each) => ({ ...each, name: "Anni K." }));
    const again = planImport(rows, renamed);
    expect(again).toMatchObject({ add: [], already: [{ namedOtherwise: true }] });
  });
});

describe("whom a row means", () => {
  test("who is in the class, whatever the case of the name", () => {
    expect(fates(plan("anna  KASK", [person("a")]))).toEqual({ ...none, already: [["anna KASK", "a"]] });
  });

  test("who was in the class comes back", () => {
    expect(fates(plan("Anna Kask", [person("a", { place: "removed" })]))).toEqual({
      ...none,
      reactivate: [["Anna Kask", "a"]],
    });
    const both = [person("was", { place: "removed" }), person("is")];
    expect(fates(plan("Anna Kask", both)).already).toEqual([["Anna Kask", "is"]]);
  });

  test("a namesake elsewhere in the school is somebody else", () => {
    const elsewhere = person("a", { place: "none", key: "list:anna kask" });
    expect(fates(plan("Anna Kask", [elsewhere]))).toEqual({ ...none, add: [["Anna Kask", "new"]] });
  });

  test("an account of the school is known by user name and name together", () => {
    const anna = person("anna.k", { place: "none" });
    expect(fates(plan("Name,User\nAnna Kask,Anna.K", [anna]))).toEqual({ ...none, add: [["Anna Kask", "anna.k"]] });
    expect(fates(plan("Name,User\nAnu Kask,anna.k", [anna]))).toEqual({
      ...none,
      problems: ["2 user-name-taken left out"],
    });
    const stranger = person("anna.k", { place: "none", mayAdd: false });
    expect(fates(plan("Name,User\nAnna Kask,Anna.K", [stranger]))).toEqual({
      ...none,
      problems: ["2 has-account left out"],
    });
    // In one's own class the user name alone will do: the list spells the name in another way.
    const here = plan("Name,User\nAnna-Liisa Kask,anna.k", [person("anna.k")]);
    expect(here.already).toMatchObject([{ namedOtherwise: true }]);
  });

  test("an id of the register wins over everything", () => {
    const text = "sourcedId,role,username,givenName,familyName\nu1,student,anna,Anna,Kask";
    const known = person("a", { key: "id:u1", name: "Anna Tamm", place: "none" });
    expect(fates(plan(text, [known])).add).toEqual([["Anna Kask", "a"]]);
    const otherId = person("anna", { key: "id:u2", place: "none" });
    expect(fates(plan(text, [otherId])).problems).toEqual(["2 user-name-taken left out"]);
  });

  test("a namesake in the class with another user name is pointed out", () => {
    const result = plan("Name,User\nAnna Kask,anna.k", [person("annie")]);
    expect(fates(result)).toEqual({ ...none, add: [["Anna Kask", "new"]], problems: ["2 namesake taken"] });
  });

  test("two lines that mean one learner, and a line that means a teacher", () => {
    const two = plan("Name,User\nAnna Kask,\nAnna Kask,anna", [person("anna")]);
    expect(fates(two)).toEqual({ ...none, already: [["Anna Kask", "anna"]], problems: ["3 twice left out"] });
    const teacher = plan("Name,User\nAnna Kask,anna", [person("anna", { role: "teacher", place: "none" })]);
    expect(fates(teacher)).toEqual({ ...none, problems: ["2 teacher left out"] });
  });

  test("nobody leaves by being left out of a list", () => {
    expect(fates(plan("Jüri Tamm", [person("a")]))).toEqual({ ...none, add: [["Jüri Tamm", "new"]] });
  });
});

describe("user names for those who have none", () => {
  const free = () => false;
  test.each([
    ["Anna Kask", "anna.kask"],
    ["Anna Maria von Kask", "anna.kask"],
    ["Õnne Põld", "onne.pold"],
    ["Jürgen Groß", "jurgen.gross"],
    ["Jānis Bērziņš", "janis.berzins"],
    ["Łukasz Øster", "lukasz.oster"],
    ["Sinéad O’Brien-Lee", "sinead.obrien-lee"],
    ["Щербакова Ольга", "shcherbakova.olga"],
    ["Иванов Иван Иванович", "ivanov.ivan"],
    ["Pelé", "pele"],
    ["Li", "li10"],
    ["李明", "李明10"],
    ["!?", "learner"],
    ["<script>alert(1)</script>", "script.script"],
  ])("%s: %s", (name, userName) => {
    expect(userNameFor(name, free)).toBe(userName);
    expect(rules.userName(userName)).toMatchObject({ ok: true });
  });

  test("one after the other where somebody has it", () => {
    const taken = new Set(["anna.kask", "anna.kask2", "li10"]);
    const next = (name: string) => userNameFor(name, (each) => taken.has(each));
    expect(next("Anna Kask")).toBe("anna.kask3");
    expect(next("Li")).toBe("li11");
    expect(userNameFor("x".repeat(60), free)).toHaveLength(30);
  });
});
