import { brief, foldedName } from "./names";
import { Problems, type Problem } from "./problem";
import type { RosterRow } from "./row";

/**
 * Somebody of the school whom a row may mean: everyone who is or was in the class, and everyone who has a key or a user
 * name of the rows.
 */
export interface ExistingPerson {
  personId: string;
  /** The key of the row that they, or their place in this class, were last imported from; null for others. */
  key: string | null;
  name: string;
  userNameFolded: string | null;
  role: "learner" | "teacher" | "administrator";
  /** Whether they are in this class: 'removed' when they once were. */
  place: "in" | "removed" | "none";
  /** Whether who gives the list may put them into a class: a list must not open a stranger's record to a teacher. */
  mayAdd: boolean;
}

/** A row and the person it means. */
export interface Match<Person extends ExistingPerson> {
  row: RosterRow;
  person: Person;
  /** True when the list writes the name in another way than the school does, which keeps its own. */
  namedOtherwise: boolean;
}

export interface ImportPlan<Person extends ExistingPerson = ExistingPerson> {
  /** To be put into the class. `person`: an account of the school that is theirs; null: they get a new one. */
  add: { row: RosterRow; person: Person | null }[];
  /** In the class already: nothing changes. */
  already: Match<Person>[];
  /** Were in the class once, and come back to their record. */
  reactivate: Match<Person>[];
  problems: Problem[];
}

/**
 * What importing the rows would do to a class. Importing the same rows again, over what the first time made, does
 * nothing. Nobody is ever removed, and nobody's name changed.
 */
export function planImport<Person extends ExistingPerson>(
  rows: readonly RosterRow[],
  existing: readonly Person[],
): ImportPlan<Person> {
  const { find, namesakes } = finder(existing);
  const problems = new Map<string, Problems>();
  const plan: ImportPlan<Person> = { add: [], already: [], reactivate: [], problems: [] };
  const taken = new Map<string, RosterRow>();
  for (const row of rows) {
    const file = problems.get(row.file) ?? new Problems(row.file);
    problems.set(row.file, file);
    const person = find(row, (personId) => taken.has(personId));
    if (person === "user name taken") {
      const message = `Somebody of this school has the user name ‘${brief(row.userName!)}’ already.`;
      const mend = "If it is the same learner, write the name as the school has it; if not, give another user name.";
      file.leaveOut("user-name-taken", row.line, "userName", message, mend);
      continue;
    }
    if (person === null) {
      if (namesakes(row).length > 0)
        file.note(
          "namesake",
          row.line,
          "name",
          `There is a ‘${brief(row.name)}’ in the class already, with another user name or from another list.`,
          "If it is the same learner, leave this line out, or write their user name in it.",
        );
      plan.add.push({ row, person });
      continue;
    }
    const other = taken.get(person.personId);
    if (other) {
      const message = `This line means the same learner as line ${other.line}.`;
      file.leaveOut("twice", row.line, "name", message, "Delete one of the two lines.");
      continue;
    }
    if (person.role !== "learner") {
      const message = `‘${brief(row.name)}’ teaches at this school.`;
      file.leaveOut(
        "teacher",
        row.line,
        "name",
        message,
        "Delete the line: teachers are added on the page of the class.",
      );
      continue;
    }
    if (person.place === "none" && !person.mayAdd) {
      const message = `‘${brief(row.name)}’ has an account at this school, and is in none of your classes.`;
      const mend = "Give them the class code to join by, or ask an administrator to add them.";
      file.leaveOut("has-account", row.line, "name", message, mend);
      continue;
    }
    taken.set(person.personId, row);
    const match = { row, person, namedOtherwise: foldedName(person.name) !== foldedName(row.name) };
    if (person.place === "in") plan.already.push(match);
    else if (person.place === "removed") plan.reactivate.push(match);
    else plan.add.push({ row, person });
  }
  plan.problems = [...problems.values()].flatMap(({ list }) => list);
  return plan;
}

function finder<Person extends ExistingPerson>(existing: readonly Person[]) {
  const byKey = new Map<string, Person>();
  const byUserName = new Map<string, Person>();
  const byName = new Map<string, Person[]>();
  // Who is in the class is found before who was in it, and those before everybody else.
  const order = { in: 0, removed: 1, none: 2 };
  for (const person of [...existing].sort((one, other) => order[one.place] - order[other.place])) {
    // A key by name means something in one class only: a namesake elsewhere is somebody else.
    const known = person.key !== null && (person.key.startsWith("id:") || person.place !== "none");
    if (known && !byKey.has(person.key!)) byKey.set(person.key!, person);
    if (person.userNameFolded !== null) byUserName.set(person.userNameFolded, person);
    if (person.place === "none") continue;
    const name = foldedName(person.name);
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  const namesakes = (row: RosterRow) => byName.get(foldedName(row.name)) ?? [];
  const find = (row: RosterRow, isTaken: (personId: string) => boolean): Person | "user name taken" | null => {
    const keyed = byKey.get(row.key);
    if (keyed) return keyed;
    const sent = row.key.startsWith("id:");
    if (row.userNameFolded !== null) {
      const person = byUserName.get(row.userNameFolded);
      if (!person) return null;
      const otherId = sent && person.key?.startsWith("id:");
      const same = person.place !== "none" || foldedName(person.name) === foldedName(row.name);
      return same && !otherId ? person : "user name taken";
    }
    if (sent) return null;
    // A name alone is enough in a class; of two namesakes in it, one for each line.
    const alike = namesakes(row);
    return alike.find(({ personId }) => !isTaken(personId)) ?? alike[0] ?? null;
  };
  return { find, namesakes };
}
