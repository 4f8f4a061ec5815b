import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import { readDate, toEdtf, type DateReading } from ".";

// Many runs of a law take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

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
    ["45 August 1939", "There is no day 45 in a month."],
    ["1938 August 1939", "I find two years and no day in that."],
    ["0 August 1939", "There is no day 0 in a month."],
    ["3/8", "The year is missing."],
    ["23 or 24 August 1939", "Those are two dates. Write the one you mean."],
    ["30 to 29 June 1939", "The first of these dates is not before the second."],
    ["3-5.9.1939", "Write the month as a word, so that day and month cannot be mixed up."],
    ["Jule 1939", "I do not know the word ‘jule’ in a date."],
    ["the day of the pact", "I do not know the word ‘pact’ in a date."],
    ["0000", "There is no year 0."],
    ["23.8.0000", "There is no year 0."],
    ["year 0", "There is no year 0."],
    ["0", "There is no year 0."],
    ["32 August 1939", "There is no day 32 in a month."],
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
    const began = process.cpuUsage();
    for (const piece of ["1", "a", " ", "23 August 1939 ", "é", "ﷺ", "-/", "\u0301"]) read(piece.repeat(100_000));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
    expect(read("1".repeat(100_000))).toEqual({ state: "unreadable", why: "That is longer than any date." });
    expect(short(read(`${" ".repeat(100_000)}1939`))).toBe("1939");
  });
});

/** Catalogue wording that we read otherwise than the system it comes from, and why. */
const READ_OTHERWISE: Record<string, string> = {
  "before January 1928": "../1927-12: before leaves out what it names, and the range is open, not of unknown beginning",
  "after approx Summer 1928": "1928-23~/..: after leaves out what it names",
  "1857-mid 1860s": "1857/1866: the middle of a decade is its years 4 to 6",
  "day in Spring 1849": "1849-21: a season has no day to be unknown",
};

/** What we ask the writer to say more plainly, and why. */
const NOT_READ: Record<string, string> = {
  "active 17-19th Centuries": "'active' is no word of a date",
  "attic. 1802": "'attic.' is no word of a date",
  "decade somewhere during the 1800s": "it is not one decade",
  "1864 or 1866": "two dates are not one answer, and the first is not taken for both",
  "1870s, printed ca. 1880s": "two dates",
  "1915, from Camerawork, October 1916": "two dates",
};

