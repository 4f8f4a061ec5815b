import { describe, expect, test } from "vitest";
import { makeFactBase } from "@/facts/base";
import type { Block } from "./compiled";
import { plain, readLessonBody } from "./markdown";
import { Problems } from "./problems";

const facts = makeFactBase({
  facts: [
    {
      id: "pact-1939",
      type: "agreement",
      name: "The pact",
      shortName: "the pact",
      statement: "Signed.",
      date: "1939-08-23",
      alsoDate: { date: "1939-08-24", why: "Signed in the night." },
      place: "Moscow",
      parties: [],
      signatories: [],
      sources: ["SP39"],
      confidence: "H",
      revision: 1,
    },
    {
      id: "battle",
      type: "event",
      name: "The battle",
      statement: "It was long.",
      date: "1942-07-17/1943-02-02",
      sources: ["SP39"],
      confidence: "H",
      revision: 1,
    },
    {
      id: "losses",
      type: "figure",
      name: "The losses",
      statement: "Many died.",
      what: "dead",
      unit: "people",
      low: 126_875,
      high: 26_600_000,
      estimateBy: "Two historians",
      sources: ["SP39"],
      confidence: "M",
      revision: 1,
    },
    {
      id: "word-1939",
      type: "statement",
      name: "A word",
      statement: "A sphere is no transfer.",
      sources: ["SP39"],
      confidence: "H",
      revision: 1,
    },
  ],
  people: [{ id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: [] }],
  sources: [{ id: "SP39", title: "Secret protocol", status: "read" }],
});

const terms = new Map([["annexed", { id: "annexed", term: "annexed", meaning: "Made part of a state." }]]);

function read(text: string) {
  const problems = new Problems();
  const { blocks } = readLessonBody("l.md", text, { facts, figures: new Set(["spheres"]), terms }, problems);
  return { blocks, problems: problems.list().map(({ line, message, remedy }) => `${line}: ${message} → ${remedy}`) };
}

/** The only passage of a text without problems. */
function passage(text: string) {
  const { blocks, problems } = read(text);
  expect(problems).toEqual([]);
  const [only] = blocks;
  if (only?.type !== "passage") throw new Error("no passage");
  return only;
}

const words = (text: string) => plain(passage(`:::passage{#p}\n${text}\n:::`).inlines).replaceAll("\u00A0", " ");

