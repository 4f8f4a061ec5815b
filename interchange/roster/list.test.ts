import fc from "fast-check";
import { describe, expect, test } from "vitest";
import papaparse from "@/test/vectors/csv/papaparse.json";
import { file, namesOf, problemsOf, read, sample } from "@/test/rosters";
import { guarded } from "@/interchange/tables";
import { cellsOf } from "./cells";

describe("a column of names", () => {
  const both = ["Anna Kask", "Jüri Tamm"];
  test.each([
    ["without a title", "Anna Kask\nJüri Tamm\n"],
    ["with Windows line ends and no last one", "Anna Kask\r\nJüri Tamm"],
    ["of an old Mac", "Anna Kask\rJüri Tamm\r"],
    ["with blank lines and spaces around", "\n  Anna   Kask \n\n\tJüri Tamm\n\n"],
    ["with a title", "Name\nAnna Kask\nJüri Tamm"],
    ["in Russian", "ФИО\nAnna Kask\nJüri Tamm"],
    ["in Estonian", "Õpilase nimi\nAnna Kask\nJüri Tamm"],
    ["in Latvian", "Vārds, uzvārds\nAnna Kask\nJüri Tamm"],
    ["in German", "Schüler/in\nAnna Kask\nJüri Tamm"],
    ["in quotation marks", '"Name"\n"Anna Kask"\n"Jüri Tamm"'],
    ["with the commas that a spreadsheet leaves", "Name,,\nAnna Kask,,\nJüri Tamm,,"],
    ["with the commas that a spreadsheet leaves, and no title", "Anna Kask;;\nJüri Tamm;;"],
    ["with running numbers before it", "1;Anna Kask\n2;Jüri Tamm"],
    ["with running numbers before it, titled", "№\tФИО\n1\tAnna Kask\n2\tJüri Tamm"],
    ["with roll numbers", "Roll,Name\n1,Anna Kask\n2,Jüri Tamm"],
    ["numbered as in a text", "1. Anna Kask\n2. Jüri Tamm"],
    ["after Excel's own first line", "sep=;\nName;Klasse\nAnna Kask;9a\nJüri Tamm;9a"],
  ])("%s", (_, text) => {
    const roster = read(text);
    expect(namesOf(roster)).toEqual(both);
    expect(roster.problems).toEqual([]);
    expect(roster).toMatchObject({ refused: false, skipped: [], files: [{ kind: "list", encoding: "UTF-8" }] });
  });

  test.each([
    ["with a comma", "Kask, Anna\nTamm, Jüri"],
    ["with a comma and a title", "Name\nKask, Anna\nTamm, Jüri"],
    ["in quotation marks", 'Name,Group\n"Kask, Anna",\n"Tamm, Jüri",'],
  ])("family name first, %s, is turned, and that is said", (_, text) => {
    const roster = read(text);
    expect(namesOf(roster)).toEqual(both);
    expect(roster.problems).toMatchObject([{ code: "family-name-first", effect: "taken" }]);
    expect(roster.problems[0]!.message).toContain("‘Kask, Anna’ is read as ‘Anna Kask’");
  });

  test("a sign that stands in a few of the names alone cuts none of them", () => {
    expect(namesOf(read("Anna Kask, Jr.\nJüri Tamm\nJaan Mägi"))).toEqual(["Anna Kask, Jr.", "Jüri Tamm", "Jaan Mägi"]);
    const formulas = read("=cmd|' /C calc'!A0\n@SUM(1)\nAnna Kask");
    expect(namesOf(formulas)).toEqual(["=cmd|' /C calc'!A0", "@SUM(1)", "Anna Kask"]);
    expect(problemsOf(formulas)).toEqual(["1 formula taken", "2 formula taken"]);
    // Titles speak for a table, though only some of its cells are filled.
    expect(read("Name,Group\nAnna Kask\nJüri Tamm\nJaan Mägi").rows[0]).toMatchObject({ name: "Anna Kask", line: 2 });
  });

  test("one name with a comma among others is left alone", () => {
    expect(namesOf(read('Name\n"King, Jr."\nAnna Kask'))).toEqual(["King, Jr.", "Anna Kask"]);
  });
});

