import { describe, expect, test } from "vitest";

import { isSameOrigin } from "./same-origin";

const at = (headers: Record<string, string>) => isSameOrigin(new Headers({ host: "school.example:3000", ...headers }));

describe("a request that changes something", () => {
  test.each([
    ["a page of ours, by a browser on a school's network", { origin: "http://school.example:3000" }],
    [
      "a page of ours, by a browser on https",
      { origin: "https://school.example:3000", "sec-fetch-site": "same-origin" },
    ],
    ["a page that hides its address, where the browser vouches", { origin: "null", "sec-fetch-site": "same-origin" }],
    ["a browser that says only the site", { "sec-fetch-site": "same-origin" }],
  ])("is taken from %s", (_, headers) => {
    expect(at(headers)).toBe(true);
  });

  test.each([
    ["another site", { origin: "https://elsewhere.example" }],
    ["another port of the same host", { origin: "http://school.example:8080" }],
    ["a neighbouring site", { "sec-fetch-site": "same-site" }],
    ["another site that forges no header", { "sec-fetch-site": "cross-site", origin: "http://school.example:3000" }],
    ["nowhere in particular", {}],
    ["a page that hides its address", { origin: "null" }],
    ["a link typed by hand", { "sec-fetch-site": "none" }],
    ["an origin that is none", { origin: "school.example:3000" }],
  ])("is refused from %s", (_, headers) => {
    expect(at(headers)).toBe(false);
  });

  test("is compared with the address that the visitor used, when a proxy stands before us", () => {
    const proxied = { "x-forwarded-host": "annals.example", "x-forwarded-proto": "https" };
    expect(at({ ...proxied, origin: "https://annals.example" })).toBe(true);
    expect(at({ ...proxied, origin: "http://school.example:3000" })).toBe(false);
  });
});
