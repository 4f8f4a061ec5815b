import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readRoster, type GivenFile, type Roster, type RosterOptions } from "@/interchange/roster";
import { displayName, folded, userName } from "@/records/names";

/** The rules by which the school takes names. */
export const rules = { displayName, userName, folded };

/** A file as somebody gives it. */
export const file = (text: string | Uint8Array, name = "class.csv"): GivenFile => ({
  name,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});

/** A file of the published samples. */
export const sample = (path: string): GivenFile => ({
  name: path.split("/").at(-1)!,
  bytes: readFileSync(join(import.meta.dirname, "vectors", path)),
});

export function read(given: string | GivenFile | GivenFile[], options: Partial<RosterOptions> = {}): Roster {
  const files = typeof given === "string" ? [file(given)] : Array.isArray(given) ? given : [given];
  return readRoster(files, { rules, ...options });
}

export const namesOf = (roster: Roster) => roster.rows.map(({ name }) => name);
/** '3 twice left out': what is wrong where, and what comes of it. */
export const problemsOf = (roster: Pick<Roster, "problems">) =>
  roster.problems.map(({ line, code, effect }) => `${line ?? "file"} ${code} ${effect}`);
