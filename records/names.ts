/** What a name turned out to be: taken, or not, with a sentence for whoever typed it. */
export type Checked = { ok: true; value: string } | { ok: false; message: string };

const length = (text: string) => [...text].length;

// Control, unassigned and private characters, halves of pairs, and what is drawn as nothing: two names that look alike
// may differ in nothing else, and the database does not take all of them.
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

// Invisible, and yet of use in a name to be read: joiners between letters, the form of a Han character, and whether a
// picture is in colour.
const usefulInvisible =
  /(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=\p{Script=Han})[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]/gu;

/** What else no name may be, as a sentence; null when it may. Accents in a pile cover the lines above and below. */
function faultOf(name: string, visible = name): string | null {
  if (invisible.test(visible)) return "Leave out characters that cannot be seen.";
  if (/\p{M}{5}/u.test(name)) return "Use at most four accents on a letter.";
  return null;
}

/** A name for people to read: 1 to 60 characters in any script, spaces tidied. */
export function displayName(typed: string): Checked {
  return line(typed, 60, { missing: "Write your name.", long: "Use at most 60 characters." });
}

/** The name of a class: 1 to 80 characters. */
export function className(typed: string): Checked {
  return line(typed, 80, { missing: "Write a name for the class.", long: "Use at most 80 characters." });
}

/** The name of a group in a class: 1 to 60 characters. */
export function groupName(typed: string): Checked {
  return line(typed, 60, { missing: "Write a name for the group.", long: "Use at most 60 characters." });
}

/** The name of a gradebook's category: 1 to 40 characters. */
export function categoryName(typed: string): Checked {
  return line(typed, 40, { missing: "Write a name for the category.", long: "Use at most 40 characters." });
}

/** The name of a step of a grading scale: 1 to 20 characters. */
export function gradeName(typed: string): Checked {
  return line(typed, 20, { missing: "Write what the grade is called.", long: "Use at most 20 characters." });
}

/** The title of an assignment: 1 to 120 characters. */
export function assignmentTitle(typed: string): Checked {
  return line(typed, 120, { missing: "Write a title.", long: "Use at most 120 characters." });
}

/** A word or two on whom an invitation is for: up to 80 characters, or nothing. */
export function note(typed: string): Checked {
  if (!typed.trim()) return { ok: true, value: "" };
  return line(typed, 80, { missing: "", long: "Use at most 80 characters." });
}

/** Why a teacher decided something: 1 to 300 characters. */
export function reason(typed: string): Checked {
  return line(typed, 300, { missing: "Write why: it stays on record.", long: "Use at most 300 characters." });
}

/** What a teacher says to a learner, over several lines if they like: 1 to 2,000 characters. */
export function remark(typed: string): Checked {
  const lines = typed
    .split(/\r\n|\n|\r/u)
    .map((each) => line(each, 2000, { missing: "", long: "Use at most 2,000 characters." }));
  const fault = lines.find((each) => !each.ok && each.message !== "");
  if (fault) return fault;
  const value = lines
    .map((each) => (each.ok ? each.value : ""))
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
  if (!value) return { ok: false, message: "Write something." };
  if (length(value) > 2000) return { ok: false, message: "Use at most 2,000 characters." };
  return { ok: true, value };
}

function line(typed: string, most: number, say: { missing: string; long: string }): Checked {
  const value = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  const visible = value.replace(usefulInvisible, "");
  if (!visible.replace(/\p{M}/gu, "")) return { ok: false, message: say.missing };
  if (length(value) > most) return { ok: false, message: say.long };
  const fault = faultOf(value, visible);
  if (fault) return { ok: false, message: fault };
  return { ok: true, value };
}

/** A name to sign in with: 3 to 40 characters in any script, no spaces, nothing invisible. */
export function userName(typed: string): Checked {
  const value = typed.normalize("NFKC").trim();
  if (!value) return { ok: false, message: "Choose a user name." };
  const fault = faultOf(value);
  if (fault) return { ok: false, message: fault };
  if (/\s/u.test(value)) return { ok: false, message: "A user name has no spaces: try a dot or a hyphen." };
  if (length(value) < 3) return { ok: false, message: "Use at least 3 characters." };
  if (length(value) > 40) return { ok: false, message: "Use at most 40 characters." };
  if (!/[\p{L}\p{N}]/u.test(value)) return { ok: false, message: "Use letters or digits." };
  return { ok: true, value };
}

/** A user name as it is compared: two that fold alike are one. */
export function folded(userName: string): string {
  return userName.normalize("NFKC").trim().toLowerCase().normalize("NFKC");
}
