import type { Row } from "./cells";
import { brief, cellText, foldedName, type NameRules } from "./names";
import type { Field, Problems } from "./problem";

/** A learner out of a list, checked and ready to be imported. */
export interface RosterRow {
  file: string;
  line: number;
  /**
   * The same whenever the same learner comes in the same kind of list: 'id:…' by the sender's own id, which is the
   * school's, or 'list:…' by name and user name, which means something in one class only.
   */
  key: string;
  name: string;
  /** Null when the list has none: one is to be made. */
  userName: string | null;
  userNameFolded: string | null;
  group: string | null;
}

/** What a list says of a learner, as it is written there. */
export interface Typed {
  name?: string;
  givenName?: string;
  familyName?: string;
  userName?: string;
  group?: string;
}

/** The key of a learner who has no id. */
export function listKey(name: string, userNameFolded: string | null): string {
  return `list:${foldedName(name)}${userNameFolded === null ? "" : `/${userNameFolded}`}`;
}

/** A learner, when everything about them can be used; every problem is named. */
export function rosterRow(
  typed: Typed,
  { row, file, rules, problems, id }: { row: Row; file: string; rules: NameRules; problems: Problems; id?: string },
): RosterRow | null {
  const read = (field: Field & keyof Typed) => cellText(typed[field] ?? "", field, row, problems);
  const name = checkedName(read, typed, { row, rules, problems });
  const typedUserName = read("userName");
  const userName =
    id === undefined
      ? checked(typedUserName, "userName", rules.userName, { row, problems })
      : sentUserName(typedUserName, rules, { row, problems });
  const group = checked(read("group"), "group", rules.groupName ?? rules.displayName, { row, problems });
  if (!name || userName === null || group === null) return null;
  const userNameFolded = userName ? rules.folded(userName) : null;
  return {
    file,
    line: row.line,
    key: id === undefined ? listKey(name, userNameFolded) : `id:${id}`,
    name,
    userName: userName || null,
    userNameFolded,
    group: group || null,
  };
}

type At = { row: Row; problems: Problems };

function checkedName(
  read: (field: "name" | "givenName" | "familyName") => string | null,
  typed: Typed,
  { row, rules, problems }: At & { rules: NameRules },
): string | null {
  const whole = read("name");
  const parts = whole ? [] : [read("givenName"), read("familyName")];
  if (whole === null || parts.includes(null)) return null;
  const text = whole || parts.filter(Boolean).join(" ");
  const field = typed.name !== undefined ? "name" : typed.familyName !== undefined ? "familyName" : "givenName";
  if (!text) {
    problems.leaveOut(
      "no-name",
      row.line,
      field,
      "There is no name on this line.",
      "Write the name, or delete the line.",
    );
    return null;
  }
  return checked(text, field, rules.displayName, { row, problems });
}

/** Who is sent by a register cannot help the user name that it gives them: they get one of ours instead. */
function sentUserName(text: string | null, rules: NameRules, { row, problems }: At): string | null {
  if (!text) return text;
  const result = rules.userName(text);
  if (result.ok) return result.value;
  const message = `‘${brief(text)}’ cannot be a user name here (${result.message.replace(/\.$/, "")}). Another one is made.`;
  problems.note("user-name", row.line, "userName", message);
  return "";
}

/** '' for a cell with nothing in it, null where what is in it cannot be used. */
function checked(
  text: string | null,
  field: Field,
  rule: (typed: string) => { ok: true; value: string } | { ok: false; message: string },
  { row, problems }: At,
): string | null {
  if (!text) return text;
  const result = rule(text);
  if (result.ok) return result.value;
  const [code, what] = { userName: ["user-name", "a user name"], group: ["group", "a group’s name"] }[
    field as string
  ] ?? ["name", "a name"];
  problems.leaveOut(code!, row.line, field, `‘${brief(text)}’ cannot be ${what} here.`, result.message);
  return null;
}

/** Leaves out who comes twice: a line that says the same as another, and a user name that another line has already. */
export function withoutTwins(rows: readonly RosterRow[], problems: Problems): RosterRow[] {
  const lineOfKey = new Map<string, number>();
  const lineOfUserName = new Map<string, number>();
  return rows.filter(({ line, key, name, userName, userNameFolded }) => {
    const same = lineOfKey.get(key);
    if (same !== undefined) {
      const mend =
        key.startsWith("id:") || userName
          ? "Delete one of the two lines."
          : "Delete it. If they are two people of one name, give each a user name, or write a second initial.";
      problems.leaveOut("twice", line, "name", `‘${brief(name)}’ is on line ${same} already.`, mend);
      return false;
    }
    lineOfKey.set(key, line);
    if (userNameFolded === null) return true;
    const taken = lineOfUserName.get(userNameFolded);
    if (taken !== undefined) {
      const message = `The user name ‘${brief(userName!)}’ is on line ${taken} already.`;
      problems.leaveOut("user-name-twice", line, "userName", message, "Give one of the two another user name.");
      return false;
    }
    lineOfUserName.set(userNameFolded, line);
    return true;
  });
}
