/** Letters that a decomposition leaves as they are, and what people type for them who do not have them. */
const typed: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  "’": "'",
};

/**
 * What a name is searched by: without marks, capitals or doubled spaces. 'Zoë  Müller' is found as 'zoe muller', 'Ёлкина'
 * as 'елкина', 'Łukasz' as 'lukasz'.
 */
export function searchKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłı’]/g, (letter) => typed[letter]!)
    .replace(/[\s\p{Pd}]+/gu, " ")
    .trim();
}

/** Whether each word of the query begins a word of the name, in any order: 'mu zo' finds 'Zoë Müller'. */
export function isFound(nameKey: string, query: string): boolean {
  const inName = nameKey.split(" ");
  return searchKey(query)
    .split(" ")
    .every((word) => inName.some((each) => each.startsWith(word)));
}
