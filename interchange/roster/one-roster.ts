import { brief, type NameRules } from "./names";
import type { OneRosterFile } from "./one-roster-file";
import { rosterRow, withoutTwins, type RosterRow } from "./row";
import { notALearner, type Skipped, type SkippedWhy } from "./skipped";

/** A class that enrolments are for. */
export interface ClassFound {
  sourcedId: string;
  /** Null unless classes.csv came along. */
  title: string | null;
  learners: number;
}

interface How {
  rules: NameRules;
  classSourcedId?: string;
  today?: string;
}

type Files = Partial<Record<"users" | "enrollments" | "roles" | "classes", OneRosterFile>>;

/**
 * Learners out of OneRoster 1.1 or 1.2: `users` says who there is, `enrollments` who learns in which class, and `roles`,
 * of 1.2, who is a learner at all. Teachers, and who has left, are told apart.
 */
export function readOneRoster(
  { users, enrollments, roles, classes }: Files,
  how: How,
): { rows: RosterRow[]; skipped: Skipped[]; classes: ClassFound[]; elsewhere: number } {
  if (!users) {
    const alone = (enrollments ?? roles ?? classes)!;
    const mend = "Give users.csv of the same set together with it.";
    alone.problems.refuse("no-users", null, "This file has ids and no names.", mend);
    return { rows: [], skipped: [], classes: [], elsewhere: 0 };
  }
  if (!users.has("role") && !enrollments && !roles) {
    const mend = "Give enrollments.csv of the same set (or, of OneRoster 1.2, roles.csv) together with it.";
    users.problems.refuse("no-roles", null, "These users are not told apart: who learns, and who teaches?", mend);
    return { rows: [], skipped: [], classes: [], elsewhere: 0 };
  }
  const enrolments = enrollments ? enrolmentsIn(enrollments, how) : null;
  const found = enrolments ? classesOf(enrolments, classes) : [];
  const chosen = enrolments ? chosenClass(found, enrollments!, how) : null;
  if (enrolments && chosen === null) return { rows: [], skipped: [], classes: found, elsewhere: 0 };
  const enrolled = enrolments ? ofClass(enrolments, chosen!, enrollments!) : null;
  const rolesOf = roles ? rolesIn(roles, how) : null;

  const known = new Set<string>();
  const skipped: Skipped[] = [];
  let elsewhere = 0;
  const rows = users.body.flatMap((row) => {
    if (!users.isSound(row, "sourcedid")) return [];
    const id = users.cell(row, "sourcedid");
    known.add(id);
    const enrolment = enrolled?.get(id);
    if (enrolled && !enrolment) {
      elsewhere += 1;
      return [];
    }
    const active = users.isActive(row);
    if (active === null) return [];
    const cell = (title: string) => users.cell(row, title);
    const typed = {
      givenName: cell("preferredgivenname") || cell("givenname"),
      familyName: cell("preferredfamilyname") || cell("familyname"),
      userName: cell("username"),
    };
    // Everyone who knows anything of this user must call them a learner.
    const said: ("learner" | SkippedWhy)[] = [
      enrolment?.why ?? "learner",
      notALearner(cell("role")) ?? "learner",
      rolesOf ? (rolesOf.get(id) ?? "not a learner") : "learner",
    ];
    const why = said.find((each) => each !== "learner") ?? "learner";
    if (why !== "learner" || !active) {
      const name = brief(`${typed.givenName} ${typed.familyName}`.trim());
      skipped.push({ file: users.name, line: row.line, name, why: why === "learner" ? "inactive" : why });
      return [];
    }
    const { problems } = users;
    return rosterRow(typed, { row, file: users.name, rules: how.rules, problems, id }) ?? [];
  });
  for (const [id, { line }] of enrolled ?? [])
    if (!known.has(id)) {
      const mend = "Give the users.csv that was exported together with these enrolments.";
      enrollments!.problems.leaveOut("unknown-user", line, "id", `‘${brief(id)}’ is nobody in users.csv.`, mend);
    }
  return { rows: withoutTwins(rows, users.problems), skipped, classes: found, elsewhere };
}

const aDay = /^\d{4}-\d\d-\d\d$/;

