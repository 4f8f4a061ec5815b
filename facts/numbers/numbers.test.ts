import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatNumber, readNumber, type NumberStyle } from ".";

/** What was read, in short: '27000000', '26000000..27000000', 'about 27', '30 km', 'unreadable'. */
function said(text: string, style?: NumberStyle): string {
  const reading = readNumber(text, style);
  if (reading.state !== "read") return reading.state;
  const { low, high, about, unit } = reading;
  return `${about ? "about " : ""}${low === high ? low : `${low}..${high}`}${unit === "" ? "" : ` ${unit}`}`;
}

test.each([".e8 m", "e8", ".e-8"])("'%s' is an exponent without its number", (text) =>
  expect(said(text, { units: ["m"] })).toBe("unreadable"),
);

test.each(["several million", "a couple million", "a couple of million", "many thousand people"])(
  "'%s' is not one million, nor one thousand",
  (text) => expect(said(text)).toBe("unreadable"),
);

describe("a number is read as people write it", () => {
  test.each([
    ["1,234,567", "1234567"],
    ["1 234 567", "1234567"],
    ["1\u202f234\u202f567", "1234567"],
    ["1\u00a0234\u2009567", "1234567"],
    ["1.234.567", "1234567"],
    ["1'234'567", "1234567"],
    ["1’234’567", "1234567"],
    ["1_234_567", "1234567"],
    ["12,34,567", "1234567"],
    ["1,234,567.89", "1234567.89"],
    ["1.234.567,89", "1234567.89"],
    ["1 234,5", "1234.5"],
    ["1'000'000,00", "1000000"],
    ["1 000.00", "1000"],
    ["1,5", "1.5"],
    ["0,125", "0.125"],
    ["0.125", "0.125"],
    ["1234,567", "1234.567"],
    [".5", "0.5"],
    ["5.", "5"],
    ["0001.000", "1"],
    ["27,000,000.", "27000000"],
    ["27 million", "27000000"],
    ["27million", "27000000"],
    ["8.7m", "8700000"],
    ["8.7 m", "8700000"],
    ["8,7 млн", "8700000"],
    ["27 Mio.", "27000000"],
    ["2bn", "2000000000"],
    ["2 Mrd.", "2000000000"],
    ["2 billion", "2000000000"],
    ["200k", "200000"],
    ["200 thousand", "200000"],
    ["200 тыс.", "200000"],
    ["5 hundred thousand", "500000"],
    ["1 million 200 thousand", "1200000"],
    ["1½ million", "1500000"],
    ["½", "0.5"],
    ["a million", "1000000"],
    ["half a million", "500000"],
    ["two and a half million", "2500000"],
    ["twenty-seven million", "27000000"],
    ["two hundred and fifty thousand", "250000"],
    ["zwölf", "12"],
    ["два миллиона", "2000000"],
    ["1e4", "10000"],
    ["1E02", "100"],
    ["3.142E-4", "0.0003142"],
    ["3x10^8", "300000000"],
    ["3×10^8", "300000000"],
    ["3.0*10^8", "300000000"],
    ["3.00x10**-8", "3e-8"],
    ["3 × 10⁸", "300000000"],
    ["10⁶", "1000000"],
    ["-5", "-5"],
    ["−5", "-5"],
    ["–5", "-5"],
    ["+5", "5"],
    ["-1 000", "-1000"],
    ["-£5", "-5 £"],
    ["£1,234.56", "1234.56 £"],
    ["€8.7bn", "8700000000 €"],
    ["$100.", "100 $"],
    ["5 USD", "5 USD"],
    ["USD 5 million", "5000000 USD"],
    ["50%", "50 %"],
    ["50 per cent", "50 per cent"],
    ["314cm", "314 cm"],
    ["5 m/s", "5 m/s"],
    ["5 km²", "5 km²"],
    ["27 million people", "27000000 people"],
    ["frog 100", "100 frog"],
    ["about 27 million", "about 27000000"],
    ["c. 27 million", "about 27000000"],
    ["~27m", "about 27000000"],
    ["около 27 млн человек", "about 27000000 человек"],
    ["more than 27 million", "27000000"],
    ["26–27 million", "26000000..27000000"],
    ["26 - 27 million", "26000000..27000000"],
    ["26 to 27m", "26000000..27000000"],
    ["between 26 and 27 million", "26000000..27000000"],
    ["от 26 до 27 млн", "26000000..27000000"],
    ["26 bis 27 Mio.", "26000000..27000000"],
    ["27..30", "27..30"],
    ["900 thousand – 1.1 million", "900000..1100000"],
    ["-5 to -3", "-5..-3"],
    ["١٩٣٩", "1939"],
    ["१९३९", "1939"],
    ["１９３９", "1939"],
    ["١٬٢٣٤٫٥", "1234.5"],
    ["\u200e27\u200f", "27"],
    ["“27”", "27"],
    ["(27)", "27"],
  ])("%s is %s", (text, number) => expect(said(text)).toBe(number));
});

