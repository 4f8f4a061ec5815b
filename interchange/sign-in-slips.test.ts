import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { qrCode, signInSlips } from "./sign-in-slips";

const people = [
  { name: "Anna Kask", userName: "anna.kask", oneTimePassword: "abcd-efgh-jkmn", group: "Red" },
  { name: "Jüri Tamm", userName: "jyri", oneTimePassword: null },
];

describe("sign-in slips", () => {
  test("one each, in the given order, with the address as it is typed", () => {
    const slips = signInSlips(people, { address: "https://school.example/sign-in" });
    expect(slips.map(({ qr: _, ...slip }) => slip)).toEqual([
      { ...people[0], address: "school.example/sign-in" },
      { ...people[1], group: null, address: "school.example/sign-in" },
    ]);
    expect(signInSlips(people, { address: "http://10.0.0.2:3000/" })[0]!.address).toBe("http://10.0.0.2:3000");
  });

  test("the picture holds the address and no secret", () => {
    const [slip] = signInSlips(people, { address: "https://school.example/sign-in" });
    expect(slip!.qr).toEqual(qrCode("https://school.example/sign-in"));
  });

  test.each(["school.example", "javascript:alert(1)", "ftp://school.example", ""])("%j is no address", (address) => {
    expect(() => signInSlips(people, { address })).toThrow(TypeError);
  });

  test("the squares drawn are those of the code, with its margin", () => {
    const text = "https://school.example/join/KQT-7M4P";
    const { size, path, svg } = qrCode(text);
    const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let i = 0; i < Number(width); i++) dark[Number(y)]![Number(x) + i] = true;
    expect(dark).toEqual(encode(text, { ecc: "M", boostEcc: true, border: 4 }).data);
    expect(path.replace(/M\d+ \d+h(\d+)v1h-\1z/g, "")).toBe("");
    expect(
      dark
        .slice(0, 4)
        .flat()
        .concat(dark.map((row) => row[3]!)),
    ).not.toContain(true);
    expect(svg).not.toMatch(/style=|<script|on\w+=/);
  });
});