/** OneRoster's end date is the first day on which something is over. */
function isOver(end: string, today: string | undefined): boolean {
  return today !== undefined && aDay.test(end) && end <= today;
}

interface Enrolment {
  line: number;
  classId: string;
  userId: string;
  why: "learner" | SkippedWhy;
}

function enrolmentsIn(file: OneRosterFile, { today }: How): Enrolment[] {
  return file.body.flatMap((row) => {
    if (!file.isSound(row, "classsourcedid", "usersourcedid")) return [];
    const active = file.isActive(row);
    if (active === null) return [];
    const end = file.cell(row, "enddate");
    if (end && !aDay.test(end))
      file.problems.note("date", row.line, "date", `‘${brief(end)}’ is no date. The enrolment is taken to last.`);
    const over = isOver(end, today);
    const why = notALearner(file.cell(row, "role")) ?? (!active ? "inactive" : over ? "ended" : "learner");
    const classId = file.cell(row, "classsourcedid");
    return [{ line: row.line, classId, userId: file.cell(row, "usersourcedid"), why }];
  });
}

function classesOf(enrolments: readonly Enrolment[], classes: OneRosterFile | undefined): ClassFound[] {
  const titles = new Map(classes?.body.map((row) => [classes.cell(row, "sourcedid"), classes.cell(row, "title")]));
  const learners = new Map<string, Set<string>>();
  for (const { classId, userId, why } of enrolments) {
    const list = learners.get(classId) ?? new Set();
    learners.set(classId, list);
    if (why === "learner") list.add(userId);
  }
  return [...learners].map(([sourcedId, { size }]) => ({
    sourcedId,
    title: titles.get(sourcedId) ? brief(titles.get(sourcedId)!) : null,
    learners: size,
  }));
}

/** The class that is meant; null, and a problem, where that must be said. */
function chosenClass(
  found: readonly ClassFound[],
  { problems }: OneRosterFile,
  { classSourcedId }: How,
): string | null {
  if (classSourcedId !== undefined) {
    if (found.some(({ sourcedId }) => sourcedId === classSourcedId)) return classSourcedId;
    problems.refuse("no-class", null, "The class that was chosen is not in this file.", "Choose one of those in it.");
    return null;
  }
  if (found.length === 1) return found[0]!.sourcedId;
  if (found.length === 0) problems.refuse("nobody", null, "Nobody is enrolled by this file.", "Export it anew.");
  else
    problems.refuse(
      "which-class",
      null,
      `This file enrols in ${found.length} classes.`,
      "Choose the class whose learners are meant.",
    );
  return null;
}

function ofClass(
  enrolments: readonly Enrolment[],
  classId: string,
  { problems }: OneRosterFile,
): Map<string, Enrolment> {
  const people = new Map<string, Enrolment>();
  for (const enrolment of enrolments) {
    if (enrolment.classId !== classId) continue;
    const before = people.get(enrolment.userId);
    if (before?.why === "learner" && enrolment.why === "learner")
      problems.note(
        "enrolled-twice",
        enrolment.line,
        "id",
        `‘${brief(enrolment.userId)}’ is enrolled on line ${before.line} already. Once is enough.`,
      );
    // Who teaches a class does not learn in it; who came back after leaving does.
    if (!before || enrolment.why === "teacher" || (enrolment.why === "learner" && before.why !== "teacher"))
      people.set(enrolment.userId, before?.why === "learner" && enrolment.why === "learner" ? before : enrolment);
  }
  return people;
}

/** What each user is, of all roles that still hold: a teacher who also studies somewhere is a teacher. */
function rolesIn(file: OneRosterFile, { today }: How): Map<string, "learner" | SkippedWhy> {
  const roles = new Map<string, "learner" | SkippedWhy>();
  for (const row of file.body) {
    if (!file.isSound(row, "usersourcedid") || !file.isActive(row)) continue;
    const id = file.cell(row, "usersourcedid");
    const held = notALearner(file.cell(row, "role")) ?? "learner";
    const why = isOver(file.cell(row, "enddate"), today) ? "ended" : held;
    if (why === "teacher" || !roles.has(id) || (why === "learner" && roles.get(id) !== "teacher")) roles.set(id, why);
  }
  return roles;
}
