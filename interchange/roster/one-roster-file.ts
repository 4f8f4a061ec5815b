import type { Row } from "./cells";
import { comparable } from "./headers";
import { brief } from "./names";
import type { Field, Problems } from "./problem";

/** The files of a OneRoster set that say who learns in a class; 'other' is one of the rest. */
export type OneRosterKind = "users" | "enrollments" | "roles" | "classes" | "other";

/** Which OneRoster file this is, by its first line; null for a list of another kind. */
export function oneRosterKind(first: Row): OneRosterKind | null {
  const titles = new Set(first.cells.map(comparable));
  const has = (...names: string[]) => names.every((name) => titles.has(name));
  if (has("usersourcedid", "classsourcedid")) return "enrollments";
  if (has("usersourcedid", "role")) return "roles";
  if (has("sourcedid") && (has("givenname") || has("familyname"))) return "users";
  if (has("sourcedid", "title", "coursesourcedid")) return "classes";
  return has("sourcedid") || has("usersourcedid") || has("propertyname", "value") ? "other" : null;
}

/** What is read of these files. The rest, passwords and addresses among it, is not looked at. */
const fields: Record<string, Field> = {
  sourcedid: "id",
  usersourcedid: "id",
  status: "status",
  enableduser: "status",
  role: "role",
  username: "userName",
  givenname: "givenName",
  familyname: "familyName",
  preferredgivenname: "givenName",
  preferredfamilyname: "familyName",
  enddate: "date",
  classsourcedid: "group",
};

/** A OneRoster file, to be asked by its titles. */
export class OneRosterFile {
  readonly body: readonly Row[];
  readonly columns: { title: string; field: Field | null }[];
  private readonly titles: string[];

  constructor(
    readonly name: string,
    rows: readonly Row[],
    readonly problems: Problems,
  ) {
    const [first, ...body] = rows as [Row, ...Row[]];
    this.body = body;
    this.titles = first.cells.map(comparable);
    this.columns = first.cells.map((title, index) => ({
      title: brief(title.trim()),
      field: fields[this.titles[index]!] ?? null,
    }));
  }

  has(title: string): boolean {
    return this.titles.includes(title);
  }

  /** What stands under a title, '' where there is none. */
  cell(row: Row, title: string): string {
    return (row.cells[this.titles.indexOf(title)] ?? "").trim();
  }

  /** True of a row that fits the titles and whose ids can be used; otherwise the problem is named. */
  isSound(row: Row, ...ids: string[]): boolean {
    if (row.cells.slice(this.titles.length).some((cell) => cell.trim())) {
      const message = `This line has ${row.cells.length} cells, where ${this.titles.length} have a title.`;
      this.problems.leaveOut("too-many-cells", row.line, null, message, "Delete what is too much, or export it anew.");
      return false;
    }
    for (const title of ids) {
      const id = this.cell(row, title);
      if (id && id.length <= 255 && !/[\p{Cc}\p{Surrogate}\ufffd]/u.test(id)) continue;
      const message = id ? `The id ‘${brief(id)}’ cannot be used.` : "There is no id on this line.";
      this.problems.leaveOut("id", row.line, "id", message, "Export the files anew: each line has an id of its own.");
      return false;
    }
    return true;
  }

  /** False for what the sender has deleted; null, and a problem, for a status that does not exist. */
  isActive(row: Row): boolean | null {
    const status = this.cell(row, "status").toLowerCase();
    if (status === "" || status === "active") return this.cell(row, "enableduser").toLowerCase() !== "false";
    if (status === "tobedeleted" || status === "inactive") return false;
    const mend = "Write ‘active’ or ‘tobedeleted’, or leave it empty.";
    this.problems.leaveOut("status", row.line, "status", `‘${brief(status)}’ is no status of OneRoster.`, mend);
    return null;
  }
}
