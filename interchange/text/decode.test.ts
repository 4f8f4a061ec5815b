import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lettersOf } from "./code-pages";
import { decode, isEncoding, type Encoding } from ".";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, end: "le" | "be", mark = false): Uint8Array {
  const bytes = new Uint8Array(Buffer.from((mark ? "\ufeff" : "") + text, "utf16le"));
  return end === "le" ? bytes : bytes.map((_, i) => bytes[i ^ 1]!);
}

/** The other way round than any decoder: a letter's byte in a code page. */
function inCodePage(text: string, encoding: Encoding): Uint8Array {
  const letters = lettersOf(
    Uint8Array.from({ length: 256 }, (_, i) => i),
    encoding,
  );
  return Uint8Array.from([...text], (letter) => {
    const byte = letters.indexOf(letter);
    if (byte < 0) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}

const names = {
  russian: "Иванов Иван\r\nЩербакова Ольга\r\nЁлкина Юлия\r\nЦой Ян\r\nLee, Anna\r\n",
  ukrainian: "Ґалаґан Їжак\nЄвтушенко Ірина\nKovalenko Anna\n",
  german: "Jürgen Müller\nÄnne Groß\nZoë Schönfeld\nAndré Böhm\n",
  latvian: "Jānis Bērziņš\nŽanete Kļaviņa\nĢirts Šķēle\nIlze Ūdre\nAnna Čakste\n",
  lithuanian: "Živilė Žukauskienė\nŠarūnas Jasikevičius\nRūta Meilutytė\n",
  estonian: "Õnne Põld\nÜlo Sööt\nŠarlott Mänd\nJüri Žukov\nMart Rääk\n",
  finnish: "Päivi Hämäläinen\nYrjö Väisälä\nÅke Söderström\n",
  french: "Hélène Châtelain\nFrançois Noël\nAnaïs Lefèvre\n",
  spanish: "José Muñoz\nÁlvaro García\nIñés Núñez\n",
  nordic: "Søren Kjær\nÅse Bjørnstad\nÆgir Ødegård\n",
};

const read = (bytes: Uint8Array, options?: Parameters<typeof decode>[1]) => {
  const decoded = decode(bytes, options);
  if (decoded.state !== "read") throw new Error(decoded.message);
  return decoded;
};
const refusal = (bytes: Uint8Array, options?: Parameters<typeof decode>[1]) => {
  const decoded = decode(bytes, options);
  return decoded.state === "read" ? decoded.text : decoded.code;
};

describe("Unicode is recognised", () => {
  test.each(Object.entries(names))("%s", (_, list) => {
    expect(read(utf8(list))).toMatchObject({ text: list, encoding: "utf-8", found: "valid", damaged: 0 });
    expect(read(utf8("\ufeff" + list))).toMatchObject({ text: list, encoding: "utf-8", found: "marked" });
    for (const end of ["le", "be"] as const) {
      expect(read(utf16(list, end, true))).toMatchObject({ text: list, encoding: `utf-16${end}`, found: "marked" });
      expect(read(utf16(list, end))).toMatchObject({ text: list, encoding: `utf-16${end}`, found: "pattern" });
    }
  });

  test("whatever the list is written in", () => {
    for (const list of ["李明\n王芳\n", "محمد علي\nليلى حسن\n", "Ελένη Παππά\n", "Anna 😀\nBob\n"])
      for (const bytes of [utf8(list), utf16(list, "le"), utf16(list, "be"), utf16(list, "le", true)])
        expect(read(bytes).text).toBe(list);
  });

  test("plain English is UTF-8", () => {
    expect(read(utf8("Anna\nBob\n"))).toMatchObject({ encoding: "utf-8", label: "UTF-8" });
  });

  test("a broken byte does not turn a UTF-8 list into Windows-1252", () => {
    const bytes = utf8("Jürgen Müller\nÄnne Groß\n");
    const broken = Uint8Array.from([...bytes.slice(0, 3), 0xff, ...bytes.slice(3)]);
    expect(read(broken)).toMatchObject({ encoding: "utf-8", found: "guessed", damaged: 1 });
    expect(read(broken).text).toContain("Müller");
  });

  test("half a character at the end of UTF-16 is damage, not a refusal", () => {
    expect(read(utf16("Anna\nBob", "le", true).slice(0, -1))).toMatchObject({ damaged: 1 });
  });
});

describe("code pages are guessed by their letters", () => {
  test.each([
    ["russian", "windows-1251"],
    ["ukrainian", "windows-1251"],
    ["german", "windows-1252"],
    ["estonian", "windows-1252"],
    ["finnish", "windows-1252"],
    ["french", "windows-1252"],
    ["spanish", "windows-1252"],
    ["nordic", "windows-1252"],
    ["latvian", "windows-1257"],
    ["lithuanian", "windows-1257"],
    ["estonian", "windows-1257"],
  ] as const)("%s in %s, the whole list and in capitals", (language, encoding) => {
    // Every name must be there in both readings: 'ß' has a capital of two letters, so this is not the list in capitals.
    for (const list of [names[language], names[language].replaceAll("ß", "ss").toUpperCase()]) {
      const decoded = read(inCodePage(list, encoding));
      expect(decoded).toMatchObject({ text: list, encoding, found: "guessed" });
    }
  });

  test.each([
    ["Zoë", "windows-1252"],
    ["Noël Müller", "windows-1252"],
    ["François", "windows-1252"],
    ["Jürgen", "windows-1252"],
    ["Ö. Kask", "windows-1252"],
    ["Bērziņš", "windows-1257"],
    ["Живаго", "windows-1251"],
    ["О. И. Цой", "windows-1251"],
  ] as const)("%s alone is %s", (name, encoding) => {
    expect(read(inCodePage(name, encoding))).toMatchObject({ text: name, encoding });
  });

  test("a header in English, a group on every line and an apostrophe from Word change nothing", () => {
    const list = "Name,Group\n" + names.russian.replaceAll("\r\n", ",Red\r\n");
    expect(read(inCodePage(list, "windows-1251")).text).toBe(list);
    const irish = "Name\nSinéad O’Brien\nŽarko “Z” Petek\n";
    expect(read(inCodePage(irish, "windows-1252")).text).toBe(irish);
  });

  test("who sees that the guess is wrong says how to read it", () => {
    const bytes = inCodePage("Jānis", "windows-1257");
    expect(read(bytes).encoding).toBe("windows-1252");
    expect(read(bytes, { as: "windows-1257" })).toMatchObject({ text: "Jānis", found: "chosen" });
    expect(isEncoding("windows-1250")).toBe(true);
    expect(["latin1", "toString", "", null].filter(isEncoding)).toEqual([]);
  });
});

describe("what is not text is refused, with what to do", () => {
  test.each([
    [new Uint8Array(0), "empty"],
    [utf8("\ufeff"), "empty"],
    [utf8(" \r\n\t\r\n"), "empty"],
    [utf8("PK\x03\x04 and so on"), "workbook"],
    [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "workbook"],
    [utf8("%PDF-1.7"), "document"],
    [utf8("{\\rtf1 Anna}"), "document"],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), "picture"],
    [Uint8Array.from([0x1f, 0x8b, 8, 0]), "archive"],
    [utf8("Anna\0\nBob"), "nul"],
    [utf8("Anna\0\nBob\n"), "nul"],
    [utf8("Anna\n".repeat(1000) + "\0\0"), "nul"],
    [utf8("\0"), "nul"],
    [new Uint8Array(64), "nul"],
    // UTF-32, which nothing writes by itself
    [Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), "nul"],
    [utf8("\x01\x02\x03\x04\x05\x06 a"), "binary"],
  ])("refusal %#", (bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  test("a file over the limit is not looked into", () => {
    expect(refusal(new Uint8Array(101).fill(65), { most: 100 })).toBe("too-large");
    expect(refusal(new Uint8Array(100).fill(65), { most: 100 })).toBe("A".repeat(100));
    const decoded = decode(new Uint8Array(7_340_001).fill(65));
    expect(decoded).toMatchObject({ message: "The file has 7.4 MB; at most 5 MB are read. Split it." });
  });

  test("one stray control character is left to whoever reads the list", () => {
    expect(read(utf8("An\x07na\nBob\n")).text).toBe("An\x07na\nBob\n");
    expect(read(utf8("Anna\nBob\n\x1a")).text).toBe("Anna\nBob\n");
  });
});

test("any text in UTF-8 comes back, any bytes at all get an answer, and the same one twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const decoded = decode(utf8(text));
      if (decoded.state === "read" && decoded.encoding === "utf-8")
        expect(decoded.text).toBe(text.replace(/^\ufeff/, "").replace(/\x1a$/, ""));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decode(bytes)).toEqual(decode(bytes));
    }),
    { numRuns: 500 },
  );
});
