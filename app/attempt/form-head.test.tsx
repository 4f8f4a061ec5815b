import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormHead, type FormHeadProps } from "./form-head";

const head = (state: FormHeadProps["state"]) =>
  renderToStaticMarkup(
    <FormHead
      attempt={{ id: "a", title: "The pact", practice: false }}
      clock={{ endsAt: "2026-10-05T09:04:00Z", timeFactor: 1, timeZone: "Europe/Riga" }}
      timeZone="Europe/Riga"
      state={state}
      savedAt={null}
      before={async () => {}}
    >
      ticks
    </FormHead>,
  );

test.each(["rest", "saving", "saved", "offline", "signed out", "done", "refused"] as const)(
  "While the attempt is open its clock is shown, however saving stands: %s",
  (state) => {
    expect(head(state)).toContain('role="timer"');
  },
);

test("An attempt that takes nothing more has no time left, so there is no clock beside the notice that says it", () => {
  expect(head("closed")).not.toContain('role="timer"');
  expect(head("closed")).toContain("Not saved");
});
