import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { nowCalled, offeredZones } from "@/assessment/time-rules";
import { ZoneField } from "./zone-field";

const drawn = (zone: string, followsSchool = false) => {
  const zones = offeredZones(zone).join(" ");
  const html = renderToStaticMarkup(
    <ZoneField zones={zones} zone={followsSchool ? "" : nowCalled(zone)} school="Europe/Riga" />,
  );
  return {
    zones,
    html,
    chosen: [...html.matchAll(/<option value="([^"]*)" selected="">([^<]*)/g)].map(([, ...of]) => of),
  };
};

test("A class's clock is chosen from a list by continent, in which a city is found by its first letters", () => {
  const { html, chosen } = drawn("America/Argentina/Buenos_Aires");
  expect(chosen).toEqual([["America/Argentina/Buenos_Aires", "Buenos Aires (Argentina)"]]);
  expect([...html.matchAll(/<optgroup label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    ...["Africa", "America", "Antarctica", "Arctic Ocean", "Asia", "Atlantic Ocean", "Australia", "Europe"],
    ...["Indian Ocean", "Pacific Ocean"],
  ]);
  expect(html).toContain('<option value="">The school’s clock (Riga)</option>');
  expect(html).toContain('<option value="UTC">UTC</option>');
  expect(html).toMatch(/<option value="America\/New_York">New York</);
});

test("The list has what is set chosen: the school's clock, UTC, a zone under an old name, one without a place", () => {
  expect(drawn("Europe/Riga", true).chosen).toEqual([["", "The school’s clock (Riga)"]]);
  expect(drawn("UTC").chosen).toEqual([["UTC", "UTC"]]);
  expect(drawn("Europe/Kiev").chosen).toEqual([["Europe/Kyiv", "Kyiv"]]);
  expect(drawn("EST5EDT").chosen).toEqual([["EST5EDT", "EST5EDT"]]);
});

test("The list weighs less than 30 KB, in markup and in what goes along for the script", () => {
  const { html, zones } = drawn("Europe/Riga");
  expect(html.length + zones.length).toBeLessThan(30_000);
});