describe("what is no number, or more than one, is said to be", () => {
  test.each([
    "frog",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e309",
    "-1e309",
    "1e-400",
    "1e99999999999",
    "0xffffffff",
    "--1",
    "-1/2",
    "0/0",
    "0.0.0",
    "1.2.3",
    "1,2,3",
    "1,23,4",
    "1939 1945",
    "27 million 1941",
    "27 and 30",
    "-1#IND",
    "⁰⁴⁵",
    "27 😍",
    "😍",
    "1e5.5",
    "-",
    ".",
    ". m/s",
    "millions",
    "1".repeat(100_000),
    "9,".repeat(50_000),
    "a ".repeat(90),
  ])("%.40s", (text) => expect(said(text)).toBe("unreadable"));
  test.each(["", "  ", "\u00a0"])("nothing is blank", (text) => expect(said(text)).toBe("blank"));
});

describe("a comma or point that could be either goes by the convention, and it is said", () => {
  const note = (text: string, decimal: "." | ",") => {
    const reading = readNumber(text, { decimal });
    return reading.state === "read" ? [reading.low, ...reading.notes] : reading.state;
  };
  it("1,234", () => {
    expect(note("1,234", ".")).toEqual([1234, "The comma in ‘1,234’ was read as parting thousands."]);
    expect(note("1,234", ",")).toEqual([1.234, "The comma in ‘1,234’ was read as a decimal comma."]);
  });
  it("1.234", () => {
    expect(note("1.234", ".")).toEqual([1.234, "The point in ‘1.234’ was read as a decimal point."]);
    expect(note("1.234", ",")).toEqual([1234, "The point in ‘1.234’ was read as parting thousands."]);
  });
  it("nothing else is open", () => {
    for (const text of ["1,5", "0,125", "1234,567", "1,234,567", "1.234,5", "3.142e8"])
      expect(note(text, ".")).toEqual(note(text, ",").slice(0, 1));
  });
});

describe("units of the question", () => {
  const units = ["m", "km", "c"];
  test.each([
    ["8.7 m", "8.7 m"],
    ["8.7m", "8.7 m"],
    [".2e+2m", "20 m"],
    ["1.e-1 m", "0.1 m"],
    ["-1.m", "-1 m"],
    ["8.7 million m", "8700000 m"],
    ["1c", "1 c"],
  ])("'%s' is %s", (text, read) => expect(said(text, { units })).toBe(read));
});

describe("laws", () => {
  const decimal = fc.constantFrom("." as const, "," as const);
  const finite = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.integer({ min: -99999, max: 99999 }).map((n) => n / 1000),
  );

  it("What is formatted is read back exactly", () => {
    fc.assert(
      fc.property(finite, decimal, (value, decimal) => {
        const reading = readNumber(formatNumber(value, decimal), { decimal });
        expect(reading).toMatchObject({ state: "read", low: value + 0, high: value + 0, unit: "", about: false });
      }),
      { numRuns: 2000 },
    );
  });

  it("A scale word is worth its noughts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (n) => {
        expect(said(`${n / 10} million`)).toBe(String(n * 100_000));
        expect(said(`${n} thousand`)).toBe(String(n * 1000));
      }),
    );
  });

  it("Nothing throws, takes long, or becomes what is no number", () => {
    const alphabet = fc.constantFrom(
      ..."0123456789.,' -–+eEx×*^10%£mk½⁶",
      "million",
      "to",
      " and ",
      "about",
      "😍",
      "١",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(alphabet, { maxLength: 60 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, decimal, (text, decimal) => {
        const reading = readNumber(text, { decimal, units: ["m"] });
        if (reading.state !== "read") return;
        expect(Number.isFinite(reading.low) && Number.isFinite(reading.high)).toBe(true);
        expect(reading.low).toBeLessThanOrEqual(reading.high);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a number is shown with its thousands parted", () => {
  test.each([
    [27_000_000, "27,000,000"],
    [8.7, "8.7"],
    [-5, "−5"],
    [1234.5678, "1,234.5678"],
    [-0, "0"],
    [1e-7, "0.0000001"],
    [6.02e23, "6.02×10^23"],
    [1e-10, "1×10^−10"],
  ])("%d", (value, text) => expect(formatNumber(value)).toBe(text));
  it("by the other convention", () => expect(formatNumber(1234567.5, ",")).toBe("1.234.567,5"));
});
