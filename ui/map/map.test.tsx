import { geoConicConformal } from "d3-geo";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MapFigure, MapKey, states, territories, unit, viewOf, viewOfLands } from ".";
import drawn from "./europe-1938.json";
import { outline, project, unproject, whole } from "./geometry";
import { letter } from "./lettering";
import { letterPlaces } from "./letters";

const degrees = fc.tuple(fc.double({ min: 5, max: 50, noNaN: true }), fc.double({ min: 42, max: 72, noNaN: true }));

describe("the map's geometry", () => {
  it("puts a point where the shapes were drawn", () => {
    const { parallels, meridian, scale, translate } = drawn.projection;
    const d3 = geoConicConformal()
      .parallels(parallels as [number, number])
      .rotate([-meridian, 0])
      .scale(scale)
      .translate(translate as [number, number]);
    fc.assert(
      fc.property(degrees, ([lon, lat]) => {
        const [x, y] = d3([lon, lat])!;
        const [ownX, ownY] = project(lon, lat);
        expect(Math.hypot(x - ownX, y - ownY)).toBeLessThan(0.01);
      }),
    );
  });

  it("finds the degrees of a point that was pressed", () => {
    fc.assert(
      fc.property(degrees, ([lon, lat]) => {
        const [ownLon, ownLat] = unproject(project(lon, lat));
        expect(Math.max(Math.abs(ownLon - lon), Math.abs(ownLat - lat))).toBeLessThan(1e-9);
      }),
    );
  });

  it("bends the edges of a box in degrees as the map is bent", () => {
    const path = outline([
      [20, 50],
      [30, 55],
    ]);
    const corner = (lon: number, lat: number) => project(lon, lat).map((each) => Math.round(each * 10) / 10);
    for (const [lon, lat] of [
      [20, 55],
      [30, 55],
      [30, 50],
      [20, 50],
      [25, 55],
    ] as const)
      expect(path).toContain(corner(lon, lat).join(" "));
    expect(path).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)+z$/);
  });

  it("shows a frame whole, and all of the drawing at most", () => {
    const view = viewOf([
      [15, 44],
      [34, 61],
    ]);
    for (const [lon, lat] of [
      [15, 44],
      [34, 44],
      [15, 61],
      [34, 61],
      [24, 44],
      [24, 61],
    ] as const) {
      const [x, y] = project(lon, lat);
      expect(x).toBeGreaterThanOrEqual(view.x - 0.1);
      expect(x).toBeLessThanOrEqual(view.x + view.width + 0.1);
      expect(y).toBeGreaterThanOrEqual(view.y - 0.1);
      expect(y).toBeLessThanOrEqual(view.y + view.height + 0.1);
    }
    const widest = viewOf([
      [-180, 1],
      [180, 89],
    ]);
    expect(widest.width).toBeLessThan(whole.width + 200);
  });

  it("shows the lands it is asked for, and everything when it knows none of them", () => {
    const view = viewOfLands(["estonia", "hertza"]);
    for (const id of ["estonia", "hertza"]) {
      const [left, top, right, bottom] = territories[id]!.bounds;
      expect(left > view.x && right < view.x + view.width && top > view.y && bottom < view.y + view.height).toBe(true);
    }
    expect(viewOfLands(["atlantis"])).toEqual(whole);
  });
});

describe("letters", () => {
  const ids = Object.keys(territories);

  it("stand at least 24 px apart on a screen of 320, inside the map, whatever is offered", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 14 }), (offered) => {
        const home = viewOfLands(offered);
        const placed = letterPlaces(offered, home, home, 51);
        const k = unit(home);
        placed.forEach(({ at: [x, y] }, index) => {
          expect(x >= home.x && x <= home.x + home.width && y >= home.y && y <= home.y + home.height).toBe(true);
          for (const other of placed.slice(index + 1))
            expect(Math.hypot(x - other.at[0], y - other.at[1]) / k).toBeGreaterThan(48);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("do not cover a small land, but stand beside it with a leader", () => {
    const view = viewOf([
      [15, 43.4],
      [34, 61],
    ]);
    const [hertza] = letterPlaces(["hertza", "bessarabia", "northern-bukovina"], view, view, 51);
    const [left, top, right, bottom] = territories.hertza!.bounds;
    const reach = 13 * unit(view);
    const [x, y] = hertza!.at;
    expect(x + reach < left || x - reach > right || y + reach < top || y - reach > bottom).toBe(true);
    expect(hertza!.anchor).toEqual(territories.hertza!.at);
  });

  it("stand where they stand for everyone: the same lands give the same places", () => {
    const view = viewOfLands(ids);
    expect(letterPlaces(ids, view, view, 51)).toEqual(letterPlaces(ids, view, view, 51));
  });
});

describe("lettering", () => {
  const view = viewOf([
    [15, 43.4],
    [34, 61],
  ]);

  it("names a state whose own middle is out of sight in the part that is seen", () => {
    expect(states.ussr!.at[0]).toBeGreaterThan(view.x + view.width);
    const name = letter(view, 13).find(({ lines }) => lines.join(" ") === "SOVIET UNION")!;
    expect(name.at[0]).toBeLessThan(view.x + view.width);
  });

  it("keeps clear of letters and of the buttons' corner", () => {
    const at = states.poland!.at;
    const names = letter(view, 13, {
      clear: [{ at, radius: 40 }],
      corner: { x: "right", y: "top", wide: 62, tall: 162 },
    });
    for (const {
      at: [x, y],
    } of names) {
      expect(Math.abs(x - at[0]) < 38 && Math.abs(y - at[1]) < 38).toBe(false);
      expect(x > view.x + view.width - 62 * unit(view) && y < view.y + 162 * unit(view)).toBe(false);
    }
  });

  it("names the cities it is asked for and no others", () => {
    const cities = letter(view, 13, { cities: ["riga", "atlantis"] }).filter(({ sort }) => sort === "city");
    expect(cities.map(({ lines }) => lines[0])).toEqual(["Riga"]);
  });

  it("shows fewer names where type is larger, never overlapping ones", () => {
    expect(letter(view, 24).length).toBeLessThan(letter(view, 13).length);
  });
});

describe("a figure's map", () => {
  const figure = {
    id: "spheres-1939",
    title: "Spheres of interest",
    description: "Estonia and Latvia fell to the Soviet sphere.",
    frame: [
      [15, 44],
      [34, 62],
    ],
    layers: [{ label: "Soviet sphere", style: "y39", territories: ["estonia", "latvia"], states: ["finland"] }],
    cities: ["riga"],
  } as const;
  const markup = renderToStaticMarkup(<MapFigure figure={figure} />);

  it("is one picture with a name and a description", () => {
    expect(markup).toContain('role="img" aria-label="Spheres of interest" aria-describedby="map-spheres-1939-desc"');
    expect(markup).toContain("Estonia and Latvia fell to the Soviet sphere.");
  });

  it("carries no geometry and no inline style", () => {
    expect(markup).toContain('.svg#territory-estonia"');
    expect(markup).not.toMatch(/ style=/);
    expect(markup.length).toBeLessThan(20_000);
  });

  it("has a key that says what each hue and pattern means", () => {
    expect(renderToStaticMarkup(<MapKey figure={figure} />)).toContain("Soviet sphere");
  });
});