test("Catalogue wording of another system is read alike, but for what is listed with its reason", () => {
  const url = new URL("../../test/vectors/edtf/natural-language-en.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(url, "utf8")) as { cases: { text: string; edtf: string | null }[] };
  for (const { text, edtf } of cases) {
    const ours = short(read(text));
    const expected = text in NOT_READ || edtf === null ? "unreadable" : (READ_OTHERWISE[text]?.split(": ")[0] ?? edtf);
    expect([text, ours]).toEqual([text, expected]);
  }
  expect(short(read("17-19th Centuries"))).toBe("16XX/18XX");
});

describe("seasons, parts of dates, decades and centuries", () => {
  test.each([
    ["autumn 1939", "1939-23"],
    ["fall of 1939", "1939-23"],
    ["осенью 1939 года", "1939-23"],
    ["im Herbst 1939", "1939-23"],
    ["восени 1939", "1939-23"],
    ["jesienią 1939", "1939-23"],
    ["automne 1939", "1939-23"],
    ["autum 1939", "1939-23"],
    ["summer 39", "1939-22"],
    ["winter 1939", "1939-24"],
    ["winter of 1939/40", "1939-24"],
    ["зима 1939-40", "1939-24"],
    ["spring to autumn 1940", "1940-21/1940-23"],
    ["early 1939", "1939-01/1939-04"],
    ["mid-1939", "1939-05/1939-08"],
    ["late 1939", "1939-09/1939-12"],
    ["early August 1939", "1939-08-01/1939-08-10"],
    ["mid-August 1939", "1939-08-11/1939-08-20"],
    ["late August 1939", "1939-08-21/1939-08-31"],
    ["late February 1940", "1940-02-21/1940-02-29"],
    ["Anfang August 1939", "1939-08-01/1939-08-10"],
    ["Mitte 1939", "1939-05/1939-08"],
    ["Ende 1939", "1939-09/1939-12"],
    ["в начале 1939 года", "1939-01/1939-04"],
    ["в конце августа 1939", "1939-08-21/1939-08-31"],
    ["early to mid-August 1939", "1939-08-01/1939-08-20"],
    ["early autumn 1939", "1939-09"],
    ["late winter 1939", "1940-02"],
    ["first half of 1939", "1939-01/1939-06"],
    ["вторая половина 1939", "1939-07/1939-12"],
    ["erste Hälfte 1939", "1939-01/1939-06"],
    ["second half of August 1939", "1939-08-16/1939-08-31"],
    ["Q3 1939", "1939-07/1939-09"],
    ["last quarter of 1939", null],
    ["1930s", "193X"],
    ["the '30s", "193X"],
    ["1930's", "193X"],
    ["the thirties", "193X"],
    ["1930-е годы", "193X"],
    ["30-е годы", "193X"],
    ["30-е августа 1939", "1939-08-30"],
    ["30er Jahre", "193X"],
    ["early 1930s", "1930/1933"],
    ["late 1930s", "1937/1939"],
    ["1920s-30s", "192X/193X"],
    ["20th century", "19XX"],
    ["twentieth century", "19XX"],
    ["20th c.", "19XX"],
    ["XX век", "19XX"],
    ["XX в.", "19XX"],
    ["20. Jahrhundert", "19XX"],
    ["XIX wiek", "18XX"],
    ["early 20th century", "1900/1933"],
    ["second half of the 19th century", "1850/1899"],
    ["2nd century BC", "-01XX"],
    ["II век до н. э.", "-01XX"],
    ["1st century BC", "-00XX"],
  ])("%s is %s", (text, expected) => {
    expect(short(read(text))).toBe(expected ?? "unreadable");
  });

  it("says what else '1800s' may mean", () => {
    expect(read("1800s")).toMatchObject({
      notes: ["‘1800s’ is taken for 1800 to 1809; the hundred years are the 19th century."],
    });
  });
});

describe("open ranges, about, and ranges of unlike ends", () => {
  test.each([
    ["from 1939", "1939/.."],
    ["since August 1939", "1939-08/.."],
    ["с 1939 года", "1939/.."],
    ["seit 1939", "1939/.."],
    ["1939 onwards", "1939/.."],
    ["until 1941", "../1941"],
    ["by 1941", "../1941"],
    ["no later than 1941", "../1941"],
    ["before 1941", "../1940"],
    ["before 22 June 1941", "../1941-06-21"],
    ["до 1941 года", "../1940"],
    ["vor 1941", "../1940"],
    ["after 1939", "1940/.."],
    ["after August 1939", "1939-09/.."],
    ["после 1939", "1940/.."],
    ["after the 1930s", "194X/.."],
    ["1939/..", "1939/.."],
    ["August 1939 to an unknown date", "1939-08/"],
    ["about 23 August 1939", "1939-08-23~"],
    ["circa August 1939", "1939-08~"],
    ["c.1939-41", "1939~/1941"],
    ["1939 to 23 August 1941", "1939/1941-08-23"],
    ["between 1938 and 1939", "1938/1939"],
    ["50-44 BC", "-0049/-0043"],
    ["50 BC to AD 30", "-0049/0030"],
    ["44 до н.э.", "-0043"],
    ["15 March 44 v. Chr.", "-0043-03-15"],
    ["ночь с 23 на 24 августа 1939", "1939-08-23/1939-08-24"],
  ])("%s is %s", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  it("asks for the month in words where the day of an open range could be the month", () => {
    expect(read("since 3/9/1939")).toMatchObject({ state: "unreadable" });
  });
});

describe("words for numbers, more languages, and the calendar that is meant", () => {
  test.each([
    ["the twenty-third of August 1939", "1939-08-23"],
    ["first of September 1939", "1939-09-01"],
    ["der dreiundzwanzigste August 1939", "1939-08-23"],
    ["am ersten September 1939", "1939-09-01"],
    ["двадцать третье августа 1939", "1939-08-23"],
    ["первое сентября 1939 года", "1939-09-01"],
    ["23 в августе 1939", "1939-08-23"],
    ["середа 23 серпня 1939 року", "1939-08-23"],
    ["23 sierpnia 1939 r.", "1939-08-23"],
    ["le 1er septembre 1939", "1939-09-01"],
    ["23 août 1939", "1939-08-23"],
    ["3rd/9/1939", "1939-09-03"],
  ])("%s is %s", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  test.each([
    ["25 October 1917 (O.S.)", "old"],
    ["25 октября 1917 (ст. ст.)", "old"],
    ["25 October 1917, old style", "old"],
    ["7 November 1917 N.S.", "new"],
    ["7 November 1917", undefined],
  ])("%s is of the calendar %s", (text, style) => {
    expect((read(text) as { style?: string }).style).toBe(style);
  });
});

describe("a day in two calendars is one day, by the Gregorian", () => {
  test.each([
    ["25 October (7 November) 1917", "1917-11-07"],
    ["25 October / 7 November 1917", "1917-11-07"],
    ["7 November (25 October) 1917", "1917-11-07"],
    ["7 November 1917 (25 October O.S.)", "1917-11-07"],
    ["25 October 1917 (7 November N.S.)", "1917-11-07"],
    ["25 октября (7 ноября) 1917 г.", "1917-11-07"],
    ["25.10.(7.11.)1917", "1917-11-07"],
    ["1/14 January 1918", "1918-01-14"],
    ["19 December 1916 (1 January 1917)", "1917-01-01"],
    ["14/26 December 1825", "1825-12-26"],
  ])("%s is %s", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  test.each([
    ["25 October (8 November) 1917", "1917-10-25/1917-11-08"],
    ["1/14 August 1939", "1939-08-01/1939-08-14"],
    ["29/30 September 1938", "1938-09-29/1938-09-30"],
    ["7 November (25 October N.S.) 1917", "unreadable"],
  ])("%s is not one", (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });
});

test.each(["1,939", "1.939", "1 939"])("'%s' is not January of the year 939, but the year 1939", (text) => {
  expect(short(read(text))).toBe("1939");
});

test("Texts that are no dates are turned away quickly, whatever they hold", () => {
  const began = process.cpuUsage();
  for (const text of [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e309",
    "0x7E3",
    "1939e3",
    "😀",
    "१".repeat(9),
    "\u202e1939\u0301",
  ]) {
    for (const times of [1, 3, 100_000]) expect(read(text.repeat(times)).state).not.toBe("blank");
  }
  for (const piece of ["first ", "до н ", "to ", "-", "c ", "xx ", "twenty-", "early ", "(", "s", "'"])
    read(piece.repeat(39));
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1500);
});
