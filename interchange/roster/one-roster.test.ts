import { describe, expect, test } from "vitest";
import vectors from "@/test/vectors/oneroster/type-vectors.json";
import { file, namesOf, problemsOf, read, sample } from "@/test/rosters";

const users11 =
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,password";
const users12 =
  "sourcedId,status,enabledUser,username,givenName,familyName,preferredGivenName,preferredFamilyName,password";
const enrollments =
  "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";
const roles = "sourcedId,status,userSourcedId,roleType,role,orgSourcedId";
const of = (titles: string, ...lines: string[]) => [titles, ...lines].join("\r\n");
const skippedOf = ({ skipped }: ReturnType<typeof read>) => skipped.map(({ line, why }) => [line, why]);

describe("the published sets", () => {
  const users = sample("oneroster/hand-written-1.1/users.csv");
  const enrolments = sample("oneroster/hand-written-1.1/enrollments.csv");

  test("OneRoster 1.1: users alone", () => {
    const roster = read(users);
    expect(roster.problems).toEqual([]);
    expect(roster.rows.map(({ key, name, userName, line }) => [line, key, name, userName])).toEqual([
      [3, "id:usr-s1", "Zoë Łukasz, Jr.", "zoe.l"],
      [4, "id:usr-s2", "Omar Ben Ali", "omar.b"],
    ]);
    expect(skippedOf(roster)).toEqual([
      [2, "teacher"],
      [5, "inactive"],
    ]);
  });

  test("OneRoster 1.1: with enrolments, in either order, and a class's title", () => {
    const classes = sample("oneroster/hand-written-1.1/classes.csv");
    for (const set of [
      [users, enrolments],
      [enrolments, users],
    ]) {
      const roster = read(set);
      expect(namesOf(roster)).toEqual(["Zoë Łukasz, Jr.", "Omar Ben Ali"]);
      expect(roster.classes).toEqual([{ sourcedId: "cls-10a", title: null, learners: 3 }]);
    }
    expect(read([users, classes, enrolments]).classes[0]).toMatchObject({ title: "History 10A" });
    const manifest = sample("oneroster/hand-written-1.1/manifest.csv");
    expect(problemsOf(read([users, manifest]))).toEqual(["file not-needed taken"]);
  });

  test("School Data Sync 2.1: roles by enrolment or by roles.csv, a class to choose, passwords never read", () => {
    const set = [sample("oneroster/sds-v2.1/users.csv"), sample("oneroster/sds-v2.1/enrollments.csv")];
    const undecided = read(set);
    expect(problemsOf(undecided)).toEqual(["file which-class refused"]);
    expect(undecided.classes.map(({ sourcedId, learners }) => [sourcedId, learners])).toEqual([
      ["112001", 1],
      ["112002", 3],
    ]);
    const biology = read(set, { classSourcedId: "112002" });
    expect(namesOf(biology)).toEqual(["Jack Craig", "Fred Hutch", "Alice Smithee"]);
    expect(biology.elsewhere).toBe(4);
    expect(biology.skipped).toMatchObject([{ name: "Kristen Fein", why: "teacher" }]);
    expect(biology.rows[0]!.userName).toBe("jcraig@classrmtest31.org");
    expect(JSON.stringify(biology)).not.toContain("P@ssword123");
    expect(read(set, { classSourcedId: "nowhere" })).toMatchObject({ refused: true, problems: [{ code: "no-class" }] });
    const byRoles = read([set[0]!, sample("oneroster/sds-v2.1/roles.csv")]);
    expect(namesOf(byRoles)).toEqual(["Jack Craig", "Fred Hutch", "Alice Smithee", "Simon Miller"]);
    expect(byRoles.skipped.map(({ name, why }) => [name, why])).toEqual([
      ["Jean Craig", "not a learner"],
      ["Bob Smithee", "not a learner"],
      ["Jason Jonzer", "teacher"],
      ["Kristen Fein", "teacher"],
    ]);
  });

  test("School Data Sync 1 has no names", () => {
    expect(problemsOf(read(sample("oneroster/sds-v1-minimum/Student.csv")))).toEqual(["1 no-names refused"]);
  });

  test("values that others take for valid are valid here", () => {
    for (const { type, value, valid } of vectors.cases) {
      const line = { guid: `${value},,student,Anna,Kask`, "enum status": `u1,${value},student,Anna,Kask` }[type];
      const roleLine = { "enum user role (1.1)": `u1,,${value},Anna,Kask` }[type];
      if (!(line ?? roleLine)) continue;
      const roster = read(of("sourcedId,status,role,givenName,familyName", (line ?? roleLine)!, "u2,,student,B,C"));
      expect(roster.problems, value).toEqual([]);
      expect(valid).toBe(true);
    }
  });
});

