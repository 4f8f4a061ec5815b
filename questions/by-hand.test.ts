import { describe, expect, it, test } from "vitest";
import { nameByHand } from "./by-hand";
import { grade } from "./short-text/grade";
import { key as textKey, body as textBody } from "./short-text/schema";
import { key as setKey } from "./signatories/schema";

const molotov = { id: "molotov", name: "Vyacheslav Molotov", of: "person", accept: ["Молотов"] };

describe("a key written by hand", () => {
  const body = textBody.parse({ asks: "person" });
  const henry = textKey.parse({
    right: [{ id: "henry-vii", name: "Henry VII", of: "person" }],
    others: [{ id: "henry-viii", name: "Henry VIII", of: "person" }],
  });
  const known = textKey.parse({ right: [molotov] });

  test.each([
    ["Henry VII", henry, 1],
    ["Henry the Seventh", henry, 1],
    ["Henry VIII", henry, 0],
    ["Молотов", known, 1],
    ["Molotow", known, 1],
    ["Moltov", known, 1],
    ["Ribbentrop", known, 0],
  ] as const)("needs names only: %s", (text, key, earns) => {
    expect(grade({ text }, key, body)).toMatchObject({ state: "scored", fraction: earns });
  });

  it("tells by which of its forms a name was known", () => {
    expect(grade({ text: "Молотов" }, known, body)).toMatchObject({
      receipt: { matched: [{ as: "Vyacheslav Molotov", by: "also written Молотов" }] },
    });
  });

  it("may leave out of a set what says nothing", () => {
    const read = setKey.parse({ members: [{ id: "molotov" }], cast: [molotov] });
    expect(read).toMatchObject({ members: [{ aliases: [] }], cast: [{ surnames: ["molotov"] }], kin: [] });
  });

  test.each([
    null,
    5,
    "Molotov",
    [],
    {},
    { id: "x", name: "X" },
    { ...molotov, of: "ship" },
    { ...molotov, accept: 3 },
  ])("is left to the schema when it is no name: %j", (sent) => {
    expect(nameByHand(sent)).toBe(sent);
    expect(textKey.safeParse({ right: [sent] }).success).toBe(false);
  });
});
