import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNumber } from "@/facts/numbers";
import { numbersIn, type Stated } from "./prose-numbers";

/** What was found, in short: '1939-08-23', '--09-30', '1939', '26600000', '60%', '200..2000'. */
function found(text: string): string[] {
  return numbersIn(text).map(said);
}

function said(each: Stated): string {
  switch (each.kind) {
    case "date":
      return [each.year ?? "-", each.month, ...(each.day === undefined ? [] : [each.day])]
        .map((part) => String(part).padStart(2, "0"))
        .join("-");
    case "year":
      return String(each.year);
    case "decade":
      return `${each.year}s`;
    case "number":
      return (
        (each.named ? "no. " : "") +
        each.readings.map(({ value, perCent }) => `${value}${perCent ? "%" : ""}`).join(" or ")
      );
    case "some":
      return `${each.least}..${each.most}`;
    default:
      return each.kind;
  }
}

describe("Dates in prose", () => {
  test.each([
    ["On 23 August 1939 it was signed.", ["1939-08-23"]],
    ["On 23\u00A0August 1939.", ["1939-08-23"]],
    ["the night of 23 to 24 August", ["0--08-23", "0--08-24"]],
    ["29–30 September 1938", ["1938-09-29", "1938-09-30"]],
    ["3, 5 and 6 August 1940", ["1940-08-03", "1940-08-05", "1940-08-06"]],
    ["August 23, 1939", ["1939-08-23"]],
    ["In June and July 1940", ["1940-06", "1940-07"]],
    ["Prague in March 1939, and", ["1939-03"]],
    ["in 1939.", ["1939"]],
    ["mid-1940", ["1940"]],
    ["1938–39", ["1938", "1939"]],
    ["1941/1945", ["1941", "1945"]],
    ["the 1930s", ["1930s"]],
    ["In August it was hot; in May too.", []],
    ["on the 23rd", ["no. 23"]],
  ])("%s", (text, dates) => expect(found(text)).toEqual(dates));
});

describe("Numbers in digits", () => {
  test.each([
    ["126,875 dead", ["126875"]],
    ["26.6 million people", ["26600000"]],
    ["26.6\u00A0million", ["26600000"]],
    ["2½ million", ["2500000"]],
    ["60 per cent, 11.5 percent and 3%", ["60%", "11.5%", "3%"]],
    ["between 5 and 6 million", ["5 or 5000000", "6000000"]],
    ["50 to 60 per cent", ["50 or 50%", "60%"]],
    ["10–15 ships", ["10", "15"]],
    ["1500 tanks", ["1500"]],
    ["$1500", ["1500"]],
    ["1500 million", ["1500000000"]],
    ["Article 58 and order no. 227", ["no. 58", "no. 227"]],
    ["resolution no. 979-1", ["code"]],
    ["the T-34, the B29, code F39-776", []],
    ["as Lesson 3 says", ["lesson"]],
  ])("%s", (text, numbers) => expect(found(text)).toEqual(numbers));
});

describe("Numbers written out", () => {
  test.each([
    ["thirty-six days", ["36"]],
    ["fifteen-year-olds", ["15"]],
    ["a hundred and twenty men", ["120"]],
    ["a hundred or a thousand", ["100", "1000"]],
    ["two hundred and fifty thousand", ["250000"]],
    ["one and a half million", ["1500000"]],
    ["two million and a half", ["2500000"]],
    ["half a million, half a dozen", ["500000", "6"]],
    ["a dozen", ["12"]],
    ["five to six million", ["5 or 5000000", "6000000"]],
    ["twenty per cent", ["20%"]],
    ["tens of thousands", ["20000..200000"]],
    ["thousands of people", ["2000..1000000"]],
    ["hundreds", ["200..2000"]],
    ["several hundred", ["200..2000"]],
    ["a few million", ["2000000..20000000"]],
    ["twenty, thirty", ["20", "30"]],
    ["nine or ten", ["9", "10"]],
    ["the twenty-first day of the twentieth century", []],
    ["the Fourteenth Army in its second year", []],
    ["a half, a third, none, often", []],
  ])("%s", (text, numbers) => expect(found(text)).toEqual(numbers));
});

describe("For any text", () => {
  test("nothing fails, and what is found stands where it says", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        for (const { written, index } of numbersIn(text))
          expect(text.slice(index).trimStart().startsWith(written)).toBe(true);
      }),
    );
  });

  test("a whole number is found in any dress", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 999_999_999 }), (value) => {
        expect(found(`There were ${formatNumber(value)} of them.`)).toEqual([String(value)]);
      }),
    );
  });

  test("a day is found whatever stands around it", () => {
    const around = fc.stringMatching(/^[a-z ,.;()]{0,12}$/);
    const months = "January February March April May June July August September October November December".split(" ");
    fc.assert(
      fc.property(
        around,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1900, max: 1999 }),
        around,
        (before, day, month, year, after) => {
          const dates = numbersIn(`${before} ${day} ${months[month]} ${year} ${after}`).filter(
            ({ kind }) => kind === "date",
          );
          expect(dates).toMatchObject([{ year, month: month + 1, day }]);
        },
      ),
    );
  });

  test("a number below a thousand is read back from its words", () => {
    const units =
      " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
        " ",
      );
    const tens = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    const inWords = (n: number): string =>
      n < 20
        ? units[n]!
        : n < 100
          ? tens[Math.floor(n / 10)]! + (n % 10 ? `-${units[n % 10]}` : "")
          : `${units[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${inWords(n % 100)}` : ""}`;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom("", " thousand", " million"), (n, scale) => {
        const by = { "": 1, " thousand": 1e3, " million": 1e6 }[scale]!;
        expect(found(`It took ${inWords(n)}${scale} steps.`)).toEqual([String(n * by)]);
      }),
    );
  });
});
