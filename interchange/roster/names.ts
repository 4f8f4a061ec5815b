import { looksLikeFormula, unguarded } from "@/interchange/tables";
import type { Field, Problems } from "./problem";
import type { Row } from "./cells";

type Checked = { ok: true; value: string } | { ok: false; message: string };

/** What the school takes for a name, as `records/names.ts` has it: handed in, so that a list is held to the same. */
export interface NameRules {
  displayName(typed: string): Checked;
  userName(typed: string): Checked;
  /** A user name as it is compared. */
  folded(userName: string): string;
  /** Where a group's name is bound to other rules than a person's. */
  groupName?(typed: string): Checked;
}

/** A name as it is compared: spaces, case and the ways to write one letter do not count. */
export function foldedName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase().normalize("NFKC");
}

// UTF-8 that was read as Windows-1252 or 1251 and saved so: 'MÃ¼ller', 'BÄ“rziÅ†Å¡', 'РђРЅРЅР°'.
const fromWestern = /[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÄÅ][\x80-\xbf€‚„…†‡ˆ‰‹‘’“”•–—˜™›]/u;
const fromCyrillic = /(?:[РС][\x80-\xbfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]){2}/u;

/**
 * A cell's text, with what is odd about it said: null, and a problem, when it cannot be used. An apostrophe that was put
 * before a formula on the way out is taken away.
 */
export function cellText(cell: string, field: Field, row: Row, problems: Problems): string | null {
  const text = unguarded(cell).trim();
  if (text.includes("\n")) {
    const end = row.line + row.lines - 1;
    problems.leaveOut(
      "several-lines",
      row.line,
      field,
      `This cell goes on over several lines, up to line ${end}.`,
      "A quotation mark is probably missing or too many on one of them.",
    );
    return null;
  }
  if (text.includes("\ufffd")) {
    const mend = "Save the file again as ‘CSV UTF-8’, or choose another encoding.";
    problems.leaveOut("unreadable", row.line, field, `A letter of ‘${brief(text)}’ could not be read.`, mend);
    return null;
  }
  if (fromWestern.test(text) || fromCyrillic.test(text)) {
    const mend = "The list was once saved in the wrong encoding: export it anew, or correct the name.";
    problems.leaveOut("garbled", row.line, field, `‘${brief(text)}’ has letters that were mixed up.`, mend);
    return null;
  }
  if (looksLikeFormula(text))
    problems.note("formula", row.line, field, `‘${brief(text)}’ looks like a formula. It is taken as plain text.`);
  else if (/<\/?[a-z!][^<>]*>/i.test(text))
    problems.note("markup", row.line, field, `‘${brief(text)}’ looks like HTML. It is taken as plain text.`);
  return text;
}

/** A text to be quoted in a sentence: not too long, nothing invisible. */
export function brief(text: string): string {
  const visible = text.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "·");
  const letters = [...visible];
  return letters.length > 40 ? `${letters.slice(0, 39).join("")}…` : visible;
}
