import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnswerRow, ReadBy } from "./answer";

test("A term that is written to the learner has words for other readers too", () => {
  const html = renderToStaticMarkup(<AnswerRow term="You filled in">1939</AnswerRow>);
  expect(html).toMatch(/<span[^>]*>You filled in<\/span><span[^>]*>Filled in<\/span>/);
  expect(renderToStaticMarkup(<AnswerRow term="Your class">10B</AnswerRow>)).toContain(">Your class</dt>");
});

test("Who reads is said once, around the answers", () => {
  expect(renderToStaticMarkup(<ReadBy others>x</ReadBy>)).toBe('<div data-read-by="others">x</div>');
  expect(renderToStaticMarkup(<ReadBy others={false}>x</ReadBy>)).toBe("x");
});
