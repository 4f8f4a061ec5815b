"use client";

import { useId } from "react";

/**
 * A class's clock, chosen from a list by continent. The zones come as one line with spaces between: as options they would
 * be in the page twice.
 */
export function ZoneField({
  zones,
  zone,
  school,
}: {
  zones: string;
  /** The one that is set; empty: the school's. */
  zone: string;
  school: string;
}) {
  const id = useId();
  const all = zones.split(" ");
  return (
    <div className="field">
      <label htmlFor={id}>The class’s clock</label>
      <select id={id} name="timeZone" defaultValue={zone} aria-describedby={`${id}-hint`} autoComplete="off">
        <option value="">{`The school’s clock (${zoneWords(school)})`}</option>
        {[...new Set(all.map(continentOf))].map((continent) => {
          const options = all
            .filter((each) => continentOf(each) === continent)
            .map((each) => ({ each, words: zoneWords(each) }))
            .sort((a, b) => (a.words < b.words ? -1 : 1))
            .map(({ each, words }) => (
              <option key={each} value={each}>
                {words}
              </option>
            ));
          return continent === "" ? (
            options
          ) : (
            <optgroup key={continent} label={oceans.has(continent) ? `${continent} Ocean` : continent}>
              {options}
            </optgroup>
          );
        })}
      </select>
      <p className="under" id={`${id}-hint`}>
        Choose the city by whose clocks you teach. Dates that are set stay the same moments.
      </p>
    </div>
  );
}

const oceans = new Set(["Arctic", "Atlantic", "Indian", "Pacific"]);

/** Empty of a zone of no place, as 'UTC'. */
function continentOf(zone: string): string {
  return zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "";
}

/** 'Buenos Aires (Argentina)' of 'America/Argentina/Buenos_Aires': the city first, which a list finds by its letters. */
function zoneWords(zone: string): string {
  const [city, ...around] = zone
    .replaceAll("_", " ")
    .split("/")
    .slice(zone.includes("/") ? 1 : 0)
    .reverse();
  return around.length > 0 ? `${city} (${around.join(", ")})` : city!;
}
