import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Rows, type Row } from "./rows";

const elements = (cells: Row["cells"]) =>
  renderToStaticMarkup(
    <table>
      <Rows classId="c" columns={cells.map((_, place) => `a${place}`)} from={1} rows={[{ ...learner, cells }]} />
    </table>,
  ).match(/<\w/g)!.length;
const learner = { personId: "p", displayName: "Anna Āboliņa" };

test("a score is a cell and a link, and a total a cell: a large class has tens of thousands of them", () => {
  const bare = elements([]);
  expect(elements(["1 80"]) - bare).toBe(2);
  expect(elements([["80.0"]]) - bare).toBe(1);
  expect(elements(Array.from({ length: 40 }, () => "0 100")) - bare).toBe(80);
});
