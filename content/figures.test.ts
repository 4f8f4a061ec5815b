import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileCourse } from "./compile";
import { writeTinyCourse } from "./fixtures/tiny-course";
import { problemLine } from "./problems";

const map = path.join(process.cwd(), "content/map");
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

const numbers = {
  file: "facts/numbers.yaml",
  to: ["dead, best: 900", "dead-east, best: 500", "tons, best: 3, unit: tons", "recalled, best: 7, recalled: true"]
    .map((line) => {
      const [id, ...fields] = line.split(", ");
      const confidence = line.includes("recalled: true") ? "L" : "H";
      const unit = line.includes("unit:") ? "" : "unit: people, ";
      return `- { id: ${id}, type: figure, name: Number ${id}, statement: So many., what: dead, ${unit}${fields.join(", ")}, estimateBy: The ministry, sources: [K], confidence: ${confidence} }\n`;
    })
    .join(""),
};

/** The tiny course with another figure in the place of its own. */
function compile(lines: string) {
  const { folder, root } = writeTinyCourse([
    numbers,
    {
      file: "figures/memel.yaml",
      to: `id: memel\ntitle: What it shows\ndescription: It shows this and that.\ncaption: A finding.\n${lines}`,
    },
  ]);
  roots.push(root);
  const { course, problems } = compileCourse(folder, { root, map });
  return { figure: course?.figures[0], problems };
}

describe("A figure drawn from facts", () => {
  test("of changes has its layers, its key and its table from the transfers", () => {
    const { figure, problems } = compile("type: changes\ntransfers: [memel-1939]\n");
    expect(problems.map(problemLine)).toEqual([]);
    expect(figure).toMatchObject({
      type: "map",
      map: "europe",
      layers: [{ label: "To Germany, March 1939", territories: ["memel-territory"] }],
      table: {
        rows: [
          ["Memel Territory", "Lithuania", "Germany", expect.stringMatching(/^ceded; an ultimatum/), expect.anything()],
        ],
      },
    });
  });

  test("of bars marks what was only recalled, in the picture and in the table", () => {
    const { figure, problems } = compile(
      "type: bars\nbars: [{ fact: dead, label: One }, { fact: recalled, label: Two }]\n",
    );
    expect(problems.map(problemLine)).toEqual([]);
    expect(figure).toMatchObject({
      type: "bars",
      bars: [{ unsure: false }, { unsure: true, text: "7" }],
      table: {
        rows: [expect.arrayContaining(["seen in a source"]), expect.arrayContaining(["recalled, not read again"])],
      },
    });
  });

  test("of signatures has a row an agreement and a column a person", () => {
    const { figure, problems } = compile("type: signatures\nwhere: { parties: [ussr] }\n");
    expect(problems.map(problemLine)).toEqual([]);
    expect(figure).toMatchObject({ type: "signatures", matrix: { rows: [{ factId: "pact-1939", unsure: true }] } });
  });

  test.each([
    ["a type that is none", "type: pie\n", 5, "`type` is not a type of figure", /map, changes, bars or signatures/],
    [
      "a transfer that is not there",
      "type: changes\ntransfers: [memel-1938]\n",
      6,
      "there is no fact `memel-1938`",
      /memel-1939/,
    ],
    [
      "a fact of another type",
      "type: changes\ntransfers: [pact-1939]\n",
      6,
      "fact `pact-1939` is of type agreement, not transfer",
      /type transfer/,
    ],
    [
      "lands of the other map",
      "type: changes\nmap: far-east\ntransfers: [memel-1939]\n",
      7,
      "none of these lands is on the map of the Far East",
      /other `map`/,
    ],
    [
      "a number that is not there",
      "type: bars\nbars:\n  - { fact: dead, label: A }\n  - { fact: deads, label: B }\n",
      8,
      "there is no fact `deads`",
      /Did you mean `dead`/,
    ],
    [
      "numbers of different things",
      "type: bars\nbars:\n  - { fact: dead, label: A }\n  - { fact: tons, label: B }\n",
      8,
      "`tons` counts tons, and the first bar people",
      /take it out/,
    ],
    [
      "a part that is more than its whole",
      "type: bars\npart: of which\nbars:\n  - { fact: dead-east, label: A, part: dead }\n  - { fact: dead, label: B }\n",
      8,
      "the part `dead` is more than the whole `dead-east`",
      /a part of it/,
    ],
    [
      "an agreement that is not there",
      "type: signatures\nagreements: [pact-1938]\n",
      6,
      "there is no fact `pact-1938`",
      /Did you mean `pact-1939`/,
    ],
    [
      "conditions that nothing meets",
      "type: signatures\nwhere: { from: 1950 }\n",
      6,
      "no agreement meets these conditions",
      /Loosen/,
    ],
    [
      "no agreements at all",
      "type: signatures\n",
      1,
      "a figure of signatures names its agreements in one way",
      /agreements: \[ids\]/,
    ],
  ])("with %s is a slip, with its place and what to do", (_, lines, line, message, remedy) => {
    expect(compile(lines).problems).toEqual([
      {
        file: expect.stringMatching(/figures\/memel\.yaml$/),
        line,
        message: expect.stringContaining(message),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });
});
