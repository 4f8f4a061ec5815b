/** What a name turned out to be: taken, or not, with a sentence for whoever typed it. */
export type Checked = { ok: true; value: string } | { ok: false; message: string };

const length = (text: string) => [...text].length;

// Control, invisible, unassigned and private characters, and halves of pairs: two names that look alike may differ
// in nothing else, and the database does not take all of them.
const invisible = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800]/u;

/**
 * A name for people to read: 1 to 60 characters in any script, spaces tidied. Joiners, which some scripts need, are
 * taken between letters.
 */
export function displayName(typed: string): Checked {
  return line(typed, 60, { missing: "Write your name.", long: "Use at most 60 characters." });
}

/** The name of a class: 1 to 80 characters. */
export function className(typed: string): Checked {
  return line(typed, 80, { missing: "Write a name for the class.", long: "Use at most 80 characters." });
}

/** A word or two on whom an invitation is for: up to 80 characters, or nothing. */
export function note(typed: string): Checked {
  if (!typed.trim()) return { ok: true, value: "" };
  return line(typed, 80, { missing: "", long: "Use at most 80 characters." });
}

function line(typed: string, most: number, say: { missing: string; long: string }): Checked {
  const value = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  const visible = value.replace(/(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])/gu, "");
  if (!visible) return { ok: false, message: say.missing };
  if (length(value) > most) return { ok: false, message: say.long };
  if (invisible.test(visible)) return { ok: false, message: "Leave out characters that cannot be seen." };
  return { ok: true, value };
}

/** A name to sign in with: 3 to 40 characters in any script, no spaces, nothing invisible. */
export function userName(typed: string): Checked {
  const value = typed.normalize("NFKC").trim();
  if (!value) return { ok: false, message: "Choose a user name." };
  if (invisible.test(value)) return { ok: false, message: "Leave out characters that cannot be seen." };
  if (/\s/u.test(value)) return { ok: false, message: "A user name has no spaces: try a dot or a hyphen." };
  if (length(value) < 3) return { ok: false, message: "Use at least 3 characters." };
  if (length(value) > 40) return { ok: false, message: "Use at most 40 characters." };
  return { ok: true, value };
}

/** A user name as it is compared: two that fold alike are one. */
export function folded(userName: string): string {
  return userName.normalize("NFKC").trim().toLowerCase().normalize("NFKC");
}