describe("OneRoster 1.2", () => {
  test("users need enrolments or roles beside them", () => {
    const users = of(users12, "u1,active,true,anna.k,Anna,Kask,,,secret", "t1,active,true,alma,Alma,Teacher,,,");
    expect(problemsOf(read(users))).toEqual(["file no-roles refused"]);
    const set = [
      file(users, "users.csv"),
      file(of(roles, "r1,,u1,primary,student,s", "r2,,t1,primary,teacher,s"), "roles.csv"),
    ];
    expect(namesOf(read(set))).toEqual(["Anna Kask"]);
    expect(read(set).files.map(({ kind }) => kind)).toEqual(["users", "roles"]);
  });

  test("the name that a learner prefers is theirs", () => {
    const users = file(of(users12, "u1,,true,sasha,Alexandra,Kask,Sasha,,"), "users.csv");
    const enrolled = file(of(enrollments, "e1,,,c1,s,u1,student,,,"), "enrollments.csv");
    expect(namesOf(read([users, enrolled]))).toEqual(["Sasha Kask"]);
  });

  test("a role that is over is held no more, and of several in one cell that of a teacher counts first", () => {
    const users = of(users12, ...["u1", "u2", "u3"].map((id) => `${id},,true,,${id.toUpperCase()},Kask,,,`));
    const dated = "sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId";
    const held = of(
      dated,
      "r1,,u1,primary,student,2025-09-01,2026-09-01,s",
      "r2,,u2,primary,teacher,2025-09-01,2026-09-01,s",
      "r3,,u2,secondary,student,,2027-09-01,s",
      'r4,,u3,primary,"student, guardian",,,s',
    );
    const roster = read([file(users, "users.csv"), file(held, "roles.csv")], { today: "2026-09-01" });
    expect(namesOf(roster)).toEqual(["U2 Kask", "U3 Kask"]);
    expect(skippedOf(roster)).toEqual([[2, "ended"]]);
    const alone = of(users11, 'u1,,,true,s,"student,teacher",a.k,Anna,Kask,', "u2,,,true,s,student;aide,b.k,Bo,Kask,");
    expect(skippedOf(read(alone))).toEqual([
      [2, "teacher"],
      [3, "teacher"],
    ]);
  });

  test("who teaches somewhere is no learner, who lost a role has it no more", () => {
    const users = of(users12, ...["u1", "u2", "u3", "u4"].map((id) => `${id},,true,,${id.toUpperCase()},Kask,,,`));
    const set = [
      file(users, "users.csv"),
      file(
        of(
          roles,
          "r1,,u1,primary,student,s",
          "r2,,u1,secondary,teacher,s",
          "r3,tobedeleted,u2,primary,teacher,s",
          "r4,,u2,primary,student,s",
          "r5,,u3,primary,guardian,s",
        ),
        "roles.csv",
      ),
    ];
    const roster = read(set);
    expect(namesOf(roster)).toEqual(["U2 Kask"]);
    expect(skippedOf(roster)).toEqual([
      [2, "teacher"],
      [4, "not a learner"],
      [5, "not a learner"],
    ]);
  });
});