describe("columns with titles", () => {
  test.each([
    ["English", "First name,Last name,User name,Group"],
    ["OneRoster's words", "givenName,familyName,username,Group"],
    ["German", "Vorname;Nachname;Benutzername;Gruppe"],
    ["German, short", "Vorname;Name;Anmeldename;Gruppe"],
    ["Russian", "Имя;Фамилия;Логин;Группа"],
    ["Estonian", "Eesnimi;Perekonnanimi;Kasutajanimi;Rühm"],
    ["Estonian, short", "Nimi;Perenimi;Kasutajatunnus;Grupp"],
    ["Latvian", "Vārds;Uzvārds;Lietotājvārds;Grupa"],
    ["tabs and capitals", "FIRST_NAME\tLAST_NAME\tUSERNAME\tGROUP"],
  ])("%s", (_, titles) => {
    const delimiter = /[,;\t]/.exec(titles)![0];
    const row = ["Anna", "Kask", "anna.k", "Red"].join(delimiter);
    const roster = read(`${titles}\n${row}\n`);
    expect(roster.problems).toEqual([]);
    expect(roster.rows).toEqual([
      {
        file: "class.csv",
        line: 2,
        key: "list:anna kask/anna.k",
        name: "Anna Kask",
        userName: "anna.k",
        userNameFolded: "anna.k",
        group: "Red",
      },
    ]);
  });

  test("below lines that say what the list is, which are not read, and that is said", () => {
    const roster = read("Class 9A, spring;;\n\nFirst name;Last name;Group\nAnna;Kask;Red\nJüri;Tamm;Blue\n");
    expect(roster.rows.map(({ line, name, group }) => [line, name, group])).toEqual([
      [4, "Anna Kask", "Red"],
      [5, "Jüri Tamm", "Blue"],
    ]);
    expect(problemsOf(roster)).toEqual(["1 above-titles taken"]);
    expect(roster.problems[0]!.message).toContain("‘Class 9A, spring’");
    expect(namesOf(read("Class 9A\n\nFirst name,Last name\nAnna,Kask"))).toEqual(["Anna Kask"]);
    expect(namesOf(read("Klasse 9A\nVorname;Nachname\nAnna;Kask"))).toEqual(["Anna Kask"]);
    // A list of names may have a learner whose name is a title, too.
    expect(namesOf(read("Anna Kask\nFirst\nName"))).toEqual(["Anna Kask", "First", "Name"]);
  });

  test("in any order, among others that are not read: no password, no address, no date of birth", () => {
    const text = "Nr;Password;Surname;E-mail;First name;Born\n1;s3cret;Kask;a@b.example;Anna;2010-01-01\n";
    const roster = read(text);
    expect(namesOf(roster)).toEqual(["Anna Kask"]);
    expect(JSON.stringify(roster)).not.toMatch(/s3cret|a@b|2010/);
    expect(roster.files[0]!.columns.map(({ field }) => field)).toEqual([
      null,
      null,
      "familyName",
      null,
      "givenName",
      null,
    ]);
  });

  test("a whole name wins over its parts; one part is enough", () => {
    expect(namesOf(read("Name,First name,Last name\nAnn Kask,Anna,Kask\n,Jüri,Tamm"))).toEqual([
      "Ann Kask",
      "Jüri Tamm",
    ]);
    expect(namesOf(read("First name,Last name\nPelé,\n,Madonna"))).toEqual(["Pelé", "Madonna"]);
  });

  test("who is no learner is told apart", () => {
    const roster = read("Name,Role\nAnna Kask,Student\nAlma Teacher,teacher\nPia Parent,guardian\nJüri Tamm,");
    expect(namesOf(roster)).toEqual(["Anna Kask", "Jüri Tamm"]);
    expect(roster.skipped.map(({ line, name, why }) => [line, name, why])).toEqual([
      [3, "Alma Teacher", "teacher"],
      [4, "Pia Parent", "not a learner"],
    ]);
  });

  test("without titles somebody must say what the columns are", () => {
    const text = "Anna;Kask;anna.k\nJüri;Tamm;jyri";
    const refused = read(text);
    expect(refused).toMatchObject({ refused: true, rows: [], problems: [{ line: 1, code: "no-titles" }] });
    expect(refused.problems[0]!.mend).toContain("first name, last name");
    const told = read(text, { columns: ["givenName", "familyName", "userName"] });
    expect(namesOf(told)).toEqual(["Anna Kask", "Jüri Tamm"]);
    expect(read(text, { columns: [null, null, "userName"] })).toMatchObject({ problems: [{ code: "no-names" }] });
  });

  test("a list of user names alone is not enough", () => {
    expect(problemsOf(read("User name\nanna.k"))).toEqual(["1 no-names refused"]);
  });
});

