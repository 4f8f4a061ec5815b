import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SlipHead } from "./slip-head";

const head = (outOfTime: boolean) =>
  renderToStaticMarkup(
    <SlipHead
      label="Result"
      attempt={
        {
          ...{ title: "Pact", number: 1, points: 3, maxPoints: 9, practice: false, timeZone: "Europe/Riga", outOfTime },
          submittedAt: new Date("2026-10-05T10:00:00Z"),
          learner: { displayName: "Anna" },
          assignment: { title: "Pact", className: "9b", lateBy: 0, deduction: 0, counts: 3 },
        } as ComponentProps<typeof SlipHead>["attempt"]
      }
    />,
  );

test("The head of a slip says that the time was over when it came in, and nothing of it otherwise", () => {
  expect(head(true)).toContain("Its time was over when it was handed in.");
  expect(head(false)).not.toContain("time was over");
});
