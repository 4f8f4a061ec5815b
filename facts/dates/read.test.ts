import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readDate, toEdtf, type DateReading } from ".";

const read = (text: string, century = 1900) => readDate(text, { century });

/** A reading in one word, so that tables stay readable. */
function short(reading: DateReading): string {
  switch (reading.state) {
    case "read":
      return toEdtf(reading.date);
    case "ambiguous":
      return reading.meanings.map(toEdtf).join(" or ");
    case "partial":
      return `${reading.month}${reading.day === undefined ? "" : `/${reading.day}`} of no year`;
    default:
      return reading.state;
  }
}

describe("23 August 1939 is read however it is written", () => {
  test.each([
    "23.8.1939",
    "1939-08-23",
    "23 Aug. 1939",
    "August 23rd, 1939",
    "23. August 1939",
    "23 августа 1939 г.",
    "23.8.39",
    "23.08.39",
    "23/8/1939",
    "23/08/1939",
    "8/23/1939",
    "23-8-1939",
    "23–8–1939",
    "1939/8/23",
    "1939.08.23",
    "the 23rd of August 1939",
    "23rd August, 1939",
    "August 23 1939",
    "Aug 23, '39",
    "23 AUGUST 1939",
    "23/VIII/1939",
    "23. VIII. 1939",
    "23 viii 39",
    "Wed 23 August 1939",
    "Wednesday, August 23, 1939",
    "Mittwoch, den 23. August 1939",
    "am 23ten August 1939",
    "среда, 23 августа 1939 года",
    "23-го августа 1939 года",
    "23-й август 1939",
    "23 А́вгуста 1939",
    "23\u00a0August\u00a01939",
    "  23   August   1939  ",
    "23Aug1939",
    "23августа1939",
    "２３．８．１９３９",
    "٢٣/٨/١٩٣٩",
    "२३/८/१९३९",
    "1939年8月23日",
    "23 Agust 1939",
    "23 Augsut 1939",
    "23 Augusst 1939",
    "23 авгста 1939",
    "19390823",
    "23081939",
    "1939, August 23",
    "1939 23 August",
    "“23 August 1939”",
    "\u200e23 August 1939\u200f",
    "23 August 1939.",
  ])("%s", (text) => {
    expect(short(read(text))).toBe("1939-08-23");
  });
});

describe("other dates", () => {
  test.each([
    ["4 Septmber 1939", "1939-09-04"],
    ["Sept 1st 1939", "1939-09-01"],
    ["1 сентября 1939", "1939-09-01"],
    ["15 März 1939", "1939-03-15"],
    ["15. Maerz 1939", "1939-03-15"],
    ["9 мая 1945", "1945-05-09"],
    ["2. Jänner 1942", "1942-01-02"],
    ["Aug 1939", "1939-08"],
    ["8/1939", "1939-08"],
    ["1939-08", "1939-08"],
    ["VIII 1939", "1939-08"],
    ["август 1939 г.", "1939-08"],
    ["Jume 1940", "1940-06"],
    ["1939", "1939"],
    ["in 1939", "1939"],
    ["'39", "1939"],
    ["9/9/1939", "1939-09-09"],
    ["29.2.1940", "1940-02-29"],
    ["c. 1939", "1939~"],
    ["около 1939", "1939~"],
    ["23 August 1939?", "1939-08-23?"],
    ["44 BC", "-0043"],
    ["29 to 30 September 1938", "1938-09-29/1938-09-30"],
    ["29-30 September 1938", "1938-09-29/1938-09-30"],
    ["29./30. September 1938", "1938-09-29/1938-09-30"],
    ["29 and 30 September 1938", "1938-09-29/1938-09-30"],
    ["September 29-30, 1938", "1938-09-29/1938-09-30"],
    ["September 3-4, 1939", "1939-09-03/1939-09-04"],
    ["29–30.9.1938", "1938-09-29/1938-09-30"],
    ["29.9.1938-30.9.1938", "1938-09-29/1938-09-30"],
    ["1938-09-29/1938-09-30", "1938-09-29/1938-09-30"],
    ["с 29 по 30 сентября 1938 г.", "1938-09-29/1938-09-30"],
    ["vom 29. bis 30. September 1938", "1938-09-29/1938-09-30"],
    ["30 September to 1 October 1938", "1938-09-30/1938-10-01"],
    ["June–August 1940", "1940-06/1940-08"],
    ["1938-39", "1938/1939"],
    ["1914-18", "1914/1918"],
  ])("%s is %s", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });
});