describe("every problem has its line, what is wrong, and how to mend it", () => {
  test.each([
    ["twice the same name", "Anna\nBob\n anna", ["3 twice left out"]],
    ["the same name with two user names", "Name,User\nAnna,an.1\nAnna,an.2", []],
    ["twice the same name and user name", "Name,User\nAnna,an.1\nANNA,AN.1", ["3 twice left out"]],
    ["a user name of two people", "Name,User\nAnna,ann\nBob,ANN", ["3 user-name-twice left out"]],
    ["no name", "Name,User\n,anna.k\nBob,bob", ["2 no-name left out"]],
    ["a name that is too long", `Anna\n${"x".repeat(61)}`, ["2 name left out"]],
    ["the longest name", `Anna\n${"x".repeat(60)}`, []],
    ["a user name with a space", "Name,User\nAnna,anna k\nBob,bob", ["2 user-name left out"]],
    ["a user name that is too short", "Name,User\nAnna,a\nBob,bob", ["2 user-name left out"]],
    ["a user name that is too long", `Name,User\nAnna,${"x".repeat(41)}\nBob,bob`, ["2 user-name left out"]],
    ["a group that is too long", `Name,Group\nAnna,${"x".repeat(61)}\nBob,`, ["2 group left out"]],
    [
      "two things on one line",
      "Name,User,Group\nA\x07,a,\x07\nBob,bob,",
      ["2 name left out", "2 user-name left out", "2 group left out"],
    ],
    ["a control character", "Anna\nB\x07ob", ["2 name left out"]],
    ["an invisible letter", "Anna\nB\u202eob", ["2 name left out"]],
    ["a letter that cannot be read", "Anna\nB\ufffdb", ["2 unreadable left out"]],
    ["letters mixed up on the way", "Anna\nJÃ¼rgen\nРђРЅРЅР°", ["2 garbled left out", "3 garbled left out"]],
    ["too many cells", "Name,User\nKask, Anna,anna\nBob,bob", ["2 too-many-cells left out"]],
    ["too few cells", "Name,User,Group\nAnna", []],
    ["a formula", "Anna\n=HYPERLINK(1)\n@bob\n+1", ["2 formula taken", "3 formula taken"]],
    ["HTML in a name", "Anna\n<b>Bob</b>", ["2 markup taken"]],
    ["a quotation mark too many", 'Name,User\nAnna,anna\n"Bob,bob\nCarl,carl', ["3 open-quote refused"]],
    [
      "a quotation mark closed much later",
      'Name,User\nAnna,anna\n"Bob,bob\nCarl,"carl"\nDora,dora',
      ["3 several-lines left out"],
    ],
  ])("%s", (_, text, problems) => {
    const roster = read(text);
    expect(problemsOf(roster)).toEqual(problems);
    for (const problem of roster.problems) {
      expect(problem.message).toMatch(/^[^\p{C}]+\.$/u);
      if (problem.effect !== "taken") expect(problem.mend).toMatch(/\.$|: "Anna Kask"\.$/);
    }
  });

  test("formulas and HTML are taken as the text they are", () => {
    expect(namesOf(read("Anna\n=1+1\n<b>Bob</b>"))).toEqual(["Anna", "=1+1", "<b>Bob</b>"]);
  });

  test("the apostrophe that an export put before a formula goes", () => {
    expect(namesOf(read("Name\n'=1+1\nO'Brien\n'Ofa"))).toEqual(["=1+1", "O'Brien", "'Ofa"]);
  });

  test("nicknames in quotation marks stay", () => {
    expect(namesOf(read('Name,User\nAnna "Annie" Kask,anna\n"Bob ""B"" Lee",bob'))).toEqual([
      'Anna "Annie" Kask',
      'Bob "B" Lee',
    ]);
  });
});

