import { describe, expect, it } from "vitest";
import { byAlphabet } from "./alphabet";

const listOf = (...texts: string[]) => texts.map((text, index) => ({ id: `o${index}`, text }));
const textsOf = (list: readonly { text: string }[]) => list.map(({ text }) => text);

describe("a list to choose from", () => {
  const states = ["Poland", "Latvia", "Åland", "Estonia", "Finland", "Hungary", "Slovakia", "Lithuania"];

  it("stands by the alphabet when it is long, letters with marks beside those without", () => {
    expect(textsOf(byAlphabet(listOf(...states)))).toEqual([
      ...["Åland", "Estonia", "Finland", "Hungary", "Latvia", "Lithuania", "Poland", "Slovakia"],
    ]);
  });

  it("is the same from whatever order it comes in, also where two say the same", () => {
    const list = listOf(...states, "Poland");
    expect(byAlphabet([...list].reverse())).toEqual(byAlphabet(list));
  });

  it("stays as it is when it is short, or made of dates", () => {
    const short = listOf(...states.slice(0, 7));
    expect(byAlphabet(short)).toBe(short);
    const dates = listOf("9 May 1945", ...states);
    expect(byAlphabet(dates)).toBe(dates);
  });

  it("leaves the list that it was given alone", () => {
    const list = listOf(...states);
    byAlphabet(list);
    expect(textsOf(list)).toEqual(states);
  });
});
