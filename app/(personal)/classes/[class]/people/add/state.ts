import type { FileRead, Problem } from "@/interchange/roster";

/** What is read at most of all files together; the front door takes little more. */
export const MOST_BYTES = 2_000_000;
export const tooLarge = "That is more than 2 MB. Give the list of one class.";

/** A file as it travels on in a form, so that it need not be chosen again. */
export interface KeptFile {
  name: string;
  base64: string;
}

/** What a line of the list would do. `group`: the group it would put them into. */
export interface PreviewLine {
  file: string;
  line: number;
  name: string;
  /** That of the account; null: one is made from the name. */
  userName: string | null;
  group: string | null;
  fate: "new" | "account" | "back" | "in" | "into group";
  /** The school's name for them, where the list writes another. */
  knownAs: string | null;
}

export interface SkippedLine {
  file: string;
  line: number;
  name: string;
  why: string;
}

/** The list was not read yet, or cannot be used as it is. */
interface Giving {
  step: "give";
  slip?: string;
  /** What was pasted, so that it can be mended. */
  pasted?: string;
  problems?: Problem[];
  /** Of a set with several classes: which is meant? */
  classes?: { sourcedId: string; title: string | null; learners: number }[];
  kept?: KeptFile[];
}

interface Preview {
  step: "preview";
  files: Pick<FileRead, "name" | "kind" | "encoding" | "found" | "lines">[];
  lines: PreviewLine[];
  problems: Problem[];
  skipped: SkippedLine[];
  elsewhere: number;
  /** The learners to be imported, as text. */
  rows: string;
  /** So many lines would change something. */
  changes: number;
  kept?: KeptFile[];
}

export interface Slips {
  /** Without 'https://'. */
  address: string;
  /** The address opens nothing on other machines. */
  onlyHere: boolean;
  qr: { size: number; path: string };
  people: { name: string; userName: string; password: string; group: string | null }[];
}

interface Done {
  step: "done";
  slips: Slips | null;
  joined: string[];
  back: string[];
  already: number;
}

export type AddState = Giving | Preview | Done;