describe("what can be read in two ways is asked, not guessed", () => {
  test.each([
    ["3/9/1939", "1939-09-03 or 1939-03-09"],
    ["3.9.1939", "1939-09-03 or 1939-03-09"],
    ["03-09-39", "1939-09-03 or 1939-03-09"],
    ["10.11.12", "1912-11-10 or 1912-10-11"],
    ["٣/٩/١٩٣٩", "1939-09-03 or 1939-03-09"],
  ])("%s", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  it("takes the weekday for the writer's own word on which is meant", () => {
    expect(short(read("Sunday 3/9/1939"))).toBe("1939-09-03");
    expect(short(read("Thursday 3/9/1939"))).toBe("1939-03-09");
    expect(short(read("Monday 3/9/1939"))).toBe("1939-09-03 or 1939-03-09");
  });

  it("reads a year, a month and a day in that order without asking", () => {
    expect(short(read("1939-03-09"))).toBe("1939-03-09");
    expect(short(read("1939/3/9"))).toBe("1939-03-09");
  });
});

describe("what is missing or impossible is said", () => {
  test.each([
    ["31 June 1939", "There is no 31 June: June has 30 days."],
    ["31.6.1939", "There is no 31 June: June has 30 days."],
    ["29 Feb 1939", "There was no 29 February in 1939: it was not a leap year."],
    ["23.13.1939", "There is no month 13."],
    ["45 August 1939", "I find two years and no day in that."],
    ["0 August 1939", "There is no day 0 in a month."],
    ["3/8", "The year is missing."],
    ["23 or 24 August 1939", "Those are two dates. Write the one you mean."],
    ["30 to 29 June 1939", "The first of these dates is not before the second."],
    ["3-5.9.1939", "Write the month as a word, so that day and month cannot be mixed up."],
    ["Jule 1939", "I do not know the word ‘jule’ in a date."],
    ["the day of the pact", "I do not know the word ‘pact’ in a date."],
    ["0000", "There is no year 0."],
    ["23.8.0000", "There is no year 0."],
    ["-44", "Write a year before Christ with BC."],
    ["3.9.9", "Write the year with four digits."],
    ["😀", "That holds signs that no date has."],
    ["1e309", "I do not know the word ‘e’ in a date."],
    ["8", "One number alone: write the month and the year as well."],
  ])("%s: %s", (text, why) => {
    expect(read(text)).toEqual({ state: "unreadable", why });
  });

  test.each([
    ["23 August", "8/23 of no year"],
    ["23.8.", "8/23 of no year"],
    ["август", "8 of no year"],
    ["29 February", "2/29 of no year"],
  ])("%s is %s", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  it("is blank when nothing can be seen", () => {
    for (const text of ["", "   ", "\u00a0", "\u200b", "\n\t"]) expect(read(text).state).toBe("blank");
  });
});

describe("what was assumed is said", () => {
  it("names a month that was misspelt", () => {
    expect(read("23 Agust 1939")).toMatchObject({ notes: ["‘agust’ is taken for August."] });
  });

  it("names a weekday that the day was not", () => {
    expect(read("Tue 23 August 1939")).toMatchObject({ notes: ["23 August 1939 was a Wednesday, not a Tuesday."] });
  });
});

test("Two-digit years belong to the century of the course", () => {
  expect(short(read("2 Dec 52", 1800))).toBe("1852-12-02");
  expect(short(read("18.6.15", 1800))).toBe("1815-06-18");
});

describe("any text at all", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.string({ unit: fc.constantFrom(..."0123456789./-,' –йaugstX年"), maxLength: 24 }),
    fc
      .array(
        fc.constantFrom(
          "23",
          "8",
          "1939",
          "39",
          "August",
          "авг",
          "-",
          "/",
          ".",
          "to",
          "и",
          "rd",
          "BC",
          "Mon",
          "c",
          "'",
        ),
        {
          maxLength: 9,
        },
      )
      .map((pieces) => pieces.join("")),
  );

  it("is read as something, and never throws", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = read(text);
        if (reading.state === "read") expect(() => toEdtf(reading.date)).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });

  it("is looked at no longer than a date is long", () => {
    const began = performance.now();
    for (const piece of ["1", "a", " ", "23 August 1939 ", "é", "ﷺ", "-/", "\u0301"]) read(piece.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(1000);
    expect(read("1".repeat(100_000))).toEqual({ state: "unreadable", why: "That is longer than any date." });
    expect(short(read(`${" ".repeat(100_000)}1939`))).toBe("1939");
  });
});

test("Catalogue wording of another system is read alike where we read it at all", () => {
  const url = new URL("../../test/vectors/edtf/natural-language-en.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(url, "utf8")) as { cases: { text: string; edtf: string }[] };
  const differences = cases
    .map(({ text, edtf }) => ({ text, edtf, ours: short(read(text)) }))
    .filter(({ edtf, ours }) => ours !== edtf && ours !== "unreadable");
  expect(differences).toEqual([]);
  const alike = cases.filter(({ text, edtf }) => short(read(text)) === edtf).map(({ text }) => text);
  expect(alike).toEqual(expect.arrayContaining(["1860?", "c. 1860", "7/2008", "c1 AD", "1851-1852", "1861-67"]));
});