describe("The text of a lesson", () => {
  test("Headings, passages, what people get wrong and figures come out in order", () => {
    const { blocks, problems } = read(
      "## The night\n\n:::passage{#one}\nWords.\n:::\n\n::figure{id=spheres}\n\n:::wrong\nNo.\n\nNor this.\n:::\n\n:::passage{#two}\nMore.\n:::\n",
    );
    expect(problems).toEqual([]);
    expect(blocks.map((block): string => block.type)).toEqual(["heading", "passage", "figure", "wrong", "passage"]);
    expect(blocks.flatMap((block) => (block.type === "passage" ? [[block.id, block.number]] : []))).toEqual([
      ["one", 1],
      ["two", 2],
    ]);
  });

  test("A date is quoted from its fact, in the form that is asked for", () => {
    expect(words("On :date[pact-1939].")).toBe("On 23 August 1939.");
    expect(words('On :date[pact-1939]{form="day-month"}.')).toBe("On 23 August.");
    expect(words("In :date[pact-1939]{form=month-year}.")).toBe("In August 1939.");
    expect(words("In :date[pact-1939]{form=year}.")).toBe("In 1939.");
    expect(words("On :date[pact-1939]{which=also}.")).toBe("On 24 August 1939.");
  });

  test("Of a date from one day to another both ends can be quoted, or one", () => {
    expect(words("From :date[battle]{form=span}.")).toBe("From 17 July 1942 to 2 February 1943.");
    expect(words("It began on :date[battle]{end=from form=day-month}.")).toBe("It began on 17 July.");
    expect(words("It ended on :date[battle]{end=to}.")).toBe("It ended on 2 February 1943.");
  });

  test("A number is quoted from its figure, which the passage then names", () => {
    expect(words("They lost :number[losses].")).toBe("They lost 126,875 to 26.6 million.");
    expect(words("They lost :number[losses]{form=low}.")).toBe("They lost 126,875.");
    const { facts: named, inlines } = passage(":::passage{#p}\n:number[losses]{form=high} died.\n:::");
    expect(named).toEqual(["losses"]);
    expect(inlines[0]).toEqual({ type: "fact", factId: "losses", text: "26.6\u00A0million", date: false });
  });

  test("A word of the glossary keeps its own words, and a number that no fact has keeps its reason", () => {
    const { inlines } = passage(
      ':::passage{#p}\n:term[annexed]{id=annexed} was :exempt[about *a third*]{why="a share, computed"}\n:::',
    );
    expect(inlines[0]).toEqual({ type: "term", termId: "annexed", text: "annexed" });
    expect(inlines[2]).toMatchObject({ type: "exempt", why: "a share, computed" });
    expect(plain(inlines)).toBe("annexed was about a third");
  });

  test("A check has a question and its answer, and may lean on the passage above it", () => {
    const { blocks, problems } = read(
      ':::passage{#p}\nOn :date[pact-1939].\n:::\n\n:::check{question="Why \'then\'?" about="word-1939"}\nFor peace.\n:::\n',
    );
    expect(problems).toEqual([]);
    expect(blocks[1]).toEqual({
      type: "check",
      question: "Why ‘then’?",
      paragraphs: [[{ type: "text", text: "For peace." }]],
      facts: ["word-1939"],
    });
    const { typed } = readLessonBody(
      "l.md",
      ":::passage{#p}\nOn :date[pact-1939].\n:::\n\n:::check{question=When?}\nIn 1939.\n:::\n",
      { facts, figures: new Set(), terms },
      new Problems(),
    );
    expect(typed.map((block) => block.facts)).toEqual([["pact-1939"], ["pact-1939"]]);
  });

  test("Notes with sources are numbered through the lesson", () => {
    const one = (id: string) =>
      `::::passage{#${id}}\nWords.\n\n:::source{ids=SP39}\nA.\n:::\n\n:::note{label=B}\nC.\n:::\n::::\n\n`;
    const { blocks } = read(one("p") + one("q"));
    const notes = blocks.flatMap((block) => (block.type === "passage" ? block.notes : []));
    expect(notes.map((note) => (note.type === "source" ? note.number : "-"))).toEqual([1, "-", 2, "-"]);
  });

  test("What an author typed is kept with its lines, without what the fact base gave", () => {
    const { typed, exempt } = readLessonBody(
      "l.md",
      "## In 1939\n\n::::passage{#p}\nOn :date[pact-1939] and\n:fact[in *May*]{id=word-1939} :exempt[a third]{why=x}, [Lesson 3](/lessons/x).\n\n:::note{label=Two}\nMore.\n:::\n::::",
      { facts, figures: new Set(), terms },
      new Problems(),
      10,
    );
    expect(typed.map(({ words, heading }) => [heading, words])).toEqual([
      [true, [{ text: "In 1939", line: 10 }]],
      [
        undefined,
        [
          { text: "On \uFFFC and\nin May \uFFFC, \uFFFC.", line: 13 },
          { text: "Two", line: 16 },
          { text: "More.", line: 17 },
        ],
      ],
    ]);
    expect(exempt).toEqual(["a third"]);
  });

  test("Words quote a fact, and the passage then names it once", () => {
    const { facts: named, inlines } = passage(
      ":::passage{#p}\nThe :fact[*treaty's* text]{id=pact-1939} of :date[pact-1939].\n:::",
    );
    expect(named).toEqual(["pact-1939"]);
    expect(inlines[1]).toEqual({ type: "fact", factId: "pact-1939", text: "treaty’s text", date: false });
  });

  test("A passage may say what it is about without quoting it", () => {
    expect(passage(':::passage{#p about="pact-1939 word-1939"}\nWords.\n:::').facts).toEqual([
      "pact-1939",
      "word-1939",
    ]);
  });

  test("A person is named in full, or by surname", () => {
    expect(words(":person[molotov]'s desk; :person[molotov]{form=surname}")).toBe("Vyacheslav Molotov’s desk; Molotov");
  });

  test("Notes and sources stand in the margin of their passage", () => {
    const { notes } = passage(
      '::::passage{#p}\nWords.\n\n:::note{label="Where historians differ"}\nOne.\n\nTwo.\n:::\n\n:::source{ids="SP39"}\nThe text.\n:::\n::::',
    );
    expect(notes.map((note) => [note.type, note.label, note.paragraphs.length])).toEqual([
      ["note", "Where historians differ", 2],
      ["source", "Source", 1],
    ]);
    expect(notes[1]).toMatchObject({ sources: [{ id: "SP39", title: "Secret protocol" }] });
  });

  test("A paragraph broken over lines is one run of text", () => {
    expect(words("One\ntwo *three\nfour* five.")).toBe("One two three four five.");
  });

  test("A heading's address is never that of a passage", () => {
    const { blocks } = read("## One\n\n:::passage{#one}\nA.\n:::\n\n## One\n");
    const ids = blocks.flatMap((block: Block) => ("id" in block ? [block.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("What the format does not know is said with its line and what to do", () => {
  const inPassage = (text: string) => `:::passage{#p}\n${text}\n:::`;
  test.each([
    [
      "a paragraph outside a passage",
      "## H\n\nWords.",
      "3: a paragraph outside a passage may not stand here → Put it between `:::passage{#a-short-name}` and `:::`, so that it can be cited.",
    ],
    [
      "a heading of another depth",
      "### H",
      "1: a heading of depth 3 may not stand here → Write `## ` instead of `### `: a lesson has one depth of headings.",
    ],
    [
      "a list",
      ":::passage{#p}\n- a\n:::",
      "2: a list inside a passage may not stand here → A passage holds one paragraph, and `:::note` and `:::source` for its margin.",
    ],
    [
      "HTML",
      inPassage("A <b>word</b>."),
      "2: HTML (`<b>`) may not stand here → Use *emphasis*, **strong** and links; write `&lt;` for a plain <.",
    ],
    [
      "an image",
      inPassage("![x](y.png)"),
      "2: an image may not stand here → Use *emphasis*, **strong**, links, `:date[…]`, `:number[…]`, `:fact[…]{id=…}`, `:person[…]` and `:term[…]{id=…}`.",
    ],
    [
      "a script behind a link",
      inPassage("[x](javascript:alert)"),
      "2: a link to `javascript:alert` may not stand here → Link to https://…, to /lessons/…, or to #a-passage of this lesson.",
    ],
    [
      "a passage without a name",
      ":::passage\nA.\n:::",
      "1: this passage has no name → Write `:::passage{#a-short-name}`: the name is its address and stays when the words change.",
    ],
    [
      "two passages of one name",
      ":::passage{#p}\nA.\n:::\n\n:::passage{#p}\nB.\n:::",
      "5: two passages are named `p` → Give this one another name; the first is on line 1.",
    ],
    [
      "a second paragraph",
      inPassage("A.\n\nB."),
      "4: this passage has a second paragraph → A passage is one paragraph: give the second a passage of its own.",
    ],
    [
      "a passage without words",
      ":::passage{#p}\n:::",
      "1: this passage has no words → Write its paragraph, or take it out.",
    ],
    [
      "a container that is never closed",
      ":::passage{#p}\nA.",
      "1: `:::passage` is never closed → End it with a line of as many colons as it began with.",
    ],
    [
      "a note outside a passage",
      ":::note{label=x}\nA.\n:::",
      "1: `:::note` may not stand here → Put it inside a passage, and give the passage four colons: `::::passage{#name}` … `::::`.",
    ],
    [
      "a misspelt part",
      ":::pasage{#p}\nA.\n:::",
      "1: `:::pasage` may not stand here → Did you mean `passage`? A lesson is made of `## Headings`, `:::passage{#name}` … `:::`, `:::wrong` … `:::`, `:::check` … `:::` and `::figure{id=name}`.",
    ],
    [
      "a fact that is not there",
      inPassage("On :date[pact-1938]."),
      "2: there is no fact `pact-1938` → Did you mean `pact-1939`? Mend the id, or add the fact to facts/.",
    ],
    [
      "a person who is not there",
      inPassage(":person[molotow] came."),
      "2: there is no person `molotow` → Did you mean `molotov`? Mend the id, or add the person to facts/people.yaml.",
    ],
    [
      "a source that is not there",
      "::::passage{#p}\nA.\n:::source{ids=SP38}\nB.\n:::\n::::",
      "3: there is no source `SP38` → Did you mean `SP39`? Mend the id, or add the source to facts/sources.yaml.",
    ],
    [
      "a figure that is not there",
      "::figure{id=sphere}",
      "1: there is no figure `sphere` → Did you mean `spheres`? Mend the id, or add the figure to figures/.",
    ],
    [
      "a form that is not there",
      inPassage(":date[pact-1939]{form=short}"),
      '2: `form="short"` may not stand here → Write one of full, day-month, month-year, year, span.',
    ],
    [
      "a date that the fact has not",
      inPassage(":date[word-1939]"),
      "2: fact `word-1939` has no date → Add `date:` to the fact, or quote it with `:fact[words]{id=…}`.",
    ],
    [
      "a date with two ends, of one day",
      inPassage(":date[pact-1939]{form=span}"),
      "2: the date of `pact-1939` is not from one day to another → Leave `form` out: it is one date.",
    ],
    [
      "an end that is none",
      inPassage(":date[battle]{end=last}"),
      '2: `end="last"` may not stand here → Write `end="from"` or `end="to"`, or leave it out.',
    ],
    [
      "a number of what is no figure",
      inPassage(":number[pact-1939]"),
      "2: fact `pact-1939` is no figure → Quote it with `:fact[words]{id=…}`, or name a fact of `type: figure`.",
    ],
    [
      "a number that the figure has not",
      inPassage(":number[losses]{form=best}"),
      '2: figure `losses` has no `best` → It has `form="low"`, `form="high"`, `form="range"`.',
    ],
    [
      "a number in a form that is not there",
      inPassage(":number[losses]{form=middle}"),
      '2: `form="middle"` may not stand here → Write one of best, low, high, range.',
    ],
    [
      "a word that is not in the glossary",
      inPassage(":term[annexed]{id=anexed}"),
      "2: there is no term `anexed` → Did you mean `annexed`? Mend the id, or add the term to glossary.yaml.",
    ],
    [
      "a word without its id",
      inPassage(":term[annexed]"),
      "2: `:term` without an id may not stand here → Write `:term[the word shown]{id=term-id}`.",
    ],
    [
      "an exemption without its reason",
      inPassage(":exempt[a third]"),
      '2: `:exempt` without a reason → Write `:exempt[about a third]{why="computed from …"}`.',
    ],
    [
      "a check that asks nothing",
      ':::check{question="Because."}\nA.\n:::',
      '1: this check asks nothing → Write `:::check{question="What did the protocol annex?"}`.',
    ],
    [
      "a check without an answer",
      ":::check{question=Why?}\n:::",
      "1: this check has no answer → Write it: a short paragraph, found in the passage above.",
    ],
    [
      "another attribute",
      inPassage(":date[pact-1939]{from=x}"),
      "2: `date` has no `from` → It may have `form`, `which`, `end`.",
    ],
    [
      "an unknown quotation",
      inPassage(":dat[pact-1939]"),
      "2: `:dat` may not stand here → Did you mean `date`? Quote with `:date[fact-id]`, `:number[fact-id]`, `:fact[words]{id=fact-id}`, `:person[person-id]` or `:term[word]{id=term-id}`; if a plain colon was meant, put a space or a backslash before it.",
    ],
  ])("%s", (_, text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  test("Three colons around three colons are noticed", () => {
    const { problems } = read(":::passage{#p}\nA.\n\n:::note{label=x}\nB.\n:::\n:::\n");
    expect(problems.join("\n")).toContain("Give the outer of two nested parts four colons, the inner three.");
  });

  test("All slips of a lesson are said at once", () => {
    expect(read("Words.\n\n### H\n\n:::passage\n:date[x]\n:::").problems).toHaveLength(4);
  });
});
