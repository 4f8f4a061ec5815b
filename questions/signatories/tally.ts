import { foldName, readNames, type Recognition } from "@/facts/names";
import type { Key, Response } from "./schema";

type Cast = Key["cast"][number];

/** One name of an answer, and how it counts. */
export interface Named {
  /** As it was typed or chosen. */
  text: string;
  standing:
    | "right"
    /** Somebody who did not sign. */
    | "wrong"
    /** A name that nobody here bears: counts as a wrong one. */
    | "unknown"
    /** A name of several people: counts for nothing. */
    | "unclear"
    /** Named before: counts once. */
    | "again";
  person?: Cast;
  /** Whom an unclear name may mean. */
  people?: readonly Cast[];
}

/** Far more than any agreement has; rows stuffed with commas cost no more to read than this. */
const MOST_NAMES = 60;

/** Reads every name of an answer against the cast. Order does not matter but to which of two doubles counts. */
export function tally(response: Response, key: Key): Named[] {
  const signed = new Set(key.signatories.map(({ person }) => person));
  const seen = new Set<string>();
  return namesOf(response, key).map(({ text, recognition }) => {
    const again = (mark: string) => seen.has(mark) || !seen.add(mark);
    switch (recognition.state) {
      case "recognised": {
        const { person } = recognition;
        if (again(person.id)) return { text, standing: "again", person };
        return { text, standing: signed.has(person.id) ? "right" : "wrong", person };
      }
      case "ambiguous":
        return { text, standing: "unclear", people: recognition.people };
      case "unknown":
        return { text, standing: again(`unknown ${foldName(text)}`) ? "again" : "unknown" };
    }
  });
}

function namesOf(response: Response, key: Key): { text: string; recognition: Recognition<Cast> }[] {
  if (response.entry === "typed") {
    const names: { text: string; recognition: Recognition<Cast> }[] = [];
    for (const text of response.names) if (names.length < MOST_NAMES) names.push(...readNames(text, key.cast));
    return names;
  }
  return response.people.map((id) => {
    const person = key.cast.find((each) => each.id === id);
    return person
      ? { text: person.name, recognition: { state: "recognised", person, how: "as written" } }
      : { text: id, recognition: { state: "unknown" } };
  });
}
