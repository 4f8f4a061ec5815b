import { nameWords } from "./fold";
import type { NamedPerson } from "./people";
import { recognisePerson, type Recognition } from "./recognise";

/** One name out of a text that may hold several. */
export interface ReadName<P> {
  /** As it was typed, without white space around it. */
  text: string;
  recognition: Recognition<P>;
}

/** Between names: a new line, a semicolon, a stroke, a plus sign, or 'and'. A comma may also stand within one. */
const BETWEEN = /[\r\n;/|+&•]+|\s(?:and|und|et|и|та|й|плюс)\s/iu;

const BULLET = /^\s*(?:\d{1,2}[.)]|[-–—*])\s*/u;

/** No list of signatories that is asked for is longer. */
const MOST_NAMES = 40;

/**
 * Reads a text that holds one name or several: 'Molotov and Ribbentrop', 'Molotov, Vyacheslav; Hitler', 'Молотов и
 * Риббентроп', 'Molotov–Ribbentrop'. Names that nobody bears come back as unknown. At most 40 are read.
 */
export function readNames<P extends NamedPerson>(text: string, people: readonly P[]): ReadName<P>[] {
  return text
    .split(BETWEEN)
    .map((piece) => piece.replace(BULLET, "").trim())
    .filter((piece) => nameWords(piece).length > 0)
    .slice(0, MOST_NAMES)
    .flatMap((piece) => readPiece(piece, people))
    .slice(0, MOST_NAMES);
}

function readPiece<P extends NamedPerson>(piece: string, people: readonly P[]): ReadName<P>[] {
  const parts = piece
    .split(/[,،、]/)
    .map((part) => part.trim())
    .filter((part) => nameWords(part).length > 0)
    .slice(0, MOST_NAMES);
  if (parts.length > 2) return joinTurned(parts, people);
  const whole = { text: piece, recognition: recognisePerson(piece, people) };
  if (whole.recognition.state !== "unknown") return [whole];
  return parts.length === 2 ? joinTurned(parts, people) : (splitSurnames(piece, people) ?? [whole]);
}

/** 'Chamberlain, Neville, Hitler, Adolf': two parts that name one person together are one name. */
function joinTurned<P extends NamedPerson>(parts: readonly string[], people: readonly P[]): ReadName<P>[] {
  const names: ReadName<P>[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    const next = parts[i + 1];
    const turned = next === undefined ? "" : `${part}, ${next}`;
    const both = next === undefined ? null : recognisePerson(turned, people);
    if (both?.state === "recognised" && recognisePerson(next ?? "", people).state !== "recognised") {
      names.push({ text: turned, recognition: both });
      i++;
    } else {
      names.push(...splitOrKeep(part, people));
    }
  }
  return names;
}

function splitOrKeep<P extends NamedPerson>(part: string, people: readonly P[]): ReadName<P>[] {
  const recognition = recognisePerson(part, people);
  return (recognition.state === "unknown" ? splitSurnames(part, people) : null) ?? [{ text: part, recognition }];
}

/** 'Molotov–Ribbentrop', 'Молотов Риббентроп': words of which each is somebody's surname. */
function splitSurnames<P extends NamedPerson>(piece: string, people: readonly P[]): ReadName<P>[] | null {
  const words = piece.split(/[\s\p{Pd}]+/u).filter((word) => nameWords(word).length > 0);
  if (words.length < 2 || words.length > 8) return null;
  const names: ReadName<P>[] = [];
  const bearers = new Set<string>();
  for (const text of words) {
    const recognition = recognisePerson(text, people);
    if (recognition.state !== "recognised") return null;
    names.push({ text, recognition });
    bearers.add(recognition.person.id);
  }
  return bearers.size < 2 ? null : names;
}
