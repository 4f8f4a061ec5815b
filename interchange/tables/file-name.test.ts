import fc from "fast-check";
import { describe, expect, test } from "vitest";
import naughty from "@/test/vectors/strings/blns-sample.json";
import { attachment, fileName } from ".";

const made = { at: new Date("2026-09-01T11:30:05Z"), timeZone: "Europe/Tallinn", ending: "csv" };

describe("a file's name", () => {
  test("says class, content and time by the class's clock, with its distance from UTC", () => {
    expect(fileName(["10B", "gradebook"], made)).toBe("10B gradebook 20260901T1430+0300.csv");
    expect(fileName(["10B", "gradebook"], { ...made, timeZone: "America/St_Johns" })).toBe(
      "10B gradebook 20260901T0900-0230.csv",
    );
  });

  test("tells the two hours apart that a clock shows twice", () => {
    const at = (iso: string) => fileName(["10B"], { ...made, at: new Date(iso) });
    expect(at("2026-10-25T00:30:00Z")).toBe("10B 20261025T0330+0300.csv");
    expect(at("2026-10-25T01:30:00Z")).toBe("10B 20261025T0330+0200.csv");
  });

  test.each([
    ["../../etc/passwd", "etc passwd gradebook"],
    ["9/A: “Ö”?", "9 A “Ö” gradebook"],
    ["\u202ecod.exe", "cod.exe gradebook"],
    ["…", "… gradebook"],
    [" . ", "gradebook"],
    ["10Б клас 🎓", "10Б клас 🎓 gradebook"],
  ])("of the class %j", (name, beginning) => {
    expect(fileName([name, "gradebook"], made)).toBe(`${beginning} 20260901T1430+0300.csv`);
  });

  test("fits a file system, whatever a class is called", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme", minLength: 200, maxLength: 300 }),
      fc.constantFrom(...naughty),
    );
    fc.assert(
      fc.property(name, (of) => {
        const file = fileName([of, "gradebook"], made);
        expect(file.endsWith("gradebook 20260901T1430+0300.csv")).toBe(true);
        expect(Buffer.byteLength(file)).toBeLessThan(255);
        expect(file).not.toMatch(/[\0-\x1f/\\:*?"<>|\u202e]|^[\s.]/);
      }),
    );
  });
});

describe("the header that names it", () => {
  test("in ASCII, and as it is", () => {
    expect(attachment('Łāčplēsis "10B" 100%.csv')).toBe(
      `attachment; filename="_acplesis _10B_ 100_.csv"; filename*=UTF-8''%C5%81%C4%81%C4%8Dpl%C4%93sis%20%2210B%22%20100%25.csv`,
    );
    expect(attachment("it's (2)*.csv")).toContain("filename*=UTF-8''it%27s%20%282%29%2A.csv");
  });

  test("any name comes back, and no header breaks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const header = attachment(name);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(header.match(/"/g)).toHaveLength(2);
        const [, coded] = /filename\*=UTF-8''([^;]*)$/.exec(header)!;
        expect(decodeURIComponent(coded!)).toBe(name.replace(/\p{Surrogate}/gu, "\ufffd"));
        expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
      }),
    );
  });
});
