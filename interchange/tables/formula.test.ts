import fc from "fast-check";
import { describe, expect, test } from "vitest";
import injection from "@/test/vectors/strings/csv-injection.json";
import naughty from "@/test/vectors/strings/blns-sample.json";
import { guarded, looksLikeFormula, unguarded } from ".";

describe("what would be a formula gets an apostrophe", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+1+1", "'+1+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t'=1"],
    ["\rabc", "'\rabc"],
    ["\nabc", "'\nabc"],
    ["  =1", "'  =1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\u200b=1", "'\u200b=1"],
    ["\ufeff=1", "'\ufeff=1"],
    ["＝1+1", "'＝1+1"],
    ["＠x", "'＠x"],
    ["- a thought", "'- a thought"],
    ["-", "'-"],
    ["=", "'="],
    ["+372 5551 2345", "'+372 5551 2345"],
    ["-1e5", "'-1e5"],
    ["'=1", "''=1"],
    // In a country whose spreadsheets cut at semicolons
    [";=1+1", ";'=1+1"],
    ["a;=1+1;b", "a;'=1+1;b"],
    ["a\n=1", "a\n'=1"],
    ["a\r\n@b", "a\r\n'@b"],
    ["a\t-b", "a\t'-b"],
    ["Smith, J; =1", "Smith, J;' =1"],
    ["a; ＠x", "a;' ＠x"],
  ])("%j becomes %j", (text, cell) => {
    expect(guarded(text)).toBe(cell);
    expect(unguarded(cell)).toBe(text);
  });

  test.each([
    ...["", "Anna", "O'Brien", "'tis", "a=b", "a, -b", "1 - 2", "a; -b", "12", "-12", "+3.5", "-0,5", "-.5", "+1939"],
    ...["−5", "–", "#1", "%", "(=1)", "\u00a0", "Anna\nBob"],
  ])("%j stays as it is", (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
    expect(looksLikeFormula(text)).toBe(false);
  });

  test("in the published lists too", () => {
    for (const text of [...injection.payloads, ...injection.edgeCases]) {
      expect(guarded(text)).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r\n]/);
      expect(guarded(text)).not.toMatch(/[;\t\r\n][=+\-@]/);
    }
    for (const text of injection.mustStayNumbers) expect(guarded(text)).toBe(text);
  });

  test("and is taken away again without a trace, whatever the text", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("'", "=", "-", "+", "@", "＝", ";", "\t", "\r", "\n", " ", "a", "1", ".", '"', ","),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: "binary" }), fc.constantFrom(...naughty)), (text) => {
        const cell = guarded(text);
        expect(unguarded(cell)).toBe(text);
        if (!/^[+-][\d.,]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
        expect(cell).not.toMatch(/[;\t\r\n][=+\-@＝＋－＠]/);
      }),
      { numRuns: 2000 },
    );
  });
});