describe("files that are no lists", () => {
  test.each([
    ["nothing", "", "empty"],
    ["a title alone", "Name\n", "nobody"],
    ["only bad lines", "Name,User\n,anna", "nobody"],
    ["a web page", "<!DOCTYPE html><table><tr><td>Anna</table>", "not-a-list"],
    ["a table of a web page", "\n <table><tr><td>Anna</td></tr></table>", "not-a-list"],
    ["XML", '<?xml version="1.0"?><a/>', "not-a-list"],
    ["JSON", '[{"name":"Anna"}]', "not-a-list"],
    ["a workbook", "PK\x03\x04", "workbook"],
    ["zeros", "Anna\0Bob", "nul"],
  ])("%s", (_, text, code) => {
    const roster = read(text);
    expect(roster).toMatchObject({ refused: true, rows: [] });
    expect(roster.problems[0]!.code).toBe(code);
  });

  test("no file, too many files, two lists", () => {
    expect(read([])).toMatchObject({ refused: true, problems: [{ code: "no-file" }] });
    expect(read([file("Anna"), file("Bob")])).toMatchObject({ refused: true, problems: [{ code: "two-lists" }] });
    const five = Array.from({ length: 5 }, () => file("Anna"));
    expect(read(five)).toMatchObject({ refused: true, problems: [{ code: "too-many-files" }] });
  });

  test("100,000 lines are refused at once, 20,000 are read", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `Learner ${index}`).join("\n");
    const started = performance.now();
    const roster = read(many(100_000));
    expect(problemsOf(roster)).toEqual(["20001 too-many-lines refused"]);
    expect(roster.problems[0]!.message).toBe("The file has 100,000 lines; at most 20,000 are read.");
    expect(performance.now() - started).toBeLessThan(2000);
    expect(read(many(20_000)).rows).toHaveLength(20_000);
    expect(read("Anna\nBob\nCarl", { mostLines: 2 })).toMatchObject({ refused: true });
    expect(read("Anna\nBob\nCarl", { mostBytes: 5 })).toMatchObject({ problems: [{ code: "too-large" }] });
  });

  const million = 1_000_000;
  test.each([
    ["duplicates", "Anna\n".repeat(20_000)],
    ["empty lines", `Name\n${"\n".repeat(19_000)}x`],
    ["line ends, far more than are read", `Name${"\n".repeat(4 * million)}x`],
    ["commas in a line", `Name\n${",".repeat(million)}x\n`],
    ["commas in the first line", `${",".repeat(million)}x\nAnna`],
    ["commas in the first line, over thousands of names", `${",".repeat(million)}x\n${"Anna\n".repeat(19_000)}`],
    ["spaces", `Kask, ${" ".repeat(4 * million)}x,`],
    ["letters after a comma", `Kask, ${"x".repeat(4 * million)},\nTamm, Jüri`],
    ["letters in one cell", `Name\n${"é".repeat(2 * million)}\nAnna`],
    ["quotation marks", `Name\n${'"'.repeat(million)}\n`],
    ["cells in quotation marks", `Name\n${'"a",'.repeat(million)}\n`],
    ["half-open tags", `Name\n${"<a".repeat(million)}`],
    ["apostrophes", `Name\n${";'".repeat(million)}=`],
    ["brackets", "[".repeat(4 * million)],
  ])("millions of %s take no time", (_, text) => {
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test("how the file was read is said, and can be changed", () => {
  const bytes = Uint8Array.from(Buffer.from("c8e2e0edeee20de0ededE0".toLowerCase(), "hex"));
  const guessed = read(file(bytes));
  expect(guessed.files[0]).toMatchObject({ encoding: "Windows-1251 (Cyrillic)", found: "guessed" });
  expect(namesOf(guessed)).toEqual(["Иванов", "анна"]);
  expect(problemsOf(guessed)).toEqual(["file guessed-encoding taken"]);
  const chosen = read(file(bytes), { encoding: "windows-1252" });
  expect(namesOf(chosen)).toEqual(["Èâàíîâ", "àííà"]);
  expect(chosen.problems).toEqual([]);
});

describe("published CSV is cut as its makers say", () => {
  test.each(["comma_in_quotes", "newlines_crlf", "utf8"])("csv-spectrum: %s", (name) => {
    const expected = JSON.parse(new TextDecoder().decode(sample(`csv/spectrum/${name}.json`).bytes)) as object[];
    const text = new TextDecoder().decode(sample(`csv/spectrum/${name}.csv`).bytes);
    const cells = cellsOf(text, { mostLines: 100 });
    if (cells.state !== "read") throw new Error(cells.message);
    const [titles, ...rows] = cells.rows.map((row) => row.cells);
    const objects = rows.map((row) => Object.fromEntries(titles!.map((title, index) => [title, row[index]])));
    // Line ends in a cell are all of one kind here: no name has one.
    expect(objects).toEqual(JSON.parse(JSON.stringify(expected).replaceAll("\\r\\n", "\\n")));
  });

  /** What a class list has no use for, or where we differ, and why. */
  const otherwise: Record<string, string> = {
    "Quoted field has invalid trailing quote after delimiter with a valid closer": "both guess: the file is broken",
    "Pipe delimiter is guessed correctly choose avgFildCount max one": "the first line says how many columns there are",
  };
  const cases = [...papaparse.core, ...papaparse.parse].filter(
    ({ config, input, description }) =>
      input !== "" && !otherwise[description] && (config === undefined || Object.keys(config).length === 0),
  );
  test.each(cases.map(({ description, input, expected }) => [description, input, expected.data] as const))(
    "PapaParse: %s",
    (_, input, data) => {
      const cells = cellsOf(input, { mostLines: 100 });
      if (cells.state !== "read") throw new Error(cells.message);
      const rows = (data as string[][]).filter((row) => row.some((cell) => cell.trim()));
      expect(cells.rows.map((row) => row.cells)).toEqual(
        rows.map((row) => row.map((cell) => cell.replaceAll("\r\n", "\n"))),
      );
    },
  );
});

test("any list that we write ourselves is read back, and nothing throws", () => {
  const name = fc
    .string({ unit: fc.constantFrom(..."abcÄžЯ'\"-=+@,; ".split("")), minLength: 2, maxLength: 20 })
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /\p{L}/u.test(text));
  fc.assert(
    fc.property(fc.uniqueArray(name, { selector: (text) => text.toLowerCase(), minLength: 1 }), (names) => {
      const text = ["Name,Group", ...names.map((each) => `"${guarded(each).replaceAll('"', '""')}",x`)].join("\r\n");
      const roster = read(text);
      if (!roster.problems.some(({ code }) => code === "family-name-first")) expect(namesOf(roster)).toEqual(names);
      expect(roster).toEqual(read(text));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."aБ\"',;\t\n\r= <1.".split("")) }), (text) => {
      const roster = read(text);
      expect(roster.refused).toBe(roster.rows.length === 0);
      for (const { line } of roster.problems) if (line !== null) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void read(file(bytes))));
});