describe("what may be wrong in a set", () => {
  test("users: each in its line", () => {
    const users = of(
      users11,
      "u1,active,,true,s,student,anna.k,Anna,Kask,",
      "u1,active,,true,s,student,anna.k,Anna,Kask,",
      ",active,,true,s,student,bob,Bob,Lee,",
      "u3,gone,,true,s,student,carl,Carl,Lee,",
      "u4,tobedeleted,,true,s,student,dora,Dora,Lee,",
      "u5,INACTIVE,,true,s,student,eve,Eve,Lee,",
      "u6,,,false,s,student,finn,Finn,Lee,",
      "u7,,,true,s,student,gita,,,",
      "u8,,,true,s,student,anna.k,Hugo,Lee,",
      `u9,,,true,s,student,${"long".repeat(11)}@school.example,Ida,Lee,`,
      "u10,,,true,s,student,,Jan,Lee,,extra",
      "u11,,,true,s,aide,kim,Kim,Lee,",
      "u12,,,true,s,student,,Anna,Kask,",
    );
    const roster = read(file(users, "users.csv"));
    expect(roster.rows.map(({ key, userName }) => [key, userName])).toEqual([
      ["id:u1", "anna.k"],
      ["id:u9", null],
      ["id:u12", null],
    ]);
    expect(problemsOf(roster)).toEqual([
      "3 twice left out",
      "4 id left out",
      "5 status left out",
      "9 no-name left out",
      "10 user-name-twice left out",
      "11 user-name taken",
      "12 too-many-cells left out",
    ]);
    expect(skippedOf(roster)).toEqual([
      [6, "inactive"],
      [7, "inactive"],
      [8, "inactive"],
      [13, "teacher"],
    ]);
  });

  test("enrolments: strangers, the deleted, the ended, the twice enrolled", () => {
    const users = of(users11, ...[1, 2, 3, 4, 5, 6].map((id) => `u${id},,,true,s,student,,U${id},Kask,`));
    const enrolled = of(
      enrollments,
      "e1,,,c1,s,u1,student,,2026-08-24,2026-12-18",
      "e2,,,c1,s,nobody,student,,,",
      "e3,tobedeleted,,c1,s,u2,student,,,",
      "e4,,,c1,s,u3,student,,2026-08-24,2026-10-01",
      "e5,,,c1,s,u1,student,,,",
      "e6,,,c1,s,u4,student,,,30/06/2027",
      "e7,,,c1,s,u5,teacher,,,",
      "e8,,,c1,s,u5,student,,,",
      "e9,,,,s,u6,student,,,",
    );
    const set = [file(users, "users.csv"), file(enrolled, "enrollments.csv")];
    const roster = read(set, { today: "2026-10-01" });
    expect(namesOf(roster)).toEqual(["U1 Kask", "U4 Kask"]);
    expect(problemsOf(roster)).toEqual([
      "3 unknown-user left out",
      "6 enrolled-twice taken",
      "7 date taken",
      "10 id left out",
    ]);
    expect(roster.problems.map((problem) => problem.file)).toEqual(Array(4).fill("enrollments.csv"));
    expect(roster.skipped.map(({ name, why }) => [name, why])).toEqual([
      ["U2 Kask", "inactive"],
      ["U3 Kask", "ended"],
      ["U5 Kask", "teacher"],
    ]);
    expect(namesOf(read(set, { today: "2026-09-30" }))).toContain("U3 Kask");
    expect(namesOf(read(set))).toContain("U3 Kask");
  });

  test.each([
    ["enrolments alone", [of(enrollments, "e1,,,c1,s,u1,student,,,")], "no-users"],
    ["a class file alone", ["sourcedId,title,courseSourcedId\nc1,History,x"], "no-users"],
    ["an unneeded file alone", ["propertyName,value\noneroster.version,1.1"], "no-users"],
    [
      "users twice",
      [of(users11, "u1,,,true,s,student,,A,B,"), of(users11, "u1,,,true,s,student,,A,B,")],
      "two-of-a-kind",
    ],
    ["a list among them", [of(users11, "u1,,,true,s,student,,A,B,"), "Anna\nBob"], "no-set"],
    ["nobody enrolled", [of(users11, "u1,,,true,s,student,,A,B,"), enrollments], "nobody"],
    ["only teachers", [of(users11, "u1,,,true,s,teacher,,A,B,")], "nobody"],
  ])("%s is refused", (_, texts, code) => {
    const roster = read(texts.map((text, index) => file(text, `${index}.csv`)));
    expect(roster).toMatchObject({ refused: true, rows: [] });
    expect(roster.problems.find(({ effect }) => effect === "refused")!.code).toBe(code);
  });
});
