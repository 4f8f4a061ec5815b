import type { Agreement, Fact, Transfer } from "@/facts/base";
import { otherPeople, otherPlaces, otherStates, townOf } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Around, type Blueprint } from "./blueprint";
import {
  alsoWhy,
  itWas,
  onDate,
  passed,
  sentence,
  signedWhen,
  theLand,
  theName,
  theState,
  wasItsOwn,
  wasOrWere,
  whoSigned,
} from "./words";

/** A sentence with gaps: of an agreement when, where and by whom it was signed, of a transfer from whom to whom, and when. */
export const fillIn: Blueprint = {
  ask: "fill-in",
  kind: "cloze",
  takes: "one",
  make([fact], around) {
    const made =
      fact?.type === "agreement"
        ? signing(fact, around)
        : fact?.type === "transfer"
          ? passing(fact, around)
          : undefined;
    if (!made) return wrongType("fill-in", "an agreement or a transfer", fact!);
    return {
      fields: {
        prompt: "Fill in the gaps.",
        skill: fact!.type === "agreement" ? "signatories" : "annexations",
        right: fact!.statement,
        wrong: `${sentence(made.whole)}${alsoWhy(fact!)} ${fact!.statement}`,
        text: made.text,
        gaps: made.gaps,
      },
    };
  },
};

interface Sentence {
  text: string;
  gaps: object[];
  /** The same without gaps. */
  whole: string;
}

const theDate = { date: { precision: "day" } };

function signing(fact: Agreement, around: Around): Sentence {
  const { base } = around;
  const subject = sentence(theName(fact, { asked: "date" })).slice(0, -1);
  const gaps: object[] = [theDate];
  let text = `${subject} ${wasOrWere(fact)} signed on {1}`;
  const town = townOf(fact, base);
  const places = distractorsFrom((wanted) => otherPlaces(fact, base, { ...wanted, alsoNamed: around.towns }), around);
  if (town !== null && !isRefused(places) && !saysSo(fact, town)) {
    gaps.push({
      choice: {
        options: [{ text: town, right: true }, ...places.map((each) => ({ text: each.text, feedback: each.because }))],
      },
    });
    text += ` in {${gaps.length}}`;
  }
  text += ".";
  for (const { person, for: state } of fact.signatories.slice(0, 2)) {
    // One who signed for the other side is offered too: it is true that he signed, and not for whom.
    const people = distractorsFrom((wanted) => otherPeople(fact, base, { ...wanted, forState: state }), around);
    if (isRefused(people)) continue;
    if (fact.signatories.filter((each) => each.for === state).length > 1) continue;
    gaps.push({
      choice: {
        options: [{ person, right: true }, ...people.map((each) => ({ person: each.id, feedback: each.because }))],
      },
    });
    text += ` {${gaps.length}} signed for ${theState(state, base)}.`;
  }
  return {
    text,
    gaps,
    // Signed in the night after its date: then the sentence says what it is dated.
    whole: `${signedWhen(fact, subject)}${town === null || fact.alsoDate ? "" : ` in ${town}`}. ${itWas(fact)} signed by ${whoSigned(fact, base)}`,
  };
}

function passing(fact: Transfer, around: Around): Sentence {
  const { base } = around;
  const land = theLand(fact, base);
  const gaps: object[] = [];
  const end = (which: "from" | "to") => {
    const others = distractorsFrom((wanted) => otherStates(fact, base, { ...wanted, end: which }), around);
    if (isRefused(others)) return theState(fact[which], base);
    gaps.push({
      choice: {
        options: [
          { state: fact[which], right: true },
          ...others.map((each) => ({ state: each.id, feedback: each.because })),
        ],
      },
    });
    return `{${gaps.length}}`;
  };
  const from = wasItsOwn(fact, base) ? "" : ` from ${end("from")}`;
  const subject = sentence(land).slice(0, -1);
  const to = end("to");
  gaps.push(theDate);
  return {
    text: `${subject} passed${from} to ${to}. The law, treaty or award is of {${gaps.length}}.`,
    gaps,
    whole: `${passed(fact, base)} ${onDate(fact)}`,
  };
}

function saysSo(fact: Fact, word: string): boolean {
  return fact.name.toLowerCase().includes(word.toLowerCase());
}
