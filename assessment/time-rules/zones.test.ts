import { describe, expect, test } from "vitest";
import { isTimeZone } from "./wall-clock";
import { nowCalled, offeredZones } from "./zones";

describe("the zones that are offered", () => {
  const zones = offeredZones("Europe/Riga");

  test("are many, each a zone and there once, by name, with UTC", () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(zones).toEqual([...new Set(zones)].sort());
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(zones).toContain("UTC");
  });

  test("have the names that they have today, whatever the platform calls them", () => {
    for (const zone of [
      "Europe/Kyiv",
      "Asia/Kolkata",
      "America/Argentina/Buenos_Aires",
      "America/Indiana/Indianapolis",
    ])
      expect(zones, zone).toContain(zone);
    for (const zone of ["Europe/Kiev", "Asia/Calcutta", "America/Buenos_Aires"])
      expect(zones, zone).not.toContain(zone);
  });

  test.each(["Europe/Riga", "UTC", "Europe/Kiev", "Etc/GMT+5", "EST5EDT"])(
    "have the one that is set among them: %s",
    (zone) => {
      expect(offeredZones(zone).filter((each) => each === nowCalled(zone))).toHaveLength(1);
    },
  );
});
