/** What a column of a class list may hold. */
export type Field = "name" | "givenName" | "familyName" | "userName" | "group" | "role" | "id" | "status" | "date";

/**
 * What comes of it. 'refused': nothing in the file can be used. 'left out': this line is not imported. 'taken': the line
 * is imported all the same, and somebody should look at it.
 */
export type Effect = "refused" | "left out" | "taken";

/** Something in a class list that somebody should know, in words for whoever gave it. */
export interface Problem {
  file: string;
  /** 1 is the file's first line; null when the whole file is meant. */
  line: number | null;
  field: Field | null;
  code: string;
  /** What is wrong, a sentence. */
  message: string;
  /** What to do about it, a sentence; empty when there is nothing to do. */
  mend: string;
  effect: Effect;
}

/** Collects the problems of one file. */
export class Problems {
  readonly list: Problem[] = [];

  constructor(private readonly file: string) {}

  refuse(code: string, line: number | null, message: string, mend: string): void {
    this.list.push({ file: this.file, line, field: null, code, message, mend, effect: "refused" });
  }

  leaveOut(code: string, line: number, field: Field | null, message: string, mend: string): void {
    this.list.push({ file: this.file, line, field, code, message, mend, effect: "left out" });
  }

  note(code: string, line: number | null, field: Field | null, message: string, mend = ""): void {
    this.list.push({ file: this.file, line, field, code, message, mend, effect: "taken" });
  }
}
