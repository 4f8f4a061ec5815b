import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { pricesOf } from "./prices";
import type { QuestionFormProps } from "./question-form";
import { QuestionForm } from "./question-form";

vi.mock("@/questions/players", () => ({
  Player: ({ name }: { name: string }) => <input name={`${name}.text`} aria-label="Answer" />,
}));

const question: QuestionFormProps["question"] = {
  position: 2,
  number: 2,
  points: 2,
  kind: "date",
  prompt: "When was it signed?",
  body: {},
  version: "0198c5a0-0000-7000-8000-000000000001",
  fields: {},
  answered: false,
  flagged: false,
  savedAt: null,
  certainty: null,
  hints: [],
  tries: [],
  triesLeft: 0,
  closed: false,
};
const plain = { certainty: false, tries: 1, penalty: 0 };
const feedback = { answers: [] };

function page(
  rules: Partial<typeof plain>,
  more: Partial<typeof question> = {},
  nothingToCheck = false,
  clock: QuestionFormProps["clock"] = null,
) {
  return renderToStaticMarkup(
    <QuestionForm
      attempt={{ id: "a", title: "The pact", rules: { ...plain, ...rules }, practice: false }}
      clock={clock}
      timeZone="Europe/Riga"
      ticks={[1, 2, 3].map((position) => ({ position, number: position, answered: false, flagged: false }))}
      question={{ ...question, ...more }}
      prices={pricesOf({ ...plain, ...rules }, { ...question, ...more })}
      nothingToCheck={nothingToCheck}
    />,
  );
}

const buttons = (html: string) => [...html.matchAll(/<button(?=[^>]* value="(try|hint)")[^>]*>(.*?)<\/button>/g)];

describe("the page of a question, as it is without script", () => {
  test("says which version is answered, and asks nothing that the rules do not", () => {
    const html = page({});
    expect(html).toContain(`<input type="hidden" name="version" value="${question.version}"/>`);
    expect(html).not.toContain('name="certainty"');
    expect(buttons(html)).toHaveLength(0);
  });

  test("has a clock only when there is one: it says when it ends, and whose time is longer", () => {
    expect(page({})).not.toContain('role="timer"');
    const clock = { endsAt: "2026-10-05T09:04:00Z", timeFactor: 1.5, timeZone: "Europe/Riga" };
    const text = page({}, {}, false, clock).replace(/<[^>]*>/g, "");
    expect(text).toContain("Ends 5 October 2026, 12:04");
    expect(text).toContain("Your extra time is in it (× 1.5).");
  });

  test("asks how sure, in points for this question, and keeps what was said", () => {
    const html = page({ certainty: true }, { certainty: "middle" });
    expect(html.match(/name="certainty"/g)).toHaveLength(3);
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="certainty-note"[^>]*><legend>How sure are you\?<\/legend>/);
    const text = html.replace(/<[^>]*>/g, "");
    for (const stake of ["Low: +⅔ or 0", "Middle: +1⅓ or −1⅓", "High: +2 or −4"]) expect(text).toContain(stake);
    expect(html).toMatch(/value="middle"[^>]* checked=""|checked=""[^>]* value="middle"/);
  });

  test("has an answer checked by a button of the form itself, with its own address", () => {
    const html = page({ tries: 3, penalty: 1 / 3 }, { triesLeft: 3 });
    expect(buttons(html)).toHaveLength(1);
    expect(html).toMatch(/<button[^>]*formAction="\/api\/attempts\/a\/responses\/2\/try"[^>]*>Check this answer</i);
    expect(html).toContain("The first costs nothing, each one after it ⅔ of a point.");
  });

  test("tells how the last check went, and what the next costs", () => {
    const html = page(
      { tries: 3, penalty: 1 / 3 },
      { triesLeft: 2, tries: [{ number: 1, fraction: 0.5, right: false, read: "1939", feedback }] },
    );
    expect(html).toContain("Partly right: a half");
    expect(html).toContain("2 tries are left. The next one costs ⅔ of a point.");
  });

  test("of a question that takes no more answers has its fields disabled and no way to ask", () => {
    const html = page(
      { tries: 2, certainty: true },
      {
        closed: true,
        tries: [{ number: 1, fraction: 1, right: true, read: "23 August 1939", feedback }],
        hints: [{ cost: 0.25 }],
      },
    );
    expect(html.match(/<fieldset[^>]*disabled=""/g)).toHaveLength(2);
    expect(buttons(html)).toHaveLength(0);
    expect(html).toContain("This question is settled");
  });

  test("says when there was nothing to check", () => {
    const html = page({ tries: 3 }, { triesLeft: 3 }, true);
    expect(html).toContain("There is nothing to check yet");
  });

  test("shows the hints that were taken and the price of the next, and no other", () => {
    const html = page({}, { hints: [{ cost: 0.25, text: "It was a Wednesday." }, { cost: 0.5 }] });
    expect(html).toContain("It was a Wednesday.");
    expect(html).toContain('name="taken" value="1"');
    expect(buttons(html).map((found) => found[2])).toEqual(["Show another hint (costs ½ of the points)"]);
  });
});
