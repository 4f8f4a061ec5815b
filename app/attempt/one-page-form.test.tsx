import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { OnePageForm, type PageQuestion } from "./one-page-form";
import { pricesOf } from "./prices";

vi.mock("@/questions/players", () => ({
  Player: ({ name }: { name: string }) => <input name={`${name}.text`} aria-label="Answer" />,
}));

const rules = { certainty: true, tries: 3, penalty: 0, onePage: true, shuffle: true };

function asked(position: number, number: number): PageQuestion {
  const question = {
    ...{ position, number, points: 1, kind: "date", prompt: `Question at ${position}`, body: {} },
    ...{ version: `version-of-${position}`, fields: {}, answered: false, flagged: position === 1, savedAt: null },
    ...{ certainty: null, hints: [{ cost: 0.25 }], tries: [], triesLeft: 3, closed: false },
  };
  return { ...question, prices: pricesOf(rules, question) };
}

const html = renderToStaticMarkup(
  <OnePageForm
    attempt={{ id: "a", title: "The pact", rules, practice: false }}
    clock={null}
    timeZone="Europe/Riga"
    questions={[asked(2, 1), asked(1, 2)]}
    nothingToCheck={1}
  />,
);

test("The page of all questions is one form, in which each question has fields and buttons of its own", () => {
  expect(html.match(/<form/g)).toHaveLength(1);
  expect(html).toContain('action="/api/attempts/a/responses"');
  expect(html).not.toContain("formAction");
  for (const position of [1, 2]) {
    expect(html).toContain(`name="version.${position}" value="version-of-${position}"`);
    expect(html.match(new RegExp(`name="certainty.${position}"`, "g"))).toHaveLength(3);
    for (const what of ["try", "hint"]) expect(html).toContain(`value="${what}.${position}"`);
    expect(html).toContain(`name="taken.${position}"`);
  }
  expect(html).toContain('value="flag.2"');
  expect(html).toContain('value="unflag.1"');
});

test("It shows the questions in the attempt's order, numbered as they come, with ticks that lead to them", () => {
  const text = html.replace(/<[^>]*>/g, " ");
  expect(text.indexOf("Question at 2")).toBeLessThan(text.indexOf("Question at 1"));
  expect(text).toMatch(/Question 1 of 2, 1 point\s+Question at 2/);
  expect([...html.matchAll(/<a href="#(q\d)"/g)].map(([, at]) => at)).toEqual(["q2", "q1"]);
});

test("No two things on it have one id, and it says where there was nothing to check", () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html.match(/There is nothing to check yet/g)).toHaveLength(1);
});
