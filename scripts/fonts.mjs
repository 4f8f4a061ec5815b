// Cuts the serif once, from a folder that holds the variable Source Serif 4 (files named as @fontsource-variable
// names them). The results are committed under a family name of ours, because 'Source' is a reserved name of the
// font's licence; nobody needs to run this again unless the font or the weights change:
//   node scripts/fonts.mjs <folder>
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

const folder = process.argv[2];
if (!folder) {
  console.error("Say which folder holds the fonts: node scripts/fonts.mjs <folder>");
  process.exit(1);
}

// The same ranges stand in ui/styles/fonts.css: a character that is asked of a file must be in it.
const ranges = {
  latin:
    "20-7E A0-FF 131 152-153 2BC 2C6 2DA 2DC 2010-2015 2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 20AC 2116 2122 2190-2193 2212 2215 FEFF FFFD",
  "latin-ext":
    "100-130 132-151 154-17F 18F 192 1A0-1A1 1AF-1B0 1CD-1DC 1E6-1E7 1EA-1EB 1FC-1FF 200-21B 22A-22D 232-233 237 259 1E00-1E9F 1EF2-1EF3",
  cyrillic: "301 400-45F 490-491",
};

// Two cuts instead of the optical-size axis, which would more than double the weight: one for text, with the weights
// that we use, and one for headings from about 30 px upward, which has the single weight of our headings.
const text = { wght: { min: 400, max: 650 }, opsz: 18 };
const display = { wght: 600, opsz: 44 };

for (const name of Object.keys(ranges)) {
  await cut(name, "normal", text, `annals-serif-${name}-roman`);
  await cut(name, "italic", text, `annals-serif-${name}-italic`);
}
for (const name of ["latin", "latin-ext"]) await cut(name, "normal", display, `annals-display-${name}`);

async function cut(name, style, variationAxes, result) {
  const source = await readFile(join(folder, `source-serif-4-${name}-opsz-${style}.woff2`));
  const plain = await subsetFont(source, characters(ranges[name]), {
    targetFormat: "sfnt",
    variationAxes,
    keepFeatures: ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "onum", "lnum", "pnum", "tnum"],
    noHinting: true,
  });
  const font = await subsetFont(rename(plain), null, { targetFormat: "woff2", keepAllGlyphs: true });
  // Kept by browsers for a year under this name: other bytes have to have another.
  const named = `${result}.${createHash("sha256").update(font).digest("hex").slice(0, 8)}.woff2`;
  const file = join("public", "fonts", named);
  const before = (await readdir(join("public", "fonts"))).find((each) => each.startsWith(`${result}.`));
  if (before) await rm(join("public", "fonts", before));
  await writeFile(file, font);
  for (const user of ["ui/styles/fonts.css", "app/layout.tsx"])
    if (before) await writeFile(user, (await readFile(user, "utf8")).replaceAll(before, named));
  console.log(`${file}: ${source.length} -> ${font.length} bytes`);
}

/** The same font with our name within, where it names itself; the copyright notice keeps its words. Both names have
 * six letters, so that nothing else moves. */
function rename(font) {
  for (const name of ["Source Serif", "SourceSerif"]) {
    for (const encode of [(text) => Buffer.from(text), (text) => Buffer.from(text, "utf16le").swap16()]) {
      const ours = encode(name.replace("Source", "Annals"));
      for (let at = font.indexOf(encode(name)); at >= 0; at = font.indexOf(encode(name), at)) ours.copy(font, at);
    }
  }
  return font;
}

/** Every character of a list of hexadecimal ranges. */
function characters(list) {
  return list
    .split(" ")
    .flatMap((part) => {
      const [from, to = from] = part.split("-").map((each) => parseInt(each, 16));
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    })
    .join("");
}
